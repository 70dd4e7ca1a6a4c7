/** What shows or hides text by style sheets alone, so that no change of the page's tree tells of it. */
import { isHost } from '../card/names.ts';

/** A box that is ticked, a button that sets an attribute of the page's own, something that unfolds. */
const TYPES = ['change', 'click', 'toggle'];

/** Calls `restyled` when a reader has done what pages answer by unfolding text, and when a style sheet has come. */
export function watchStyles(signal: AbortSignal, restyled: () => void): void {
  const options = { signal, capture: true, passive: true };
  const onEvent = ({ target, isTrusted }: Event): void => {
    if (isTrusted && !isHost(target)) restyled();
  };
  for (const type of TYPES) document.addEventListener(type, onEvent, options);
  document.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && restyled(), options);
}
