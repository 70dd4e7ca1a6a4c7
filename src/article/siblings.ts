/** Boxes of one kind side by side, as lists of stories and threads of comments are. */
import { type Box, classOf } from './walk.ts';

/** What boxes of one kind have in common: element and first class. */
export const kindOf = (box: Box): string => `${box.name} ${/\S+/.exec(classOf(box)) ?? ''}`;

/** Items by what `keyOf` says of them, all in the order given. `Map.groupBy` is not in every Node that runs the commands. */
function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Boxes by their kind. */
export const byKind = (boxes: Iterable<Box>): Map<string, Box[]> => groupBy(boxes, kindOf);

/** Boxes of one kind side by side, of the same parent. In the order given. */
export function siblingsOf(boxes: readonly Box[]): readonly Box[][] {
  const withParent = boxes.filter(({ parent }) => parent !== null);
  return [...groupBy(withParent, ({ parent }) => parent).values()].flatMap((siblings) => [
    ...byKind(siblings).values(),
  ]);
}
