/** English names of the months: the notes know no other language. */
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const LETTERS = /^[a-z]{3,}$/;

/** 1 to 12 for a month's number or its name, short or long; null for anything else. */
export function monthNumber(name: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  const lower = name.toLowerCase();
  const found = LETTERS.test(lower)
    ? MONTHS.findIndex((month) => month.startsWith(lower === 'sept' ? 'sep' : lower))
    : -1;
  return found < 0 ? null : found + 1;
}
