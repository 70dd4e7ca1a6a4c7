/** Why rules match the sentences of a text or do not, slot by slot. For the command line: a page never asks. */
import type { NoteId } from '../notes/schema.ts';
import { toEnd } from '../text/steps.ts';
import { createRuleMatcher } from './by-rules.ts';
import { type CueScore, LOG_ODDS, openCues } from './cues.ts';
import { isWithin } from './dated.ts';
import { fillSentence } from './frames.ts';
import type { Place } from './lexicon.ts';
import { offsetsOf, type Reading } from './read.ts';
import type { CompiledRule, CompiledRules, CompiledSlot } from './rules.ts';
import { Sightings } from './sightings.ts';
import type { MatchContext } from './types.ts';

/** Where the words of a slot are looked for. */
export type Level = 'names' | 'sentence' | 'before' | 'about' | 'article';
export type BlockLevel = 'unless' | 'unless-before' | 'unless-article';

export interface SlotTrace {
  readonly level: Level;
  readonly slot: string;
  /** the words that fill it; "" when only the title has them; null when nothing does */
  readonly words: string | null;
}

export interface RuleTrace {
  readonly note: NoteId;
  readonly rule: string;
  /** a weak rule never does */
  readonly matches: boolean;
  /** fits, but only adds its weight */
  readonly weighs: boolean;
  readonly slots: readonly SlotTrace[];
  /** words that forbid the match; "" where only the title has them */
  readonly blockers: readonly { readonly level: BlockLevel; readonly words: string }[];
  /** whether the article's date lies outside the days in which the rule counts */
  readonly outdated: boolean;
  /** every slot has words, but not in the order, as near together or as many different ones as the rule asks for */
  readonly apart: boolean;
}

/** What speaks for and against a note by learnt weights (log-odds); above 0 it is raised, unless a rule has raised it. */
export interface WeightTrace {
  readonly note: NoteId;
  readonly matches: boolean;
  readonly score: number;
  /** words of the sentence that speak for it, the weightiest first */
  readonly words: readonly { readonly words: string; readonly weight: number }[];
}

/** One sentence with the traces of rules and weights; `start` and `end` are UTF-16 offsets of the text. */
export interface SentenceTrace {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly RuleTrace[];
  readonly weights: readonly WeightTrace[];
}

const LEVELS = ['sentence', 'before', 'about', 'article'] as const;

function slotsOf(rule: CompiledRule): { level: Level; slot: CompiledSlot }[] {
  const listed = LEVELS.flatMap((level) => rule[level].map((slot) => ({ level, slot })));
  return rule.names ? [{ level: 'names', slot: rule.names }, ...listed] : listed;
}

function wordsOf(reading: Reading, place: Place): string {
  const { start, end } = offsetsOf(reading, place);
  return reading.text.slice(start, end);
}

/** The words of a set at a level; "" when only the title has them, null when nothing has. */
function wordsAt(level: Level | BlockLevel, set: number, around: Sightings, reading: Reading): string | null {
  const told = (by: Place | null | undefined): string => (by ? wordsOf(reading, by) : '');
  switch (level) {
    case 'names':
    case 'sentence':
    case 'unless':
      return around.isHere(set) ? told(around.here(set)[0]) : null;
    case 'before':
    case 'unless-before':
      return around.isNear(set) ? told(around.nearest(set)) : null;
    case 'about':
      return around.isLeading(set) ? told(around.first(set)) : null;
    case 'article':
    case 'unless-article':
      return around.isAnywhere(set) ? told(around.first(set)) : null;
  }
}

