/** All of the reader's settings. */
import { type Parsers, parse } from './store.ts';
import { SWITCHES, type Switches, textList } from './switches.ts';

export interface Settings extends Switches {
  /** milliseconds that the pointer rests on a mark before its card opens */
  readonly delay: number;
  /** the first mention of a term and each claim; every mention; claims alone; or nothing before the toolbar button was clicked */
  readonly mentions: 'first' | 'all' | 'claims' | 'asked';
  readonly appearance: 'system' | 'light' | 'dark';
  /** size of the text in the card and on our pages, in per cent */
  readonly textSize: number;
  /** whether a screen reader is told how many notes a page has */
  readonly announce: boolean;
  /** ids of notes that are never shown */
  readonly mutedNotes: readonly string[];
}

export const DELAY = { least: 0, most: 2_000, usual: 350 } as const;
export const TEXT_SIZE = { least: 80, most: 200, usual: 100 } as const;

const numberIn =
  ({ least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number }) =>
  (stored: unknown): number =>
    typeof stored === 'number' && stored >= least && stored <= most ? stored : usual;

const oneOf =
  <Choice extends string>(usual: Choice, ...others: readonly Choice[]) =>
  (stored: unknown): Choice =>
    others.find((choice) => choice === stored) ?? usual;

export const SETTINGS: Parsers<Settings> = {
  ...SWITCHES,
  delay: numberIn(DELAY),
  mentions: oneOf<Settings['mentions']>('first', 'all', 'claims', 'asked'),
  appearance: oneOf<Settings['appearance']>('system', 'light', 'dark'),
  textSize: numberIn(TEXT_SIZE),
  announce: (stored) => stored !== false,
  mutedNotes: textList,
};

export const DEFAULTS: Settings = parse(SETTINGS, {});
