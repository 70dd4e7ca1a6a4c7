/** All of the reader's settings. */
import { MARKING, type Marking, oneOf } from './marking.ts';
import { type Parsers, parse } from './store.ts';

/** How cards come and look. */
export interface CardSettings {
  /** milliseconds that the pointer rests on a mark before its card opens */
  readonly delay: number;
  readonly appearance: 'system' | 'light' | 'dark';
  /** size of the text in the card and on our pages, in per cent */
  readonly textSize: number;
  /** whether a screen reader is told how many notes a page has */
  readonly announce: boolean;
}

export type Settings = Marking & CardSettings;

/** Usually long enough that a pointer which crosses a mark on its way opens nothing, short enough to be felt as an answer. */
export const DELAY = { least: 0, most: 2_000, usual: 350 } as const;
export const TEXT_SIZE = { least: 80, most: 200, usual: 100 } as const;

const numberIn =
  ({ least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number }) =>
  (stored: unknown): number =>
    typeof stored === 'number' && stored >= least && stored <= most ? stored : usual;

/** All that the card has to know. */
export const CARD_SETTINGS: Parsers<CardSettings> = {
  delay: numberIn(DELAY),
  appearance: oneOf<CardSettings['appearance']>('system', 'light', 'dark'),
  textSize: numberIn(TEXT_SIZE),
  announce: (stored) => stored !== false,
};

export const SETTINGS: Parsers<Settings> = { ...MARKING, ...CARD_SETTINGS };

export const DEFAULTS: Settings = parse(SETTINGS, {});
