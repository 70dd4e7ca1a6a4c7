/** Faults of the dataset, as every command tells them. Pure. */

/** What is wrong, where, and how to mend it (both in `message`). `file` is relative to the project. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Each fault on its line, as a compiler prints it. */
export const formatFaults = (faults: readonly Fault[]): string =>
  faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
