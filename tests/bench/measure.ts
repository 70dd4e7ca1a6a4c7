/** Timing and telling it: the shortest of many rounds, since what else a machine does only ever adds. */

/** One line of the table: ratios, or milliseconds where `what` says so. */
export interface Row {
  readonly where: 'Node' | 'Chromium' | 'Firefox';
  readonly what: string;
  readonly median: number;
  readonly tail: number;
  /** the most that the median may be; without it the line is there to compare with */
  readonly bar?: number;
  /** the most that the tail may be */
  readonly tailBar?: number;
}

const ROUNDS = 25;
/** Milliseconds that a round takes at least, so that the clock is fine enough. */
const ROUND = 0.5;

function millisecondsOf(work: () => unknown, times: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Milliseconds that the work takes, warm. */
export function timeOf(work: () => unknown): number {
  let times = 1;
  while (millisecondsOf(work, times) < ROUND) times *= 2;
  return Math.min(...Array.from({ length: ROUNDS }, () => millisecondsOf(work, times))) / times;
}

/** The middle value, and the one below which 95 in 100 lie. */
export function medianAndTail(values: readonly number[]): { median: number; tail: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), tail: at(0.95) };
}

function verdict({ median, tail, bar = Infinity, tailBar = Infinity }: Row): string {
  if (bar === Infinity) return '';
  return median <= bar && tail <= tailBar ? 'kept' : 'MISSED';
}

/** Ends in a line feed. */
export function table(rows: readonly Row[]): string {
  const number = (value: number): string => value.toFixed(2);
  const line = (cells: readonly string[], what: string): string =>
    `${cells.map((cell) => cell.padStart(9)).join('')}  ${what}`;
  const lines = rows.map((row) => {
    const bars = [row.bar, row.tailBar].filter((bar) => bar !== undefined).join('/');
    return line([number(row.median), number(row.tail), bars, verdict(row)], `${row.where.padEnd(10)}${row.what}`);
  });
  return [line(['median', '95 %', 'bar', ''], ''), ...lines, ''].join('\n');
}
