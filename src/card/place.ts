/** Keeps the card by its mark: below where it fits, else above; never over it, never outside the window. */
import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  type Middleware,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import type { Area } from './corridor.ts';
import type { CardHost } from './host.ts';

/** CSS pixels between mark and card: the underline stays in sight. */
export const GAP = 6;
/** CSS pixels between card and the edge of the window. */
const MARGIN = 8;
/** With less height than this the card changes sides. */
export const LEAST_HEIGHT = 140;

export interface PlacedBy {
  /** the box to stand by, now; null when the mark has gone */
  box(): Area | null;
  /** the element that holds the mark: what it scrolls with and is clipped by */
  readonly context: Element | null;
  /** the mark has gone or was scrolled out of sight */
  onGone(): void;
}

function virtualElement(by: PlacedBy): VirtualElement {
  const getBoundingClientRect = (): DOMRect => {
    const { left, top, right, bottom } = by.box() ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return new DOMRect(left, top, right - left, bottom - top);
  };
  return by.context ? { getBoundingClientRect, contextElement: by.context } : { getBoundingClientRect };
}

const toPixel = (value: number): number => Math.round(value * devicePixelRatio) / devicePixelRatio;

/** Places the card now and after each scroll and change of size, until the returned function is called. */
export function keepPlaced(host: CardHost, by: PlacedBy): () => void {
  const reference = virtualElement(by);
  let side: Placement | null = null;
  // A card that is asked for while the page still scrolls to its mark must not close before the mark has come into sight.
  let seen = false;
  let stopped = false;
  host.dock('beside');

  async function place(): Promise<void> {
    if (stopped) return;
    if (!by.box()) return by.onGone();
    // A side, once taken, is kept while the card grows and shrinks under the reader's hand.
    if (!side) host.release();
    let height = 0;
    const measure: Middleware = size({
      padding: MARGIN,
      apply: ({ availableHeight, x, y }) => {
        height = Math.floor(availableHeight);
        host.place(toPixel(x), toPixel(y), height);
      },
    });
    const middleware = [
      offset(GAP),
      side ? null : flip({ padding: MARGIN, fallbackPlacements: ['top-start'] }),
      shift({ padding: MARGIN }),
      measure,
      hide(),
    ];
    const found = await computePosition(reference, host.element, {
      strategy: 'fixed',
      placement: side ?? 'bottom-start',
      middleware,
    });
    if (stopped) return;
    const hidden = found.middlewareData.hide?.referenceHidden === true;
    if (hidden && seen) return by.onGone();
    seen ||= !hidden;
    host.place(toPixel(found.x), toPixel(found.y), height);
    side = height < LEAST_HEIGHT ? null : found.placement;
  }

  const stopWatching = autoUpdate(reference, host.element, () => void place());
  return () => {
    stopped = true;
    stopWatching();
  };
}
