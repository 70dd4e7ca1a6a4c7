/** Where the card's host must stand for the card to be reachable. */
import { rendererOf } from '../mark/ranges.ts';

/** What lies outside a modal dialog or the fullscreen element is painted above it and yet dead to the pointer: the one that holds `anchor`, else the root. */
export function holderOf(anchor: Element | null): Element {
  // Where it is rendered: a dialog can stand round the slot that the article is put into.
  for (let at = anchor; at !== null; at = rendererOf(at)) if (at.matches('dialog:modal, :fullscreen')) return at;
  return document.documentElement;
}
