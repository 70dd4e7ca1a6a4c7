/**
 * What was named where, sentence by sentence. One object serves all texts of a matcher: sentences are numbered on from text to text,
 * so that nothing has to be cleared.
 */
import type { Mention } from './lexicon.ts';
import type { CompiledRules } from './rules.ts';

/** How many sentences back `near` reaches, and how many sentences of an article tell what it is about. */
export const REACH = 3;
/** Before every sentence. */
const NEVER = -REACH - 1;

const numbers = (length: number): Int32Array => new Int32Array(length).fill(NEVER);

/** The sets of the rules, by index, and where their entries stand. */
export class Sightings {
  readonly #sets: CompiledRules['sets'];
  /** by entry: the last sentence so far that has it, and the text's first that has it */
  readonly #last: Int32Array;
  readonly #first: Int32Array;
  /** by entry: the number of the text whose title names it, which is that of its first sentence */
  readonly #title: Int32Array;
  #mentions: readonly (readonly Mention[])[] = [];
  /** the numbers of the text's first sentence, of the one that is read, and of the next text's first */
  #start = 0;
  #now = 0;
  #end = 0;

  constructor({ sets, triggers }: Pick<CompiledRules, 'sets' | 'triggers'>) {
    this.#sets = sets;
    this.#last = numbers(triggers.length);
    this.#first = numbers(triggers.length);
    this.#title = numbers(triggers.length);
  }

  /** Begins a text: the entries that its title names, and the mentions of each of its sentences. */
  begin(inTitle: Iterable<number>, mentions: readonly (readonly Mention[])[]): void {
    this.#mentions = mentions;
    this.#start = this.#end;
    this.#end += mentions.length + REACH + 1;
    for (const entry of inTitle) this.#title[entry] = this.#start;
    for (let sentence = mentions.length - 1; sentence >= 0; sentence--) this.#mark(this.#first, sentence);
  }

  /** Goes on to a sentence, in order. */
  enter(sentence: number): void {
    this.#now = this.#start + sentence;
    this.#mark(this.#last, sentence);
  }

  #mark(sentences: Int32Array, sentence: number): void {
    for (const { entries } of this.#mentions[sentence] ?? [])
      for (const entry of entries) sentences[entry] = this.#start + sentence;
  }

  /** The first mention of an entry in a sentence. */
  #firstIn(sentence: number, entry: number): Mention | undefined {
    return this.#mentions[sentence - this.#start]?.find(({ entries }) => entries.includes(entry));
  }

  /** Whether one of the set's entries stands in the sentence. */
  isHere(set: number): boolean {
    for (const entry of this.#sets[set] ?? []) if (this.#last[entry] === this.#now) return true;
    return false;
  }

  /** … in the sentence, the three before it or the title. */
  isNear(set: number): boolean {
    for (const entry of this.#sets[set] ?? []) {
      if ((this.#last[entry] ?? NEVER) >= this.#now - REACH || this.#title[entry] === this.#start) return true;
    }
    return false;
  }

  /** … in the title or one of the first three sentences: what the article is about. */
  isLeading(set: number): boolean {
    const end = this.#start + REACH;
    for (const entry of this.#sets[set] ?? []) {
      const first = this.#first[entry] ?? NEVER;
      if ((first >= this.#start && first < end) || this.#title[entry] === this.#start) return true;
    }
    return false;
  }

  /** … anywhere in the article or its title. */
  isAnywhere(set: number): boolean {
    for (const entry of this.#sets[set] ?? []) {
      if ((this.#first[entry] ?? NEVER) >= this.#start || this.#title[entry] === this.#start) return true;
    }
    return false;
  }

  /** How many of the set's entries stand in the sentence. */
  countHere(set: number): number {
    return (this.#sets[set] ?? []).filter((entry) => this.#last[entry] === this.#now).length;
  }

  /** The mentions of the set's entries in the sentence, each once: entry by entry in the set's order. */
  here(set: number): Mention[] {
    const out: Mention[] = [];
    const before: number[] = [];
    const mentions = this.#mentions[this.#now - this.#start] ?? [];
    for (const entry of this.#sets[set] ?? []) {
      if (this.#last[entry] !== this.#now) continue;
      for (const mention of mentions) {
        const { entries } = mention;
        if (entries.includes(entry) && !before.some((one) => entries.includes(one))) out.push(mention);
      }
      before.push(entry);
    }
    return out;
  }

  /** The nearest mention in the sentence or the three before it; null where only the title has one, undefined where nothing has. */
  nearest(set: number): Mention | null | undefined {
    let [best, nearest] = [this.#now - REACH - 1, -1];
    let isInTitle = false;
    for (const entry of this.#sets[set] ?? []) {
      const last = this.#last[entry] ?? NEVER;
      if (last > best) [best, nearest] = [last, entry];
      if (this.#title[entry] === this.#start) isInTitle = true;
    }
    if (nearest >= 0) return this.#firstIn(best, nearest);
    return isInTitle ? null : undefined;
  }

  /** The first mention in the text; null where the title has the only one. */
  first(set: number): Mention | null {
    let sentence = this.#end;
    let found: Mention | null = null;
    for (const entry of this.#sets[set] ?? []) {
      const first = this.#first[entry] ?? NEVER;
      if (first < this.#start || first > sentence) continue;
      sentence = first;
      const one = this.#firstIn(first, entry);
      if (one && (found === null || one.first < found.first)) found = one;
    }
    return found;
  }
}
