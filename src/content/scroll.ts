/** Bringing a mark into view. */

/** Where the mark comes to stand, as a share of the window's height: the card has room below it. */
const HEIGHT_SHARE = 1 / 3;

/** Scrolls at once, without the page's own smooth scrolling, so that the card can be placed at the end. `box` is asked after each step. */
export function scrollToMark(container: Element, box: () => DOMRect | undefined): void {
  container.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { top = 0, bottom = 0 } = box() ?? {};
  if (top >= 0 && bottom <= innerHeight * (1 - HEIGHT_SHARE)) return;
  scrollBy({ top: top - innerHeight * HEIGHT_SHARE, behavior: 'instant' });
}
