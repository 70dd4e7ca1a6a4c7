/** The names that somebody who mistyped one may have meant. Pure. */

/** How many characters must be put in, taken out or changed to make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Longer than any id: what is typed beyond it tells nothing. */
const LONGEST = 100;

/** The nearest few of `names`: those that hold what was typed first, then by distance. */
export function nearest(typed: string, names: readonly string[], count = 3): string[] {
  const wanted = typed.toLowerCase().slice(0, LONGEST);
  const rank = (name: string): number =>
    editDistance(wanted, name) - (wanted !== '' && name.includes(wanted) ? LONGEST : 0);
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name);
}
