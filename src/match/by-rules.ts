/** What rules find in a text, sentence by sentence: matches, and the hints of weak rules. */
import type { Sentence } from '../text/sentences.ts';
import type { Steps } from '../text/steps.ts';
import { extentOf } from './fill.ts';
import { type Filled, isOpen, matchRule, mayMatch } from './frames.ts';
import { openLexicon, type Place } from './lexicon.ts';
import { offsetsOf, type Reading, read } from './read.ts';
import type { CompiledNote, CompiledRule, CompiledRules } from './rules.ts';
import { Sightings } from './sightings.ts';
import type { Evidence, Match, MatchContext } from './types.ts';
import { withWholeNames } from './whole-names.ts';

/** A weak rule that fits: no match by itself, but it weighs. `first` and `last` are the tokens that it would mark. */
export interface Hint {
  /** index of the rule */
  readonly rule: number;
  readonly first: number;
  readonly last: number;
}

export interface FoundInSentence {
  readonly matches: readonly Match[];
  readonly hints: readonly Hint[];
  /** indexes of the notes that matches raise, each once */
  readonly raised: readonly number[];
}

export interface FoundByRules {
  readonly reading: Reading;
  readonly sentences: readonly FoundInSentence[];
}

/** The words that filled a slot; the title's have no place. */
function evidenceOf(reading: Reading, filled: readonly Filled[]): Evidence[] {
  const out: Evidence[] = [];
  for (const { slot, by } of filled) {
    if (by === null) continue;
    const { start, end } = offsetsOf(reading, by);
    out.push({ slot, words: reading.text.slice(start, end), start, end });
  }
  return out;
}

/** A note raised by the marked tokens and what else filled a slot. */
export function toMatch(
  reading: Reading,
  { id, kind }: CompiledNote,
  { rule, by }: Pick<Match, 'rule' | 'by'>,
  marked: Place,
  filled: readonly Filled[],
): Match {
  const { start, end } = offsetsOf(reading, marked);
  return { note: id, kind, start, end, evidence: evidenceOf(reading, filled), rule, by };
}

const namedAs = ({ name, names }: CompiledRule): Pick<Match, 'rule' | 'by'> => ({
  rule: name,
  by: names ? 'name' : 'slots',
});

/** Slots can be filled by a part of a name; the names of terms are whole. */
const placeBy = ({ names }: CompiledRule, { tokens }: Reading, place: Place): Place =>
  names ? place : withWholeNames(tokens, place);

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;

/** A term is raised once a place, by the longest of its names there. Claims are raised once a sentence anyway. */
function withoutRivals(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => other.note === match.note && overlap(other, match))) kept.push(match);
  return kept;
}

/** Makes the look-ups once for many texts, one after the other: the steps of one must end, or be given up, before those of the next begin. */
export function createRuleMatcher(
  rules: CompiledRules,
): (text: string, context?: MatchContext, sentences?: readonly Sentence[]) => Steps<FoundByRules> {
  const lexicon = openLexicon(rules);
  const sightings = new Sightings(rules);
  /** by rule: the number of the sentence that called it up last */
  const calledIn = new Uint32Array(rules.rules.length);
  let sentences = 0;

  /** The rules that a sentence's words call up, in the notes' own order. */
  function calledUp(mentions: Reading['bySentence'][number], date: string | null): number[] {
    const out: number[] = [];
    sentences++;
    for (const { entries } of mentions) {
      for (const entry of entries) {
        for (const index of rules.triggers[entry] ?? []) {
          if (calledIn[index] === sentences) continue;
          calledIn[index] = sentences;
          const rule = rules.rules[index];
          if (rule && mayMatch(rule, rules.needs[index] ?? [], sightings) && isOpen(rule, sightings, date))
            out.push(index);
        }
      }
    }
    return out.sort((a, b) => a - b);
  }

  function matchSentence(reading: Reading, sentence: number, date: string | null): FoundInSentence {
    sightings.enter(sentence);
    const matches: Match[] = [];
    const hints: Hint[] = [];
    const raised: number[] = [];
    for (const index of calledUp(reading.bySentence[sentence] ?? [], date)) {
      const rule = rules.rules[index];
      const note = rule && rules.notes[rule.note];
      if (!note) continue;
      // A claim is raised once a sentence, by the first of its rules that fits.
      if (note.kind === 'claim' && !rule.weak && raised.includes(rule.note)) continue;
      for (const one of matchRule(rule, sightings)) {
        if (rule.weak) hints.push({ rule: index, ...extentOf(one.marked) });
        else
          matches.push(toMatch(reading, note, namedAs(rule), placeBy(rule, reading, extentOf(one.marked)), one.filled));
        if (!rule.weak && !raised.includes(rule.note)) raised.push(rule.note);
        if (rule.weak || note.kind === 'claim') break;
      }
    }
    return { matches: withoutRivals(matches), hints, raised };
  }

  return function* (text, { title = '', date = null } = {}, sentences) {
    const reading = yield* read(lexicon, text, title, sentences);
    sightings.begin(reading.inTitle, reading.bySentence);
    const found: FoundInSentence[] = [];
    for (const sentence of reading.bySentence.keys()) {
      yield;
      found.push(matchSentence(reading, sentence, date));
    }
    return { reading, sentences: found };
  };
}
