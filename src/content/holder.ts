/** Where the card's host must stand for the card to be reachable. */
import { rendererOf } from '../mark/ranges.ts';

/**
 * The one of these that holds `anchor`, else the root: what lies outside a modal dialog or the fullscreen element is painted above it and yet dead
 * to the pointer, and a press outside a popover closes that.
 */
export function holderOf(anchor: Element | null): Element {
  // Where it is rendered: a dialog can stand round the slot that the article is put into.
  for (let at = anchor; at !== null; at = rendererOf(at))
    if (at.matches('dialog:modal, :fullscreen, :popover-open')) return at;
  return document.documentElement;
}
