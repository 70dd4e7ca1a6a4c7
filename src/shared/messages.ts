/**
 * Every message that parts of the extension send to each other: one union a direction, each with a guard at the receiver.
 * A message from anywhere is untrusted until its guard has said yes.
 */
import type { NoteId, NoteKind } from '../notes/schema.ts';

/** Content script to background. The background finds tab and document in the sender. */
export type ToBackground =
  /** the gate: this page may concern the topic, inject the reader */
  | { readonly type: 'topic' }
  /** the reader: this many marks are painted (the badge); sent again on pageshow */
  | { readonly type: 'marks'; readonly count: number }
  /** the reader: idle after the first mark, inject the card */
  | { readonly type: 'card' };

/** Which card is to be opened, with its mark brought into view. */
export type CardRequest =
  /** that of this mark */
  | { readonly type: 'open'; readonly mark: number }
  /** that of the mark after (1) or before (-1) the last one */
  | { readonly type: 'step'; readonly by: 1 | -1 };

/** Popup and background to the page's content scripts (top frame). Each is answered with a PageState by the reader. */
export type ToPage =
  /** what is here? answered by the gate where no reader was injected */
  { readonly type: 'state' } | CardRequest;

/** One entry of the popup's list. */
export interface ListedMark {
  readonly mark: number;
  readonly note: NoteId;
  readonly kind: NoteKind;
  readonly title: string;
  /** the sentence in three parts, of which the second is marked */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export type PageState =
  | { readonly kind: 'off-topic' }
  | { readonly kind: 'switched-off' }
  | { readonly kind: 'no-article' }
  | { readonly kind: 'marks'; readonly marks: readonly ListedMark[] };

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function isToBackground(value: unknown): value is ToBackground {
  if (!isObject(value)) return false;
  const { type, count } = value as { type?: unknown; count?: unknown };
  return type === 'topic' || type === 'card' || (type === 'marks' && isCount(count));
}

export function isToPage(value: unknown): value is ToPage {
  if (!isObject(value)) return false;
  const { type, mark, by } = value as { type?: unknown; mark?: unknown; by?: unknown };
  return type === 'state' || (type === 'open' && isCount(mark)) || (type === 'step' && (by === 1 || by === -1));
}

function isListedMark(value: unknown): value is ListedMark {
  if (!isObject(value)) return false;
  const { mark, kind, note, title, before, words, after } = value as { [name in keyof ListedMark]?: unknown };
  const isKind = kind === 'term' || kind === 'claim';
  return isCount(mark) && isKind && [note, title, before, words, after].every((text) => typeof text === 'string');
}

export function isPageState(value: unknown): value is PageState {
  if (!isObject(value)) return false;
  const { kind, marks } = value as { kind?: unknown; marks?: unknown };
  if (kind === 'marks') return Array.isArray(marks) && marks.every(isListedMark);
  return kind === 'off-topic' || kind === 'switched-off' || kind === 'no-article';
}
