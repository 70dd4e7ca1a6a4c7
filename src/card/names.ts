/** How our one element in a page is known, without loading the card. */

/** A plain `div` with this attribute: pages hide elements that are `:not(:defined)`, so it has no tag of its own. */
export const HOST_ATTRIBUTE = 'data-sidelight-card';

/** Whether this is our element, which is also the target, seen from outside, of all events inside it. */
export const isHost = (target: EventTarget | null): boolean =>
  target instanceof Element && target.hasAttribute(HOST_ATTRIBUTE);

/** Removes hosts that an earlier, removed reader left in the page. */
export function removeHosts(): void {
  for (const host of document.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) host.remove();
}
