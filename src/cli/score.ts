/** Scores of matching against labels, by sentence. Pure. */

export interface Counts {
  /** (sentence, note) pairs found and labelled, found only, labelled only */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Score extends Counts {
  /** 0 to 1; null where nothing was found, or nothing labelled, to take it of */
  readonly precision: number | null;
  readonly recall: number | null;
  /** F0.5: precision counts twice as much as recall */
  readonly f05: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const BETA_SQUARED = 0.25;

export function score({ right, wrong, missed }: Counts): Score {
  // (1 + b²)·P·R / (b²·P + R), written in counts (van Rijsbergen's effectiveness measure)
  const weighed = (1 + BETA_SQUARED) * right;
  return {
    right,
    wrong,
    missed,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f05: share(weighed, weighed + BETA_SQUARED * missed + wrong),
  };
}

/** Adds up counts under names, in the order in which the names first came. */
export class Tally {
  readonly #counts = new Map<string, { right: number; wrong: number; missed: number }>();

  /** Lists a name even if nothing is ever counted under it. */
  list(name: string): { right: number; wrong: number; missed: number } {
    const counts = this.#counts.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    this.#counts.set(name, counts);
    return counts;
  }

  add(name: string, outcome: keyof Counts): void {
    this.list(name)[outcome]++;
  }

  scores(): Record<string, Score> {
    return Object.fromEntries([...this.#counts].map(([name, counts]) => [name, score(counts)]));
  }
}
