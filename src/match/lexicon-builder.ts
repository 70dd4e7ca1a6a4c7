/** Words to keys and phrases to entries: the half of compiling that rules share. Runs in the build and the command line, never in a page. */
import type { Vocabulary } from '../notes/schema.ts';
import { nounForms, verbForms } from '../text/inflect.ts';
import {
  expandAlternatives,
  expandCompounds,
  expandEntries,
  type PatternWord,
  PhraseError,
  parsePhrase,
} from './phrases.ts';
import type { Phrase } from './trie.ts';

const ENTRY_ALONE = /^<([^<>]*)>$/;

/** A fault within an entry that a phrase names: told once, where the entry stands. */
export class EntryFault extends PhraseError {}
class CircleFault extends PhraseError {}

function withinEntry<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PhraseError && !(error instanceof CircleFault) ? new EntryFault(error.message) : error;
  }
}

/** A word, its kind and its capitals as one string. */
const nameOf = (word: PatternWord): string =>
  word.kind === 'number' ? '#' : `${{ noun: '', verb: '~', exact: '=' }[word.kind]}${word.word}^${word.capitals}`;

function formsOf(word: Exclude<PatternWord, { kind: 'number' }>): readonly string[] {
  if (word.kind === 'exact') return [word.word];
  return word.kind === 'verb' ? verbForms(word.word) : nounForms(word.word);
}

/** Gives each word form its keys and each phrase its entry; an entry is compiled when a rule first names it. */
export class LexiconBuilder {
  readonly forms = new Map<string, number[]>();
  /** for each key which letters must be capitals */
  readonly capitals: number[] = [];
  readonly phrases: Phrase[] = [];
  /** index of each entry by its name: that of the vocabulary, or in quotes the phrase of a rule */
  readonly entries = new Map<string, number>();
  /** as in CompiledRules */
  readonly antecedents = new Map<number, readonly number[]>();
  readonly #vocabulary: Vocabulary;
  readonly #keys = new Map<string, number>();
  /** by name: what `#entry` gave */
  readonly #made = new Map<string, readonly number[]>();
  /** entries whose words are being written out: one that comes up again names itself */
  readonly #open = new Set<string>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
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
    const entry = Object.hasOwn(this.#vocabulary, name) ? this.#vocabulary[name] : undefined;
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
    for (const plain of this.#writtenOut(phrase).flatMap(expandCompounds)) {
      const keys = parsePhrase(plain).map((word) => this.#key(word));
      this.phrases.push({ entry, later, keys });
    }
  }

  /** The entries that a vocabulary entry stands for: its own phrases, and each entry that it names whole. Added when first used. */
  #entry(name: string): readonly number[] {
    const known = this.#made.get(name);
    if (known) return known;
    this.#wordsOf(name);
    const entry = this.#vocabulary[name];
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
    for (const [name, entry] of Object.entries(this.#vocabulary)) {
      if (entry.whole || entry.later.length > 0) this.#entry(name);
    }
  }

  /** The entries that a phrase of a rule stands for; one with words of its own becomes an entry, named by them. Throws PhraseError. */
  entriesFor(phrase: string): readonly number[] {
    const alone = ENTRY_ALONE.exec(phrase);
    if (alone) return this.#entry(alone[1] ?? '');
    const written = `"${phrase}"`;
    const known = this.entries.get(written);
    if (known !== undefined) return [known];
    this.#writtenOut(phrase).forEach(parsePhrase);
    const index = this.#newEntry(written);
    this.#add(phrase, index, false);
    return [index];
  }
}
