/** Notes and vocabulary to rules: slots to sets of entries, all of it to plain data. Runs in the build and the command line, never in a page. */
import type { CuesOfNotes } from '../notes/cues.ts';
import type { Note, NoteRule, Vocabulary } from '../notes/schema.ts';
import { compileCues } from './compile-cues.ts';
import { firstDay, lastDay } from './dated.ts';
import { EntryFault, LexiconBuilder } from './lexicon-builder.ts';
import { PhraseError } from './phrases.ts';
import type { CompiledForms, CompiledRule, CompiledRules, CompiledSlot } from './rules.ts';
import { buildTrie, Sets, startsOf, triggersOf } from './trie.ts';

/** A rule or vocabulary entry that cannot be compiled; `path` leads to it within the file. */
export interface RuleFault {
  readonly file: { readonly note: string } | { readonly entry: string };
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The forms of all words in order, for bisection. */
function compileForms(keysByForm: ReadonlyMap<string, readonly number[]>): CompiledForms {
  const sorted = [...keysByForm].sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = sorted.map(([, keys]) => keys);
  return { words: sorted.map(([form]) => form).join(' '), starts: startsOf(lists), keys: lists.flat() };
}

type Report = (path: readonly (string | number)[], message: string) => void;

/** Compiles words, reporting a bad phrase instead of throwing. */
function entriesOrReport(
  lexicon: LexiconBuilder,
  words: string | readonly string[],
  path: readonly (string | number)[],
  report: Report,
): number[] {
  const phrases = typeof words === 'string' ? [words] : words;
  return phrases.flatMap((phrase, i) => {
    try {
      return lexicon.entriesFor(phrase);
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      if (error instanceof EntryFault) return [];
      report(typeof words === 'string' ? path : [...path, i], error.message);
      return [];
    }
  });
}

function compileRule(
  note: number,
  rule: NoteRule,
  at: number,
  lexicon: LexiconBuilder,
  sets: Sets,
  report: Report,
): CompiledRule {
  const set = (value: string | readonly string[], ...path: string[]): number =>
    sets.of(entriesOrReport(lexicon, value, ['match', at, ...path], report));
  const slots = (level: 'sentence' | 'before' | 'about' | 'article'): CompiledSlot[] =>
    Object.entries(rule[level] ?? {}).map(([name, value]) => ({ name, set: set(value, level, name) }));
  const unless = (level: 'unless' | 'unless-before' | 'unless-article'): number | null =>
    rule[level] === undefined ? null : set(rule[level], level);
  const sentence = slots('sentence');
  return {
    note,
    name: rule.rule,
    ...(rule.names === undefined ? {} : { names: { name: 'name', set: set(rule.names, 'names') } }),
    several: rule.several ?? 0,
    sentence,
    before: slots('before'),
    about: slots('about'),
    article: slots('article'),
    unless: unless('unless'),
    unlessBefore: unless('unless-before'),
    unlessArticle: unless('unless-article'),
    dated: rule.dated ? [firstDay(rule.dated.from ?? '0000'), lastDay(rule.dated.to ?? '9999')] : null,
    weak: rule.weak ?? false,
    order: rule.order ?? false,
    within: rule.within ?? 0,
    mark: sentence.flatMap((slot, i) => (rule.mark === undefined || rule.mark.includes(slot.name) ? [i] : [])),
  };
}

/** The name by which learnt weights know a rule. */
export const ruleName = (note: Pick<Note, 'id'> | undefined, rule: { readonly name: string }): string =>
  `${note?.id}: ${rule.name}`;

/** The same rules alone, weak ones as strong as the others. */
export const withoutCues = (rules: CompiledRules): CompiledRules => ({
  ...rules,
  rules: rules.rules.map((rule) => ({ ...rule, weak: false })),
  cues: compileCues({}, rules.notes, [], []),
});

export interface Compiled {
  readonly rules: CompiledRules;
  /** the name of each entry: that of the vocabulary, or in quotes the phrase of a rule */
  readonly entryNames: readonly string[];
  readonly faults: readonly RuleFault[];
}

/** Each entry is compiled by itself, so that its faults are told even if no rule names it. */
function vocabularyFaults(vocabulary: Vocabulary): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const [name, entry] of Object.entries(vocabulary)) {
    for (const list of ['words', 'later'] as const) {
      entriesOrReport(new LexiconBuilder(vocabulary), entry[list], [list], (path, message) =>
        faults.push({ file: { entry: name }, path: [name, ...path], message }),
      );
    }
  }
  return faults;
}

/** Compiles all notes with their vocabulary and learnt weights. Faults are collected, never thrown; the rules are whole where there is none. */
export function compileRules(
  notes: readonly Pick<Note, 'id' | 'kind' | 'title' | 'match'>[],
  vocabulary: Vocabulary,
  cues: CuesOfNotes = {},
): Compiled {
  const lexicon = new LexiconBuilder(vocabulary);
  const faults = vocabularyFaults(vocabulary);
  const sets = new Sets();
  const compiled = notes.flatMap(({ id, match }, note) =>
    match.map((rule, i) =>
      compileRule(note, rule, i, lexicon, sets, (path, message) => faults.push({ file: { note: id }, path, message })),
    ),
  );
  if (faults.length === 0) lexicon.addSilentEntries();
  const entryNames = [...lexicon.entries.keys()];
  const ruleNames = compiled.map((rule) => ruleName(notes[rule.note], rule));
  const rules: CompiledRules = {
    forms: compileForms(lexicon.forms),
    capitals: lexicon.capitals,
    anyNumber: lexicon.anyNumber,
    trie: buildTrie(lexicon.phrases),
    antecedents: Object.fromEntries(lexicon.antecedents),
    whole: [...lexicon.entries].filter(([name]) => vocabulary[name]?.whole).map(([, index]) => index),
    notes: notes.map(({ id, kind, title }) => ({ id, kind, title })),
    sets: sets.all,
    rules: compiled,
    ...triggersOf(compiled, sets.all, lexicon.entries.size),
    cues: compileCues(cues, notes, entryNames, ruleNames),
  };
  return { rules, entryNames, faults };
}
