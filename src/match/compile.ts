/** Notes and vocabulary to rules: words to keys, phrases to sequences of keys, slots to sets of entries. Runs in the build and the command line, never in a page. */
import type { CuesOfNotes } from '../notes/cues.ts';
import type { Note, NoteRule, Vocabulary } from '../notes/schema.ts';
import { nounForms, verbForms } from '../text/inflect.ts';
import { LOG_ODDS, NEVER } from './cues.ts';
import { firstDay, lastDay } from './dated.ts';
import { expandAlternatives, expandEntries, type PatternWord, PhraseError, parsePhrase } from './phrases.ts';
import type { CompiledCues, CompiledForms, CompiledRule, CompiledRules, CompiledSlot } from './rules.ts';
import { CONTEXTS } from './surroundings.ts';
import { buildTrie, type Phrase, Sets, startsOf, triggersOf } from './trie.ts';

/** A rule or vocabulary entry that cannot be compiled; `path` leads to it within the file. */
export interface RuleFault {
  readonly file: { readonly note: string } | { readonly entry: string };
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const ENTRY_ALONE = /^<([^<>]*)>$/;

/** A fault within an entry that a phrase names: told once, where the entry stands. */
class EntryFault extends PhraseError {}
class CircleFault extends PhraseError {}

function withinEntry<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PhraseError && !(error instanceof CircleFault) ? new EntryFault(error.message) : error;
  }
}

const asList = (words: string | readonly string[]): readonly string[] => (typeof words === 'string' ? [words] : words);

/** A word, its kind and its capitals as one string. */
const nameOf = (word: PatternWord): string =>
  word.kind === 'number' ? '#' : `${{ noun: '', verb: '~', exact: '=' }[word.kind]}${word.word}^${word.capitals}`;

function formsOf(word: Exclude<PatternWord, { kind: 'number' }>): readonly string[] {
  if (word.kind === 'exact') return [word.word];
  return word.kind === 'verb' ? verbForms(word.word) : nounForms(word.word);
}

/** Gives each word form its keys, each phrase its entry. */
class Lexicon {
  readonly forms = new Map<string, number[]>();
  /** for each key which letters must be capitals */
  readonly capitals: number[] = [];
  readonly phrases: Phrase[] = [];
  readonly entries = new Map<string, number>();
  readonly antecedents = new Map<number, readonly number[]>();
  readonly #made = new Map<string, readonly number[]>();
  readonly #keys = new Map<string, number>();
  readonly #known: Vocabulary;
  readonly #open = new Set<string>();

  constructor(vocabulary: Vocabulary) {
    this.#known = vocabulary;
  }

  get anyNumber(): number {
    return this.#keys.get('#') ?? -1;
  }

