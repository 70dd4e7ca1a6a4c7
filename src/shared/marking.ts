/** Which marks a page has: all that the reader of a page has to know of the settings. */
import type { Parsers } from './store.ts';
import { SWITCHES, type Switches, textList } from './switches.ts';

export interface Marking extends Switches {
  /** the first mention of a term and each claim; every mention; claims alone; or nothing before the toolbar button was clicked */
  readonly mentions: 'first' | 'all' | 'claims' | 'asked';
  /** ids of notes that are never shown */
  readonly mutedNotes: readonly string[];
}

/** One of these; the first where something else is stored. */
export const oneOf =
  <Choice extends string>(usual: Choice, ...others: readonly Choice[]) =>
  (stored: unknown): Choice =>
    others.find((choice) => choice === stored) ?? usual;

export const MARKING: Parsers<Marking> = {
  ...SWITCHES,
  mentions: oneOf<Marking['mentions']>('first', 'all', 'claims', 'asked'),
  mutedNotes: textList,
};