function traceRule(
  rule: CompiledRule,
  id: NoteId,
  around: Sightings,
  reading: Reading,
  date: string | null,
): RuleTrace {
  const slots = slotsOf(rule).map(({ level, slot }) => ({
    level,
    slot: slot.name,
    words: wordsAt(level, slot.set, around, reading),
  }));
  const forbidding: readonly (readonly [BlockLevel, number | null])[] = [
    ['unless', rule.unless],
    ['unless-before', rule.unlessBefore],
    ['unless-article', rule.unlessArticle],
  ];
  const blockers = forbidding.flatMap(([level, set]) => {
    const words = set === null ? null : wordsAt(level, set, around, reading);
    return words === null ? [] : [{ level, words }];
  });
  const outdated = rule.dated !== null && !isWithin(date, rule.dated);
  const isFilled = slots.every(({ words }) => words !== null);
  const named = rule.names ? around.countHere(rule.names.set) : 0;
  const apart = isFilled && (named < rule.several || fillSentence(rule, around) === undefined);
  const fits = isFilled && !apart && blockers.length === 0 && !outdated;
  return {
    note: id,
    rule: rule.name,
    matches: fits && !rule.weak,
    weighs: fits && rule.weak,
    slots,
    blockers,
    outdated,
    apart,
  };
}

/** How many things stand between a rule and a match; blockers count as one. */
const lacks = ({ slots, blockers, outdated, apart }: RuleTrace): number =>
  slots.filter(({ words }) => words === null).length + (blockers.length > 0 ? 1 : 0) + Number(outdated) + Number(apart);

/** Whether a rule came near: one thing is in the way, and the sentence has a name or two other things that it asks for, since one common word says little. */
function isNear(trace: RuleTrace): boolean {
  if (lacks(trace) !== 1) return false;
  const found = trace.slots.filter(({ words }) => words !== null);
  const here = found.filter(({ level }) => level === 'sentence').length;
  return here > 1 || found.length === trace.slots.length || found.some(({ level }) => level === 'names');
}

/** Log-odds from which on a note that is not raised came near by weight: about one in four. */
const NEAR_SCORE = -1;

/** Of a sentence's traces those worth telling: what matches, and what came near of notes that nothing raises there. */
export function tellingOf({ rules, weights, ...place }: SentenceTrace): SentenceTrace {
  const raised = new Set([...rules, ...weights].filter(({ matches }) => matches).map(({ note }) => note));
  const isTelling = (trace: RuleTrace | WeightTrace, near: boolean): boolean =>
    trace.matches || (near && !raised.has(trace.note));
  return {
    ...place,
    rules: rules.filter((trace) => isTelling(trace, isNear(trace))),
    weights: weights.filter((trace) => isTelling(trace, trace.score > NEAR_SCORE && trace.words.length > 0)),
  };
}

export interface Explainer {
  /** Every rule and the weights of the notes that `wants` accepts (of all when left out), against every sentence of the text. */
  explain(text: string, context: MatchContext, wants?: (note: NoteId) => boolean): SentenceTrace[];
}

/** Makes the look-ups once for many texts. */
export function createExplainer(rules: CompiledRules): Explainer {
  const byRules = createRuleMatcher(rules);
  const around = new Sightings(rules);
  const cues = openCues(rules);
  const idOf = (note: number): NoteId | undefined => rules.notes[note]?.id;

  function ruleTraces(reading: Reading, date: string | null, wants: (note: NoteId) => boolean): RuleTrace[] {
    return rules.rules.flatMap((rule) => {
      const id = idOf(rule.note);
      return id !== undefined && wants(id) ? [traceRule(rule, id, around, reading, date)] : [];
    });
  }

  function weightTrace(reading: Reading, found: CueScore, wants: (note: NoteId) => boolean): WeightTrace[] {
    const note = idOf(found.note);
    if (note === undefined || !wants(note)) return [];
    const words = found.words.map((one) => ({ words: wordsOf(reading, one), weight: one.weight / LOG_ODDS }));
    return [{ note, matches: found.score > 0 && words.length > 0, score: found.score / LOG_ODDS, words }];
  }

  return {
    explain(text, { title = '', date = null }, wants = () => true) {
      const found = toEnd(byRules(text, { title, date }));
      const { reading } = found;
      const nextScores = cues(found, Number.NEGATIVE_INFINITY);
      around.begin(reading.inTitle, reading.bySentence);
      return reading.sentences.map(({ start, end }, index) => {
        around.enter(index);
        return {
          start,
          end,
          rules: ruleTraces(reading, date, wants),
          weights: nextScores().flatMap((one) => weightTrace(reading, one, wants)),
        };
      });
    },
  };
}
