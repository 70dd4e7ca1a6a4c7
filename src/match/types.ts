/** The plain values that matching takes and gives. */
import type { NoteId, NoteKind } from '../notes/schema.ts';

/** One slot of a rule and the words of the text that filled it. Offsets are UTF-16 units of the text that was matched. */
export interface Evidence {
  readonly slot: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A note raised by a place of the text. `start` and `end` are UTF-16 offsets, end exclusive: the words that carry the claim or name the term. */
export interface Match {
  readonly note: NoteId;
  readonly kind: NoteKind;
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly Evidence[];
  /** the name of the rule within the note, or `BY_WEIGHT` */
  readonly rule: string;
  /** what raised it: one of the note's names, slots that met, or the weight of words, which is the least sure */
  readonly by: 'name' | 'slots' | 'weight';
}

/** What is known of the article besides its text; never matched itself. */
export interface MatchContext {
  readonly title?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when unknown */
  readonly date?: string | null;
}
