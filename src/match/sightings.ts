/**
 * What was named where, sentence by sentence. One object serves all texts of a matcher: sentences are numbered on from text to text,
 * so that nothing has to be cleared.
 */
import type { Occurrence } from './lexicon.ts';
import type { CompiledRules } from './rules.ts';

/** How many sentences back `near` reaches, and how many sentences of an article tell what it is about. */
export const REACH = 3;
/** Before every sentence. */
const NEVER = -REACH - 1;

const numbers = (length: number): Int32Array => new Int32Array(length).fill(NEVER);

/** The sets of the rules, by index, and where their entries stand. */
export class Sightings {
  readonly #sets: CompiledRules['sets'];
  /** by entry: the last sentence so far that has it, and where it stands there */
  readonly #last: Int32Array;
  readonly #places: Occurrence[][] = [];
  /** by entry: the text's first sentence that has it, and its first occurrence */
  readonly #first: Int32Array;
  readonly #firstPlace: Occurrence[] = [];
  /** by entry: the number of the text whose title names it, which is that of its first sentence */
  readonly #title: Int32Array;
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

  /** Begins a text: the entries that its title names, and the occurrences of each of its sentences. */
  begin(inTitle: Iterable<number>, bySentence: readonly (readonly Occurrence[])[]): void {
    this.#start = this.#end;
    this.#end += bySentence.length + REACH + 1;
    for (const entry of inTitle) this.#title[entry] = this.#start;
    bySentence.forEach((occurrences, index) => {
      for (const occurrence of occurrences) {
        if ((this.#first[occurrence.entry] ?? 0) >= this.#start) continue;
        this.#first[occurrence.entry] = this.#start + index;
        this.#firstPlace[occurrence.entry] = occurrence;
      }
    });
  }

  /** Goes on to a sentence, in order. */
  enter(sentence: number, occurrences: readonly Occurrence[]): void {
    this.#now = this.#start + sentence;
    for (const occurrence of occurrences) {
      const { entry } = occurrence;
      if (this.#last[entry] === this.#now) this.#places[entry]?.push(occurrence);
      else this.#places[entry] = [occurrence];
      this.#last[entry] = this.#now;
    }
  }

  /** Whether one of the set's entries stands in the sentence. */
  isHere(set: number): boolean {
    for (const entry of this.#sets[set] ?? []) if (this.#last[entry] === this.#now) return true;
    return false;
  }

  /** … in the sentence, the three before it or the title. */
  isNear(set: number): boolean {
    return this.nearest(set) !== undefined;
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

  /** The occurrences of the set's entries in the sentence. */
  here(set: number): Occurrence[] {
    const out: Occurrence[] = [];
    for (const entry of this.#sets[set] ?? []) {
      if (this.#last[entry] === this.#now) for (const occurrence of this.#places[entry] ?? []) out.push(occurrence);
    }
    return out;
  }

  /** The nearest occurrence in the sentence or the three before it; null where only the title has one, undefined where nothing has. */
  nearest(set: number): Occurrence | null | undefined {
    let best = this.#now - REACH - 1;
    let found: Occurrence | null | undefined;
    for (const entry of this.#sets[set] ?? []) {
      const last = this.#last[entry] ?? NEVER;
      if (last > best) {
        best = last;
        found = this.#places[entry]?.[0];
      }
      if (found === undefined && this.#title[entry] === this.#start) found = null;
    }
    return found;
  }

  /** The first occurrence in the text; null where the title has the only one. */
  first(set: number): Occurrence | null {
    let found: Occurrence | null = null;
    for (const entry of this.#sets[set] ?? []) {
      if ((this.#first[entry] ?? NEVER) < this.#start) continue;
      const one = this.#firstPlace[entry];
      if (one && (found === null || one.first < found.first)) found = one;
    }
    return found;
  }
}
