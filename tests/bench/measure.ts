/** Timing and telling it: the shortest of many rounds, since what else a machine does only ever adds. */

/** One line of the table; ratios. */
export interface Row {
  readonly what: string;
  readonly median: number;
  readonly tail: number;
  readonly bar: number;
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

/** Ends in a line feed. */
export function table(rows: readonly Row[]): string {
  const cell = (value: number): string => value.toFixed(2).padStart(9);
  const lines = rows.map(
    ({ what, median, tail, bar }) =>
      `${cell(median)}${cell(tail)}${cell(bar)}  ${median <= bar ? 'kept  ' : 'MISSED'}  ${what}`,
  );
  return [`${['median', '95 %', 'bar'].map((head) => head.padStart(9)).join('')}`, ...lines, ''].join('\n');
}
