/** What the extension must paint on a saved page, from the same rules and the same code run here. */
import { loadDataset } from '../../src/cli/dataset.ts';
import { type Choice, chooseShown, type Shown } from '../../src/mark/display.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import type { Match } from '../../src/match/types.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { MarkedArticle } from '../saved-pages.ts';

const dataset = loadDataset();
const matcher = createMatcher(dataset.rules);

export const titleOf = (note: string): string => dataset.cards[note]?.title ?? note;

export interface Found {
  /** every match, as "note: sentence" */
  readonly matches: readonly string[];
  /** those that the display rule keeps, in reading order */
  readonly shown: readonly Shown[];
  wordsOf(match: Match): string;
}

export function findIn({ title, text, date }: MarkedArticle, choice?: Choice): Found {
  const sentences = splitSentences(text);
  const matches = matcher.match(text, { title, date }, sentences);
  const describe = ({ note, start, end }: Match): string[] =>
    sentences.filter((s) => s.start < end && start < s.end).map((s) => `${note}: ${text.slice(s.start, s.end)}`);
  return {
    matches: matches.flatMap(describe),
    shown: chooseShown(text, matches, choice),
    wordsOf: ({ start, end }) => text.slice(start, end),
  };
}
