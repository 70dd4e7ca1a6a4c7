/** What shows or hides text by style sheets alone, so that no change of the page's tree tells of it. */

/** Calls `restyled` when a box is ticked, by which pages unfold text without a script, and when a style sheet has come. */
export function watchStyles(signal: AbortSignal, restyled: () => void): void {
  const options = { signal, capture: true, passive: true };
  document.addEventListener('change', restyled, options);
  document.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && restyled(), options);
}
