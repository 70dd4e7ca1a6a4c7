/** Moments in which work disturbs nobody. */
import type { Steps } from '../text/steps.ts';

/** Milliseconds: Chromium can let an idle callback wait for seconds. */
const AT_LATEST = 200;

/** Milliseconds of work between two waits. */
const SLICE = 4;

/** Resolves when somebody sees the page. */
async function visible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return;
  await new Promise((resolve) => {
    document.addEventListener('visibilitychange', resolve, { once: true, signal });
  });
}

/** Resolves in an idle moment of a page that somebody sees; never once the signal is aborted. */
export async function idle(signal: AbortSignal): Promise<void> {
  await visible(signal);
  await new Promise<void>((resolve) => {
    requestIdleCallback(() => signal.aborted || resolve(), { timeout: AT_LATEST });
  });
}

/** Does the work in short slices with idle moments between; never resolves once the signal is aborted. */
export async function inSlices<Result>(work: Steps<Result>, signal: AbortSignal): Promise<Result> {
  let end = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await idle(signal);
    end = performance.now() + SLICE;
  }
}
