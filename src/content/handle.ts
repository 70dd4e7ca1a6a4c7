/** What the reader hands over to the card, which comes later and into the same world. */
import type { Mark, ReaderHandle } from './handover.ts';
import type { Reading } from './reading.ts';

export interface Handle extends ReaderHandle {
  /** the marks are others now */
  changed(): void;
  /** Opens the mark's card, or does so as soon as the card is there. */
  open(mark: Mark): void;
}

/** A handle on whatever `reading` gives at the time; while that is null there are no marks. */
export function createHandle(signal: AbortSignal, reading: () => Reading | null): Handle {
  const openListeners: ((mark: Mark) => void)[] = [];
  const changeListeners: (() => void)[] = [];
  let waiting: Mark | null = null;
  const marks = () => reading()?.marks;

  return {
    signal,
    marks: () => marks()?.list() ?? [],
    at: (x, y) => marks()?.at(x, y) ?? null,
    boxes: (mark) => marks()?.boxes(mark) ?? [],
    container: (mark) => marks()?.container(mark) ?? null,
    setActive: (mark) => marks()?.setActive(mark),
    onOpen(listener) {
      openListeners.push(listener);
      if (waiting) listener(waiting);
      waiting = null;
    },
    onChange(listener) {
      changeListeners.push(listener);
    },
    changed() {
      for (const listener of changeListeners) listener();
    },
    open(mark) {
      if (openListeners.length === 0) waiting = mark;
      for (const listener of openListeners) listener(mark);
    },
  };
}
