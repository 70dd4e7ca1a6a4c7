/** On a narrow screen a card that was asked for lies along the lower edge, its mark in sight above it. */
import type { CardHost } from './host.ts';
import { GAP, LEAST_HEIGHT, type PlacedBy } from './place.ts';

/** CSS pixels: wider windows have room for a card beside its mark. */
const NARROW = 480;
/** As much of what is seen as the sheet may take. */
const HEIGHT_SHARE = 0.6;

export const isNarrow = (): boolean => innerWidth <= NARROW;

/** Lays the host along the lower edge of what is seen, which is not all of a page that is wider than the screen or was zoomed by two fingers. */
function layIn({ offsetLeft, offsetTop, width, height }: VisualViewport, host: CardHost, most: number): void {
  const lay = (bottom: number): void =>
    host.lay(offsetLeft, width, Math.max(0, bottom), Math.min(most, height * HEIGHT_SHARE));
  lay(0);
  // Measured: browsers differ in whether a scroll bar or what is out of sight counts as the window's height.
  lay(host.element.getBoundingClientRect().bottom - offsetTop - height);
}

/**
 * Scrolls until the sheet no longer covers the mark. Where the page ends before that, the sheet is made smaller, or lies along the upper edge.
 * Returns the height that it may have, in CSS pixels.
 */
function clearMark(host: CardHost, by: PlacedBy): number {
  const covered = (): number => (by.box()?.bottom ?? 0) + GAP - host.element.getBoundingClientRect().top;
  if (covered() > 0) scrollBy({ top: covered(), behavior: 'instant' });
  if (covered() <= 0) return Number.POSITIVE_INFINITY;
  const room = Math.floor(host.element.getBoundingClientRect().height - covered());
  if (room >= LEAST_HEIGHT) return room;
  host.dock('above');
  return Number.POSITIVE_INFINITY;
}

/** Lays the card down until the returned function is called. */
export function keepSheet(host: CardHost, by: PlacedBy): () => void {
  let most = Number.POSITIVE_INFINITY;
  const lay = (): void => {
    if (visualViewport) layIn(visualViewport, host, most);
  };
  const check = (): void => {
    const box = by.box();
    if (!box || box.bottom < 0 || box.top > innerHeight) by.onGone();
  };
  host.dock('below');
  lay();
  most = clearMark(host, by);
  lay();
  const watching = new AbortController();
  const { signal } = watching;
  for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, lay, { signal });
  window.addEventListener('scroll', check, { capture: true, passive: true, signal });
  return () => watching.abort();
}
