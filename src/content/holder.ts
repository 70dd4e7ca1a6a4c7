/** Where the card's host must stand for the card to be reachable. */
import { rendererOf } from '../mark/ranges.ts';

/**
 * The modal dialog, fullscreen element or open popover that holds `anchor`, else the root. A card outside a modal dialog or fullscreen element
 * would be painted above it and get no pointer events; a press on a card outside a popover would close the popover.
 */
export function holderOf(anchor: Element | null): Element {
  // Where it is rendered: a dialog can stand round the slot that the article is put into.
  for (let at = anchor; at !== null; at = rendererOf(at))
    if (at.matches('dialog:modal, :fullscreen, :popover-open')) return at;
  return document.documentElement;
}
