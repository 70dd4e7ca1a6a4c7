/** Work on a text or a page that can be interrupted. */

/** Returns the result at its end; between two steps its caller may do something else. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all of it at once. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
