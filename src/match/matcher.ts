/** Matching: compiled rules and a text in, matches out. Pure; time grows linearly with the text. */
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { resolveLaterMentions } from './discourse.ts';
import { type Filled, matchRule, type RuleMatch, type Surroundings } from './frames.ts';
import { findOccurrences, type Lexicon, type Occurrence, openLexicon } from './lexicon.ts';
import type { CompiledNote, CompiledRule, CompiledRules } from './rules.ts';
import type { Evidence, Match, MatchContext } from './types.ts';

/** How many sentences back `before` reaches, and how many sentences of an article tell what it is about. */
const REACH = 3;

export interface Matcher {
  /** Every match in order of its start, repeats and overlaps included; offsets are UTF-16 units of `text`. Sentences may be handed in when they are known. */
  match(text: string, context?: MatchContext, sentences?: readonly Sentence[]): Match[];
}

/** What one text holds, sentence by sentence. */
interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** for each sentence its occurrences by entry */
  readonly bySentence: readonly ReadonlyMap<number, readonly Occurrence[]>[];
  /** the first occurrence of each entry in the text */
  readonly firsts: ReadonlyMap<number, Occurrence>;
  readonly inTitle: ReadonlySet<number>;
}

/** Indexes of the tokens at which a sentence begins. */
function sentenceStarts(tokens: readonly Token[], sentences: readonly Sentence[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const { start } of sentences) {
    while ((tokens[at]?.start ?? start) < start) at++;
    starts.add(at);
  }
  return starts;
}

/** The entries that a title names, oldest mention first. */
function readTitle(lexicon: Lexicon, title: string): ReadonlySet<number> {
  const tokens = tokenise(title);
  const named = new Set<number>();
  const found = findOccurrences(lexicon, tokens, sentenceStarts(tokens, splitSentences(title)));
  for (const { entry } of resolveLaterMentions(found, lexicon.rules.antecedents)) {
    named.delete(entry);
    named.add(entry);
  }
  return named;
}

function read(lexicon: Lexicon, text: string, title: string, known: readonly Sentence[] | undefined): Reading {
  const tokens = tokenise(text);
  const sentences = known ?? splitSentences(text);
  const inTitle = readTitle(lexicon, title);
  const found = findOccurrences(lexicon, tokens, sentenceStarts(tokens, sentences));
  const occurrences = resolveLaterMentions(found, lexicon.rules.antecedents, inTitle);
  const bySentence = sentences.map(() => new Map<number, Occurrence[]>());
  const firsts = new Map<number, Occurrence>();
  let at = 0;
  for (const occurrence of occurrences) {
    const start = tokens[occurrence.first]?.start ?? 0;
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at++;
    if ((tokens[occurrence.last]?.end ?? 0) > (sentences[at]?.end ?? 0)) continue;
    const here = bySentence[at];
    const list = here?.get(occurrence.entry);
    if (list) list.push(occurrence);
    else here?.set(occurrence.entry, [occurrence]);
    if (!firsts.has(occurrence.entry)) firsts.set(occurrence.entry, occurrence);
  }
  return { text, tokens, sentences, bySentence, firsts, inTitle };
}

function surroundingsOf(reading: Reading, sentence: number): Surroundings {
  const { bySentence, firsts, inTitle } = reading;
  const near = bySentence.slice(Math.max(0, sentence - REACH), sentence + 1).reverse();
  const within =
    (sentences: Reading['bySentence']) =>
    (entries: readonly number[]): Occurrence | null | undefined =>
      firstOf(entries, inTitle, (entry) => sentences.map((here) => here.get(entry)?.[0]).find(Boolean));
  return {
    here: bySentence[sentence] ?? new Map(),
    near: within(near),
    leading: within(bySentence.slice(0, REACH)),
    anywhere: (entries) => firstOf(entries, inTitle, (entry) => firsts.get(entry)),
  };
}

/** What the first of the entries that is found stands at; null when only the title names one. */
function firstOf(
  entries: readonly number[],
  inTitle: ReadonlySet<number>,
  find: (entry: number) => Occurrence | undefined,
): Occurrence | null | undefined {
  for (const entry of entries) {
    const found = find(entry);
    if (found) return found;
  }
  return entries.some((entry) => inTitle.has(entry)) ? null : undefined;
}

function evidenceOf(reading: Reading, { slot, by }: Filled): Evidence[] {
  if (!by) return [];
  const start = reading.tokens[by.first]?.start ?? 0;
  const end = reading.tokens[by.last]?.end ?? start;
  return [{ slot, words: reading.text.slice(start, end), start, end }];
}

function toMatch(reading: Reading, { id, kind }: CompiledNote, rule: CompiledRule, found: RuleMatch): Match {
  const marked = found.marked.flatMap((by) => evidenceOf(reading, { slot: '', by }));
  return {
    note: id,
    kind,
    start: Math.min(...marked.map((words) => words.start)),
    end: Math.max(...marked.map((words) => words.end)),
    evidence: found.filled.flatMap((filled) => evidenceOf(reading, filled)),
    rule: rule.name,
  };
}

/** The rules that a sentence's words call up, in the notes' own order. */
function calledUp({ rules, triggers }: CompiledRules, here: Surroundings['here']): CompiledRule[] {
  const called = new Set<number>();
  for (const entry of here.keys()) for (const index of triggers[entry] ?? []) called.add(index);
  return [...called].sort((a, b) => a - b).flatMap((index) => rules[index] ?? []);
}

const byPlace = (a: Match, b: Match): number => a.start - b.start || a.end - b.end;

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;

/**
 * A claim is raised once a sentence, by the first of its note's rules that fits; a term once a place, by the longest of its names there.
 * `matches` are those of one sentence in the order of the rules.
 */
function settle(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const longestFirst = [...matches].sort((a, b) =>
    a.kind === 'term' && b.kind === 'term' ? b.end - b.start - (a.end - a.start) : 0,
  );
  for (const match of longestFirst) {
    const rival = (other: Match): boolean =>
      other.note === match.note && (match.kind === 'claim' || overlap(other, match));
    if (!kept.some(rival)) kept.push(match);
  }
  return kept;
}

/** All matches of one sentence. */
function matchSentence(rules: CompiledRules, reading: Reading, sentence: number): Match[] {
  const around = surroundingsOf(reading, sentence);
  const matches = calledUp(rules, around.here).flatMap((rule) => {
    const note = rules.notes[rule.note];
    return note ? matchRule(rule, around).map((found) => toMatch(reading, note, rule, found)) : [];
  });
  return settle(matches);
}

/** Makes the look-ups once for many texts. */
export function createMatcher(rules: CompiledRules): Matcher {
  const lexicon = openLexicon(rules);
  return {
    match(text, context = {}, sentences) {
      const reading = read(lexicon, text, context.title ?? '', sentences);
      return reading.bySentence
        .flatMap((here, i) => (here.size === 0 ? [] : matchSentence(rules, reading, i)))
        .sort(byPlace);
    },
  };
}
