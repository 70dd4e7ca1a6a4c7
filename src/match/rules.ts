/** Rules as the build compiles them from notes and vocabulary: plain data. `pack.ts` tells how they come into a page. */
import type { NoteId, NoteKind } from '../notes/schema.ts';

/** The words that phrases have. A page looks up few of so many, so they are in the form that is quickest to read: one string and lists in one row. */
export interface CompiledForms {
  /** in lower case, ascending, a space between */
  readonly words: string;
  /** for each word where its keys begin, and behind the last word where they end */
  readonly starts: readonly number[];
  /** what a word may be: a noun, a verb form, with capitals or without */
  readonly keys: readonly number[];
}

/**
 * All phrases as one automaton over the keys of their words; node 0 is the root. A trie whose equal ends are shared: "(a|b) (c|d)" needs two steps, not
 * four phrases. Built in the build, so that a page has nothing to build.
 */
export interface CompiledTrie {
  /** for each node where its edges begin, and behind the last node where they end */
  readonly starts: readonly number[];
  /** key, child, key, child, … by ascending key within a node */
  readonly edges: readonly number[];
  /** for each node the entries that the words up to it name: index of `names`, whose first is empty */
  readonly ends: readonly number[];
  readonly names: readonly (readonly number[])[];
  /** for a few nodes the entries that the words up to it stand for once they were named before ("the alliance") */
  readonly later: Readonly<Record<number, readonly number[]>>;
}

export interface CompiledSlot {
  readonly name: string;
  /** index of the entries (in `sets`) any of which fills it */
  readonly set: number;
}

export interface CompiledRule {
  /** index of its note */
  readonly note: number;
  readonly name: string;
  /** a term: each occurrence of these entries is a match of its own */
  readonly names?: CompiledSlot;
  /** so many different entries of `names` must stand in the sentence, and are one match together; 0: each is a match */
  readonly several: number;
  /** slots that must meet in the sentence, each filled by words of its own */
  readonly sentence: readonly CompiledSlot[];
  /** slots filled in the sentence, in one of the three before it, or in the title */
  readonly before: readonly CompiledSlot[];
  /** slots filled in the title or one of the first three sentences: what the article is about */
  readonly about: readonly CompiledSlot[];
  /** slots filled anywhere in the article or its title */
  readonly article: readonly CompiledSlot[];
  /** sets whose entries forbid the match in the sentence, in it or the three before, in the article; null: none */
  readonly unless: number | null;
  readonly unlessBefore: number | null;
  readonly unlessArticle: number | null;
  /** first and last day (YYYY-MM-DD) of the articles in which it counts; null: in all */
  readonly dated: readonly [from: string, to: string] | null;
  /** is no match by itself, but weighs */
  readonly weak: boolean;
  /** slots stand in the order in which they are listed */
  readonly order: boolean;
  /** most words from the first slot's first to the last slot's last; 0: no bound */
  readonly within: number;
  /** which slots the mark covers (indexes of `sentence`) */
  readonly mark: readonly number[];
}

export interface CompiledNote {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly title: string;
}

/** Weights that were learnt: log-odds in hundredths. */
export interface CompiledCues {
  /** by note: what a sentence has to overcome, negative */
  readonly bias: readonly number[];
  /** note, weight, note, weight, … in one row, and where each list begins and the last ends; the others name lists by index, -1 for none */
  readonly lists: { readonly starts: readonly number[]; readonly weights: readonly number[] };
  /** by stem of a word in the sentence */
  readonly words: Readonly<Record<string, number>>;
  /** by entry that is named in the sentence */
  readonly entries: readonly number[];
  /** by weak rule that fits the sentence */
  readonly rules: readonly number[];
  /** by note that a rule raises in the sentence, in one of the three before it, in the article around it */
  readonly here: readonly number[];
  readonly near: readonly number[];
  readonly article: readonly number[];
}

export interface CompiledRules {
  readonly forms: CompiledForms;
  /** for each key which letters of the word must be capitals, bit 0 the first */
  readonly capitals: readonly number[];
  /** key of any number, -1 where no phrase asks for one */
  readonly anyNumber: number;
  readonly trie: CompiledTrie;
  /** entry -> other entries whose mention lets its later phrases stand for it: those that its vocabulary entry is made of */
  readonly antecedents: Readonly<Record<number, readonly number[]>>;
  /** indexes of entries inside whose occurrences no other entry counts */
  readonly whole: readonly number[];
  readonly notes: readonly CompiledNote[];
  /** entries that fill a slot or forbid a match; what several rules ask for in the same words is one set */
  readonly sets: readonly (readonly number[])[];
  /** in the order of the notes */
  readonly rules: readonly CompiledRule[];
  /** for each entry the rules (indexes, ascending) that are tried where it stands */
  readonly triggers: readonly (readonly number[])[];
  /** for each rule the other sets that must stand in the sentence, the rarest first */
  readonly needs: readonly (readonly number[])[];
  readonly cues: CompiledCues;
}
