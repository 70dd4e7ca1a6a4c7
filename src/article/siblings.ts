import type { Box } from './walk.ts';

/** Boxes of one kind side by side: of the same parent, element and first class. In the order given. */
export function siblingsOf(boxes: Iterable<Box>): readonly Box[][] {
  const groups = new Map<Box, Map<string, Box[]>>();
  for (const box of boxes) {
    if (box.parent === null) continue;
    const kinds = groups.get(box.parent) ?? new Map<string, Box[]>();
    const kind = `${box.name} ${/\S+/.exec(box.element.getAttribute('class') ?? '') ?? ''}`;
    const group = kinds.get(kind);
    if (group === undefined) kinds.set(kind, [box]);
    else group.push(box);
    groups.set(box.parent, kinds);
  }
  return [...groups.values()].flatMap((kinds) => [...kinds.values()]);
}
