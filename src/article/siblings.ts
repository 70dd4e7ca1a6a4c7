/** Boxes of one kind side by side, as lists of stories and threads of comments are. */
import { type Box, classOf } from './walk.ts';

/** What boxes of one kind have in common: element and first class. */
export const kindOf = (box: Box): string => `${box.name} ${/\S+/.exec(classOf(box)) ?? ''}`;

/** Boxes of one kind side by side, of the same parent. In the order given. */
export function siblingsOf(boxes: Iterable<Box>): readonly Box[][] {
  const groups = new Map<Box, Map<string, Box[]>>();
  for (const box of boxes) {
    if (box.parent === null) continue;
    const kinds = groups.get(box.parent) ?? new Map<string, Box[]>();
    const kind = kindOf(box);
    const group = kinds.get(kind);
    if (group === undefined) kinds.set(kind, [box]);
    else group.push(box);
    groups.set(box.parent, kinds);
  }
  return [...groups.values()].flatMap((kinds) => [...kinds.values()]);
}
