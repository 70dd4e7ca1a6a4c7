/** Matching: compiled rules and a text in, matches out. Time grows linearly with the text. */
import type { Sentence } from '../text/sentences.ts';
import { type Steps, toEnd } from '../text/steps.ts';
import { createRuleMatcher, toMatch } from './by-rules.ts';
import { type CueScore, openCues } from './cues.ts';
import { heaviestPlace } from './heaviest-place.ts';
import type { Reading } from './read.ts';
import type { CompiledNote, CompiledRules } from './rules.ts';
import type { Match, MatchContext } from './types.ts';

/** The rule's name of a match by the weight of words. */
export const BY_WEIGHT = 'words that go with it, in an article that tells of it';

export interface Matcher {
  /** Every match in order of its start, repeats and overlaps included; offsets are UTF-16 units of `text`. Sentences may be handed in when they are known. */
  match(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Match[];
  /** The same in steps of less than a millisecond or so, for pages that have other things to do between them. */
  steps(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Steps<Match[]>;
}

/** The mark covers the weightiest words that stand together. */
function cueMatch(reading: Reading, note: CompiledNote, { words }: CueScore): Match {
  const inOrder = [...words].sort((a, b) => a.first - b.first);
  const filled = inOrder.map((one) => ({ slot: 'word', by: one }));
  return toMatch(reading, note, { rule: BY_WEIGHT, by: 'weight' }, heaviestPlace(reading.tokens, inOrder), filled);
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
    const nextScores = cues(found, 0);
    for (const _ of found.sentences) {
      yield;
      for (const one of nextScores()) {
        const note = rules.notes[one.note];
        if (note && one.words.length > 0) out.push(cueMatch(found.reading, note, one));
      }
    }
    return out.sort(byPlace);
  }
  return { steps, match: (text, context, sentences) => toEnd(steps(text, context, sentences)) };
}
