/** Matching: compiled rules and a text in, matches out. Time grows linearly with the text. */
import type { Sentence } from '../text/sentences.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import { createRuleMatcher, toMatch } from './by-rules.ts';
import { type CueScore, openCues } from './cues.ts';
import type { Reading } from './read.ts';
import type { CompiledNote, CompiledRules } from './rules.ts';
import type { Match, MatchContext } from './types.ts';

/** The rule's name of a match by the weight of words. */
export const BY_WEIGHT = 'words that go with it, in an article that tells of it';
/** Such a mark reaches from the weightiest word to others within so many words. */
const WIDEST = 10;

export interface Matcher {
  /** Every match in order of its start, repeats and overlaps included; offsets are UTF-16 units of `text`. Sentences may be handed in when they are known. */
  match(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Match[];
  /** The same in steps of less than a millisecond or so, for pages that have other things to do between them. */
  steps(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Steps<Match[]>;
}

/** The mark covers the weightiest words and those others that stand near them. */
function cueMatch(reading: Reading, note: CompiledNote, { words }: CueScore): Match {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const one of words) {
    const [from, to] = [Math.min(first, one.first), Math.max(last, one.last)];
    if (first > last || to - from < WIDEST) [first, last] = [from, to];
  }
  const filled = words.map((one) => ({ slot: 'word', by: one }));
  filled.sort((a, b) => a.by.first - b.by.first);
  return toMatch(reading, note, BY_WEIGHT, { first, last }, filled);
}

const byPlace = (a: Match, b: Match): number => a.start - b.start || a.end - b.end;

/** Makes the look-ups once for many texts, one after the other: the steps of one must end, or be given up, before those of the next begin. */
export function createMatcher(rules: CompiledRules): Matcher {
  const byRules = createRuleMatcher(rules);
  const cues = openCues(rules);

  function* steps(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Steps<Match[]> {
    const found = yield* byRules(text, context, sentences);
    const out: Match[] = [];
    for (const { matches } of found.sentences) out.push(...matches);
    for (const scores of cues(found, 0)) {
      yield;
      for (const one of scores) {
        const note = rules.notes[one.note];
        if (note && one.words.length > 0) out.push(cueMatch(found.reading, note, one));
      }
    }
    return out.sort(byPlace);
  }
  return { steps, match: (text, context, sentences) => toEnd(steps(text, context, sentences)) };
}
