/** What the build makes of the notes for the card: text already turned into HTML, no rules. Types only. */
import type { NoteId, NoteKind } from './schema.ts';

export interface CardSource {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly primary: boolean;
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly date?: string;
  /** https only; a printed source has `where` in its place */
  readonly url?: string;
  readonly where?: string;
}

/** The texts of one card. Every field named `html` is inline HTML of `em strong code br a` and is still sanitised by the card. */
export interface CardNote {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly title: string;
  readonly summary: { readonly html: string };
  readonly background: { readonly html: string };
  readonly readings: readonly { readonly party: string; readonly html: string; readonly source: string }[];
  /** oldest first */
  readonly timeline: readonly { readonly date: string; readonly html: string; readonly source: string }[];
  readonly sources: readonly CardSource[];
  readonly related: readonly NoteId[];
  /** YYYY-MM-DD */
  readonly reviewed: string;
  /** what changed on which day (YYYY-MM-DD), oldest first */
  readonly history: readonly { readonly date: string; readonly change: string }[];
}

/** Global `sidelightCards` of the script `cards.js`, which is injected together with the card. A link to another note is `<a href="#note:ID">`. */
export type CardTexts = Readonly<Record<string, CardNote>>;
