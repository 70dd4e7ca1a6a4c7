/** Bringing a mark into view. */
import { rendererOf } from '../mark/ranges.ts';

/** Where the mark comes to stand, as a share of the window's height: the card has room below it. */
const HEIGHT_SHARE = 1 / 3;

const scrolls = (element: Element): boolean =>
  element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY);

/**
 * Scrolls at once, without the page's own smooth scrolling, so that the card can be placed at the end. `box` is asked after each step, and
 * so is `isCovered`: a mark at the upper edge lies under the heading that many pages keep there.
 */
export function scrollToMark(
  container: Element,
  box: () => DOMRect | undefined,
  isCovered: (box: DOMRect) => boolean,
): void {
  container.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  // A page can scroll in an element of its own, which a container of the whole text does not make it do.
  for (let at: Element | null = container; at !== null; at = rendererOf(at)) {
    const now = box();
    if (!now || (now.top >= 0 && now.bottom <= innerHeight * (1 - HEIGHT_SHARE) && !isCovered(now))) return;
    if (scrolls(at)) at.scrollBy({ top: now.top - innerHeight * HEIGHT_SHARE, behavior: 'instant' });
  }
}
