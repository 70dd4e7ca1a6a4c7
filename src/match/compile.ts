/** Notes and vocabulary to rules: words to keys, phrases to sequences of keys, slots to sets of entries. Runs in the build and the command line, never in a page. */
import type { Note, NoteRule, Vocabulary } from '../notes/schema.ts';
import { nounForms, verbForms } from '../text/inflect.ts';
import { expandAlternatives, expandEntries, type PatternWord, PhraseError, parsePhrase } from './phrases.ts';
import type { CompiledRule, CompiledRules, CompiledSlot } from './rules.ts';
import { buildTrie, type Phrase, triggersOf } from './trie.ts';

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

/** A word and its kind as one string, written as in a phrase. */
const nameOf = (word: PatternWord): string =>
  word.kind === 'number' ? '#' : { noun: '', verb: '~', exact: '=' }[word.kind] + word.word;

function formsOf(word: Exclude<PatternWord, { kind: 'number' }>): readonly string[] {
  if (word.kind === 'exact') return [word.word];
  return word.kind === 'verb' ? verbForms(word.word) : nounForms(word.word);
}

/** Gives each word form its keys, each phrase its entry. */
class Lexicon {
  readonly forms = new Map<string, number[]>();
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
    return expandAlternatives(phrase).flatMap((choice) => expandEntries(choice, (name) => this.#wordsOf(name)));
  }

  #add(phrase: string, entry: number, later: boolean): void {
    for (const plain of this.#writtenOut(phrase)) {
      const words = parsePhrase(plain).map((word) => ({
        key: this.#key(word),
        capitals: word.kind === 'number' ? 0 : word.capitals,
      }));
      this.phrases.push({ entry, later, words });
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

type Report = (path: readonly (string | number)[], message: string) => void;

/** Compiles words, reporting a bad phrase instead of throwing. */
function entriesOrReport(
  lexicon: Lexicon,
  words: string | readonly string[] | undefined,
  path: readonly (string | number)[],
  report: Report,
): number[] {
  if (words === undefined) return [];
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

function compileRule(note: number, rule: NoteRule, at: number, lexicon: Lexicon, report: Report): CompiledRule {
  const words = (value: string | readonly string[] | undefined, ...path: string[]): number[] =>
    entriesOrReport(lexicon, value, ['match', at, ...path], report);
  const slots = (level: 'sentence' | 'before' | 'about' | 'article'): CompiledSlot[] =>
    Object.entries(rule[level] ?? {}).map(([name, value]) => ({ name, entries: words(value, level, name) }));
  const sentence = slots('sentence');
  return {
    note,
    name: rule.rule,
    ...(rule.names === undefined ? {} : { names: { name: 'name', entries: words(rule.names, 'names') } }),
    several: rule.several ?? 0,
    sentence,
    before: slots('before'),
    about: slots('about'),
    article: slots('article'),
    unless: words(rule.unless, 'unless'),
    unlessBefore: words(rule['unless-before'], 'unless-before'),
    unlessArticle: words(rule['unless-article'], 'unless-article'),
    order: rule.order ?? false,
    within: rule.within ?? 0,
    mark: sentence.flatMap((slot, i) => (rule.mark === undefined || rule.mark.includes(slot.name) ? [i] : [])),
  };
}

/** Compiles all notes with their vocabulary. Faults are collected, never thrown; the rules are whole where there is none. */
export function compileRules(
  notes: readonly Pick<Note, 'id' | 'kind' | 'title' | 'match'>[],
  vocabulary: Vocabulary,
): { rules: CompiledRules; faults: RuleFault[] } {
  const lexicon = new Lexicon(vocabulary);
  const faults: RuleFault[] = [];
  for (const [name, entry] of Object.entries(vocabulary)) {
    for (const list of ['words', 'later'] as const) {
      entriesOrReport(new Lexicon(vocabulary), entry[list], [list], (path, message) =>
        faults.push({ file: { entry: name }, path: [name, ...path], message }),
      );
    }
  }
  const compiled = notes.flatMap(({ id, match }, note) =>
    match.map((rule, i) =>
      compileRule(note, rule, i, lexicon, (path, message) => faults.push({ file: { note: id }, path, message })),
    ),
  );
  if (faults.length === 0) lexicon.addSilentEntries();
  const rules: CompiledRules = {
    forms: Object.fromEntries(lexicon.forms),
    anyNumber: lexicon.anyNumber,
    trie: buildTrie(lexicon.phrases),
    antecedents: Object.fromEntries(lexicon.antecedents),
    whole: [...lexicon.entries].filter(([name]) => vocabulary[name]?.whole).map(([, index]) => index),
    notes: notes.map(({ id, kind, title }) => ({ id, kind, title })),
    rules: compiled,
    triggers: triggersOf(compiled, lexicon.entries.size),
  };
  return { rules, faults };
}
