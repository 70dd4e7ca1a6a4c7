/**
 * How the content scripts meet: the gate says that it has asked for the reader, the reader sets `globalThis.sidelightReader` in the extension's isolated world,
 * the card (injected later into the same world) picks it up. Types and names only.
 */
import type { Mark } from '../mark/types.ts';
import type { CardRequest } from '../shared/messages.ts';

export type { Mark };

/** A person's click with what cannot be asked of it later: events lose their path, and marks move. */
export interface Click {
  readonly event: MouseEvent;
  readonly path: readonly EventTarget[];
  /** the mark under it, even if the click was meant for a link or a button there */
  readonly mark: Mark | null;
  /** whether it ends a drag over text. The selection cannot tell: it may be an earlier one, and Chromium hides those in shadow roots */
  readonly isDrag: boolean;
}

export interface ReaderHandle {
  /** aborted when this reader stops: the card removes its host and listeners */
  readonly signal: AbortSignal;
  marks(): readonly Mark[];
  /** the mark under a point (client coordinates, CSS pixels) */
  at(x: number, y: number): Mark | null;
  /** the mark's boxes now in the order of its text, client coordinates in CSS pixels; empty when its text is gone */
  boxes(mark: Mark): readonly DOMRect[];
  /** an element that holds the mark's words: it tells where the card's host must stand, and what to scroll into view */
  container(mark: Mark): Element | null;
  /** paints one mark as the one whose card is open, and the marks of the note that this card shows (usually its own) as seen */
  setActive(mark: Mark | null, note?: string): void;
  /** asked for from outside the page: bring a mark into view, open its card and give it the focus */
  onRequest(listener: (request: CardRequest) => void): void;
  /** each click in the page from now on, and at once the last one before, for which the card's script came too late */
  onClick(listener: (click: Click) => void): void;
  /** marks were painted anew: a card whose mark is gone closes */
  onChange(listener: () => void): void;
}

declare global {
  /** set by the gate that asked for the reader. Chrome can put a reader into the page that came after the one that asked, which is in its cache by then */
  var sidelightAsked: boolean | undefined;
  var sidelightReader: ReaderHandle | undefined;
}
