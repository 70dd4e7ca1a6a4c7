/** What the reader hands over to the card, which comes later and into the same world. */
import type { Mark } from '../mark/types.ts';
import type { CardRequest } from '../shared/messages.ts';
import type { Click, ReaderHandle } from './handover.ts';
import type { Reading } from './reading.ts';

export interface Handle extends ReaderHandle {
  /** the marks are others now */
  changed(): void;
  /** Opens a card, or does so as soon as the card is there. */
  request(request: CardRequest): void;
}

/** A handle on whatever `reading` gives at the time, until the signal ends; while that is null there are no marks. */
export function createHandle(signal: AbortSignal, reading: () => Pick<Reading, 'marks'> | null): Handle {
  let hearChange = (): void => {};
  let waiting: CardRequest | null = null;
  let hearRequest = (request: CardRequest): void => {
    waiting = request;
  };
  let lastClick: Click | null = null;
  let hearClick = (click: Click): void => {
    // The second of two quick ones says nothing new.
    if (click.event.detail < 2) lastClick = click;
  };
  const marks = () => reading()?.marks;
  const at = (x: number, y: number): Mark | null => marks()?.at(x, y) ?? null;

  function onClick(event: MouseEvent): void {
    // A page can send clicks without end.
    if (event.isTrusted) hearClick({ event, path: event.composedPath(), mark: at(event.clientX, event.clientY) });
  }
  function onLeft(): void {
    lastClick = null;
  }
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
