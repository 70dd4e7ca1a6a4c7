/** What the reader hands over to the card, which comes later and into the same world. */
import type { CardRequest } from '../shared/messages.ts';
import type { ReaderHandle } from './handover.ts';
import type { Reading } from './reading.ts';

export interface Handle extends ReaderHandle {
  /** the marks are others now */
  changed(): void;
  /** Opens a card, or does so as soon as the card is there. */
  request(request: CardRequest): void;
}

/** A handle on whatever `reading` gives at the time; while that is null there are no marks. */
export function createHandle(signal: AbortSignal, reading: () => Pick<Reading, 'marks'> | null): Handle {
  const requestListeners: ((request: CardRequest) => void)[] = [];
  const changeListeners: (() => void)[] = [];
  let waiting: CardRequest | null = null;
  const marks = () => reading()?.marks;

  return {
    signal,
    marks: () => marks()?.list() ?? [],
    at: (x, y) => marks()?.at(x, y) ?? null,
    boxes: (mark) => marks()?.boxes(mark) ?? [],
    container: (mark) => marks()?.container(mark) ?? null,
    setActive: (mark, note) => marks()?.setActive(mark, note),
    onRequest(listener) {
      requestListeners.push(listener);
      if (waiting) listener(waiting);
      waiting = null;
    },
    onChange(listener) {
      changeListeners.push(listener);
    },
    changed() {
      for (const listener of changeListeners) listener();
    },
    request(request) {
      if (requestListeners.length === 0) waiting = request;
      for (const listener of requestListeners) listener(request);
    },
  };
}
