/** From note to note in the order of the text. */

interface Numbered {
  readonly id: number;
}

/**
 * The mark to go to from the one with the id `from`, round at the ends. When that is null or no longer there, the way begins
 * at `firstInView` (index of the first mark that is not above the window; the number of marks when all are).
 */
export function stepTo<Mark extends Numbered>(
  marks: readonly Mark[],
  by: 1 | -1,
  from: number | null,
  firstInView: number,
): Mark | undefined {
  const at = marks.findIndex(({ id }) => id === from);
  const next = at === -1 ? firstInView + Math.min(by, 0) : at + by;
  return marks.at(next % marks.length);
}