  #key(word: PatternWord): number {
    const name = nameOf(word);
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = this.#keys.size;
    this.#keys.set(name, key);
    this.capitals.push(word.kind === 'number' ? 0 : word.capitals);
    if (word.kind !== 'number') {
      for (const form of formsOf(word)) {
        this.forms.set(form, [...(this.forms.get(form) ?? []), key]);
      }
    }
    return key;
  }

  /** All words of an entry, alternatives and entries within them written out. */
  #wordsOf(name: string): string[] {
    const entry = Object.hasOwn(this.#known, name) ? this.#known[name] : undefined;
    if (!entry) throw new PhraseError(`names <${name}>, which no vocabulary file has: mend the name or add the entry`);
    if (this.#open.has(name)) throw new CircleFault(`names <${name}>, which names itself: take one of the two out`);
    this.#open.add(name);
    try {
      return withinEntry(() => entry.words.flatMap((phrase) => this.#writtenOut(phrase)));
    } finally {
      this.#open.delete(name);
    }
  }

  #writtenOut(phrase: string): string[] {
    const choices = new Set(expandAlternatives(phrase));
    return [...choices].flatMap((choice) => expandEntries(choice, (name) => this.#wordsOf(name)));
  }

  #add(phrase: string, entry: number, later: boolean): void {
    for (const plain of this.#writtenOut(phrase)) {
      const keys = parsePhrase(plain).map((word) => this.#key(word));
      this.phrases.push({ entry, later, keys });
    }
  }

  /** The entries that a vocabulary entry stands for: its own phrases, and each entry that it names whole. Added when first used. */
  #entry(name: string): readonly number[] {
    const known = this.#made.get(name);
    if (known) return known;
    this.#wordsOf(name);
    const entry = this.#known[name];
    const parts = (entry?.words ?? []).map((phrase) => ({ phrase, part: ENTRY_ALONE.exec(phrase)?.[1] }));
    const members = [...new Set(parts.flatMap(({ part }) => (part === undefined ? [] : this.#entry(part))))];
    const index = this.#newEntry(name);
    withinEntry(() => {
      for (const { phrase, part } of parts) if (part === undefined) this.#add(phrase, index, false);
      for (const phrase of entry?.later ?? []) this.#add(phrase, index, true);
    });
    if (entry && entry.later.length > 0 && members.length > 0) this.antecedents.set(index, members);
    const all = [index, ...members];
    this.#made.set(name, all);
    return all;
  }

  #newEntry(name: string): number {
    const index = this.entries.size;
    this.entries.set(name, index);
    return index;
  }

  /** Vocabulary that no rule names still has a say: it hides names inside it and takes "the group" for itself. */
  addSilentEntries(): void {
    for (const [name, entry] of Object.entries(this.#known)) {
      if (entry.whole || entry.later.length > 0) this.#entry(name);
    }
  }

  /** The entries that a slot's words stand for; a phrase of its own becomes an entry without a name. */
  entriesFor(words: string | readonly string[]): number[] {
    return asList(words).flatMap((phrase) => {
      const alone = ENTRY_ALONE.exec(phrase);
      if (alone) return this.#entry(alone[1] ?? '');
      const written = `"${phrase}"`;
      const known = this.entries.get(written);
      if (known !== undefined) return known;
      this.#writtenOut(phrase).forEach(parsePhrase);
      const index = this.#newEntry(written);
      this.#add(phrase, index, false);
      return index;
    });
  }
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
  lexicon: Lexicon,
  words: string | readonly string[],
  path: readonly (string | number)[],
  report: Report,
): number[] {
  return asList(words).flatMap((phrase, i) => {
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
  lexicon: Lexicon,
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

const hundredths = (weight: number): number => Math.round(weight * LOG_ODDS);

/** The weights of all notes by what they are weights of. Those of notes, phrases and rules that are no longer there are left out. */
function compileCues(
  cues: CuesOfNotes,
  notes: readonly Pick<Note, 'id'>[],
  entryNames: readonly string[],
  ruleNames: readonly string[],
): CompiledCues {
  const lists: number[][] = [];
  const kinds = ['words', 'entries', 'rules', ...CONTEXTS] as const;
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, number>()])) as Record<
    (typeof kinds)[number],
    Map<string, number>
  >;
  notes.forEach(({ id }, note) => {
    for (const kind of kinds) {
      for (const [key, weight] of Object.entries(cues[id]?.[kind] ?? {})) {
        const index = byKind[kind].get(key) ?? lists.push([]) - 1;
        byKind[kind].set(key, index);
        lists[index]?.push(note, hundredths(weight));
      }
    }
  });
  const listsOf = (kind: (typeof kinds)[number], names: readonly string[]): number[] =>
    names.map((name) => byKind[kind].get(name) ?? -1);
  const ids = notes.map(({ id }) => id);
  return {
    bias: ids.map((id) => {
      const bias = cues[id]?.bias;
      return bias === undefined ? NEVER : hundredths(bias);
    }),
    lists: { starts: startsOf(lists), weights: lists.flat() },
    words: Object.fromEntries(byKind.words),
    entries: listsOf('entries', entryNames),
    rules: listsOf('rules', ruleNames),
    here: listsOf('here', ids),
    near: listsOf('near', ids),
    article: listsOf('article', ids),
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

/** Compiles all notes with their vocabulary and learnt weights. Faults are collected, never thrown; the rules are whole where there is none. */
export function compileRules(
  notes: readonly Pick<Note, 'id' | 'kind' | 'title' | 'match'>[],
  vocabulary: Vocabulary,
  cues: CuesOfNotes = {},
): Compiled {
  const lexicon = new Lexicon(vocabulary);
  const faults: RuleFault[] = [];
  for (const [name, entry] of Object.entries(vocabulary)) {
    for (const list of ['words', 'later'] as const) {
      entriesOrReport(new Lexicon(vocabulary), entry[list], [list], (path, message) =>
        faults.push({ file: { entry: name }, path: [name, ...path], message }),
      );
    }
  }
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
