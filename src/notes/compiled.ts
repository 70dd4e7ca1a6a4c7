/** What the build makes of the notes for the card and the library: text already turned into HTML, no rules. Types only. */
import type { Note, NoteId, NoteKind } from './schema.ts';
import type { Scores } from './scores.ts';

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

/** A sentence that must raise its note, or must not; with the title and date of an article around it where a rule asks for them. */
export type TestSentence = Note['rejects'][number] & { readonly by?: Note['matches'][number]['by'] };

/** What the library tells of a note besides its card. */
export interface LibraryNote {
  readonly matches: readonly TestSentence[];
  readonly rejects: readonly TestSentence[];
}

/** What a version of the extension brought, newest first. `html` as in `CardNote`. */
export interface Release {
  readonly version: string;
  readonly changes: readonly { readonly html: string }[];
}

/** Global `sidelightLibrary` of the script `library-notes.js`, which the library alone loads. */
export interface Library {
  readonly notes: Readonly<Record<string, LibraryNote>>;
  readonly scores: Scores;
  readonly releases: readonly Release[];
}

declare global {
  var sidelightCards: CardTexts | undefined;
  var sidelightLibrary: Library | undefined;
}
