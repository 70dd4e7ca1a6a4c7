/** Moments in which work disturbs nobody. */

/** Milliseconds: Chromium can let an idle callback wait for seconds. */
const AT_LATEST = 1_000;

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
