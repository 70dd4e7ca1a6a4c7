/** Bringing a mark into view. */
import { rendererOf } from '../mark/ranges.ts';

/** Where the mark comes to stand, as a share of the window's height: the card has room below it. */
const HEIGHT_SHARE = 1 / 3;

const scrolls = (element: Element): boolean =>
  element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY);

/** Scrolls at once, without the page's own smooth scrolling, so that the card can be placed at the end. `box` is asked after each step. */
export function scrollToMark(container: Element, box: () => DOMRect | undefined): void {
  container.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  // A page can scroll in an element of its own, which a container of the whole text does not make it do.
  for (let at: Element | null = container; at !== null; at = rendererOf(at)) {
    const { top = 0, bottom = 0 } = box() ?? {};
    if (top >= 0 && bottom <= innerHeight * (1 - HEIGHT_SHARE)) return;
    if (scrolls(at)) at.scrollBy({ top: top - innerHeight * HEIGHT_SHARE, behavior: 'instant' });
  }
}
