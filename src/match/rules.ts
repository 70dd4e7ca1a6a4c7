/** Rules as the build compiles them from notes and vocabulary: plain data, the global `sidelightRules` of the script `rules.js`. */
import type { NoteId, NoteKind } from '../notes/schema.ts';

/**
 * All phrases as one trie over the keys of their words; node 0 is the root. Built in the build, so that a page has nothing to build.
 */
export interface CompiledTrie {
  /** for each node its children: key, node, key, node, … */
  readonly next: readonly (readonly number[])[];
  /** for each node the phrases that end there */
  readonly ends: readonly (readonly PhraseEnd[])[];
}

/**
 * The index of the vocabulary entry that the phrase stands for; 1 where it counts only once the entry was named before
 * ("the alliance"), else 0; then for each word which of its letters must be capitals (bit 0 is the first).
 */
export type PhraseEnd = readonly [entry: number, later: number, ...capitals: number[]];

export interface CompiledSlot {
  readonly name: string;
  /** any of these entries fills it */
  readonly entries: readonly number[];
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
  /** entries that forbid the match in the sentence, in it or the three before, in the article */
  readonly unless: readonly number[];
  readonly unlessBefore: readonly number[];
  readonly unlessArticle: readonly number[];
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

export interface CompiledRules {
  /** lower-case form of a word -> keys that it may be (a noun, a verb form) */
  readonly forms: Readonly<Record<string, readonly number[]>>;
  /** key of any number, -1 where no phrase asks for one */
  readonly anyNumber: number;
  readonly trie: CompiledTrie;
  /** entry -> other entries whose mention lets its later phrases stand for it: those that its vocabulary entry is made of */
  readonly antecedents: Readonly<Record<number, readonly number[]>>;
  /** indexes of entries inside whose occurrences no other entry counts */
  readonly whole: readonly number[];
  readonly notes: readonly CompiledNote[];
  /** in the order of the notes */
  readonly rules: readonly CompiledRule[];
  /** for each entry the rules (indexes, ascending) that are tried where it stands */
  readonly triggers: readonly (readonly number[])[];
}

declare global {
  var sidelightRules: CompiledRules | undefined;
}
