/** What the rules know of each word of a text. */
import { stem } from '../text/stem.ts';
import { lowered, type Token } from '../text/tokens.ts';
import type { CompiledRules, CompiledTrie } from './rules.ts';

/** The words of a text from one token to another, by their indexes, both included. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

/** Words that name entries. */
export interface Mention extends Place {
  readonly entries: readonly number[];
  /** the words only stand for the entry ("the alliance"): kept once it is known what they stand for */
  readonly later: boolean;
}

/** What a word is in the rules. */
export interface Word {
  /** what it may be in a phrase */
  readonly keys: readonly number[];
  /** entries that it names by itself, and those that it only stands for */
  readonly entries: readonly number[];
  readonly later: readonly number[];
  /** nodes of the automaton that it reaches from the root and from which phrases go on */
  readonly nodes: readonly number[];
  /** index of the weights of its stem, -1 for none */
  readonly cues: number;
}

export interface Lexicon {
  readonly rules: CompiledRules;
  /** the words that phrases have, ascending */
  readonly forms: readonly string[];
  /** entries inside whose words no other entry counts */
  readonly whole: ReadonlySet<number>;
  /** by spelling; words that were looked up before: a text has few different ones, and the rules have thousands */
  readonly words: Map<string, Word>;
}

/** Makes look-ups of what the build compiled. */
export function openLexicon(rules: CompiledRules): Lexicon {
  return { rules, forms: rules.forms.words.split(' '), whole: new Set(rules.whole), words: new Map() };
}

const NONE: readonly number[] = [];

/** The child of a node under a key, by bisection; -1 where there is none. */
export function childOf({ starts, edges }: CompiledTrie, node: number, key: number): number {
  let low = (starts[node] ?? 0) >> 1;
  let high = (starts[node + 1] ?? 0) >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = edges[2 * middle] ?? 0;
    if (found === key) return edges[2 * middle + 1] ?? -1;
    if (found < key) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** The place of a word in an ascending list, by bisection; -1 where it is not in it. */
function indexOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = words[middle] ?? '';
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** The keys that a lower-case word may be. */
function keysOf(word: string, { rules: { forms }, forms: words }: Lexicon): readonly number[] {
  const form = indexOf(words, word);
  return form < 0 ? NONE : forms.keys.slice(forms.starts[form], forms.starts[form + 1]);
}

/** So many words are remembered; an endless stream of texts must not fill memory. */
const MOST_WORDS = 20_000;
const DIGIT = /^\d/;
const CAPITAL = /\p{Lu}/u;

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Whether a normalised word has capitals where the mask asks for them. */
function hasCapitals(written: string, mask: number): boolean {
  for (let i = 0; mask >> i !== 0; i++) if ((mask >> i) & 1 && !CAPITAL.test(written.charAt(i))) return false;
  return true;
}

function lookUp(token: Token, lexicon: Lexicon): Word {
  const word = lowered(token);
  const { anyNumber, capitals, trie, cues } = lexicon.rules;
  const fitting = keysOf(word, lexicon).filter((key) => hasCapitals(token.written, capitals[key] ?? 0));
  const keys = anyNumber >= 0 && DIGIT.test(word) ? [...fitting, anyNumber] : fitting;
  const nodes = keys.map((key) => childOf(trie, 0, key)).filter((node) => node >= 0);
  return {
    keys,
    entries: [...new Set(nodes.flatMap((node) => trie.names[trie.ends[node] ?? 0] ?? NONE))],
    later: [...new Set(nodes.flatMap((node) => trie.later[node] ?? NONE))],
    nodes: nodes.filter((node) => (trie.starts[node] ?? 0) < (trie.starts[node + 1] ?? 0)),
    cues: own(cues.words, stem(word)) ?? -1,
  };
}

/** The words of a text, one a token. */
export function wordsOf(tokens: readonly Token[], lexicon: Lexicon): Word[] {
  const { words } = lexicon;
  return tokens.map((token) => {
    const known = words.get(token.written);
    if (known) return known;
    const found = lookUp(token, lexicon);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(token.written, found);
    return found;
  });
}
