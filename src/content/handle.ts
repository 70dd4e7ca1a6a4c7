/** What the reader hands over to the card, which comes later and into the same world. */
import type { Mark } from '../mark/types.ts';
import type { CardRequest } from '../shared/messages.ts';
import type { Click, ReaderHandle } from './handover.ts';
import type { Reading } from './reading.ts';

export interface Handle extends ReaderHandle {
  /** Tells the card that the marks are others now. */
  changed(): void;
  /** Opens a card, or does so as soon as the card is there. */
  request(request: CardRequest): void;
}

/** CSS pixels that a hand may slip between press and release. */
const SLIP = 4;

/** A handle on whatever `reading` gives at the time, until the signal ends; while that is null there are no marks. */
export function createHandle(signal: AbortSignal, reading: () => Pick<Reading, 'marks'> | null): Handle {
  let hearChange = (): void => {};
  let waiting: CardRequest | null = null;
  let hearRequest = (request: CardRequest): void => {
    waiting = request;
  };
  let lastPress: PointerEvent | null = null;
  let lastClick: Click | null = null;
  let hearClick = (click: Click): void => {
    // The second click of a double one says nothing new.
    if (click.event.detail < 2) lastClick = click;
  };
  const marks = () => reading()?.marks;
  const at = (x: number, y: number): Mark | null => marks()?.at(x, y) ?? null;

  function onClick(event: MouseEvent): void {
    // Clicks that the page's scripts make are nobody's wish, and can come without end.
    if (!event.isTrusted) return;
    const { clientX: x, clientY: y } = event;
    // A finger that really moves scrolls, and makes no click: however far it slipped, this was a tap.
    const from = lastPress?.pointerType === 'touch' ? null : lastPress;
    const isDrag = from !== null && Math.hypot(x - from.clientX, y - from.clientY) > SLIP;
    lastPress = null;
    hearClick({ event, path: event.composedPath(), mark: at(x, y), isDrag });
  }
  function onPress(event: PointerEvent): void {
    lastPress = event;
  }
  function onLeft(): void {
    lastClick = null;
  }
  addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
  addEventListener('click', onClick, { capture: true, passive: true, signal });
  addEventListener('pagehide', onLeft, { signal });

  return {
    signal,
    marks: () => marks()?.list() ?? [],
    at,
    boxes: (mark) => marks()?.boxes(mark) ?? [],
    container: (mark) => marks()?.container(mark) ?? null,
    setActive: (mark, note) => marks()?.setActive(mark, note),
    onRequest(listener) {
      if (waiting) listener(waiting);
      waiting = null;
      hearRequest = listener;
    },
    onClick(listener) {
      if (lastClick) listener(lastClick);
      lastClick = null;
      hearClick = listener;
    },
    onChange(listener) {
      hearChange = listener;
    },
    changed: () => hearChange(),
    request: (request) => hearRequest(request),
  };
}
