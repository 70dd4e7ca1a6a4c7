/**
 * Learning the cues of one note: logistic regression with an L1 penalty, so that most weights are 0. Cyclic coordinate descent with one-dimensional
 * Newton steps (Yuan, Chang and Lin, "A comparison of optimization methods for large-scale L1-regularized linear classification", 2010). Pure.
 */

/** Examples by the features that each has; the same for all notes. */
export interface Examples {
  readonly count: number;
  /** by feature: the examples that have it, ascending */
  readonly columns: readonly Int32Array[];
}

export interface Regression {
  readonly bias: number;
  /** by feature; most are 0 */
  readonly weights: Float64Array;
}

/** How much the errors weigh against the sum of the weights. */
export const ERRORS_OVER_WEIGHTS = 0.7;
const MOST_ROUNDS = 60;
/** A round that moves no weight further ends it. */
const SETTLED = 0.01;
/** A step never goes further: far from the minimum the curve says too little. */
const LONGEST_STEP = 1;

const probability = (score: number): number => 1 / (1 + Math.exp(-score));

/** What an example says of a note; unknown ones count for nothing. */
export const [NEGATIVE, POSITIVE, UNKNOWN] = [0, 1, 2];

/** `labels` tells of each example what it says. */
export function regress({ count, columns }: Examples, labels: Uint8Array): Regression {
  const weights = new Float64Array(columns.length);
  const scores = new Float64Array(count);
  const chances = new Float64Array(count).fill(0.5);
  let bias = 0;

  const move = (examples: Iterable<number>, step: number): void => {
    for (const example of examples) {
      const score = (scores[example] ?? 0) + step;
      scores[example] = score;
      chances[example] = probability(score);
    }
  };
  /** First and second derivative of the loss by a weight. */
  const slopes = (examples: Iterable<number>): [first: number, second: number] => {
    let [first, second] = [0, 1e-9];
    for (const example of examples) {
      const label = labels[example] ?? UNKNOWN;
      if (label === UNKNOWN) continue;
      const chance = chances[example] ?? 0;
      first += chance - label;
      second += chance * (1 - chance);
    }
    return [ERRORS_OVER_WEIGHTS * first, ERRORS_OVER_WEIGHTS * second];
  };
  const bounded = (step: number): number => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  /** The step that is best for the loss and the penalty together. */
  const stepOf = (weight: number, [first, second]: [number, number]): number => {
    if (first + 1 <= second * weight) return bounded(-(first + 1) / second);
    if (first - 1 >= second * weight) return bounded(-(first - 1) / second);
    return bounded(-weight);
  };

  const all = Int32Array.from({ length: count }, (_, i) => i);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [first, second] = slopes(all);
    let furthest = bounded(-first / second);
    bias += furthest;
    move(all, furthest);
    columns.forEach((examples, feature) => {
      const weight = weights[feature] ?? 0;
      const step = stepOf(weight, slopes(examples));
      if (step === 0) return;
      weights[feature] = weight + step;
      move(examples, step);
      furthest = Math.max(Math.abs(furthest), Math.abs(step));
    });
    if (Math.abs(furthest) < SETTLED) break;
  }
  return { bias, weights };
}
