/** Where the focus is, and when it is about to leave the card. */

/** The element that has the focus, in however many open shadow roots; the body when none has. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether somebody is typing: nothing may take the focus from there. */
export const isTyping = (): boolean => focused()?.matches(':read-write') ?? false;

const STOPS = 'a[href], button, summary';

/** Whether this Tab would lead past the last control in the root, or before its first; not when the focus is elsewhere. */
export function tabsOut({ key, shiftKey }: KeyboardEvent, root: ShadowRoot): boolean {
  const at = root.activeElement;
  if (key !== 'Tab' || !at) return false;
  const stops = [...root.querySelectorAll(STOPS)].filter((stop) => stop.checkVisibility());
  const isBeyond = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return !stops.some((stop) => at.compareDocumentPosition(stop) & isBeyond);
}
