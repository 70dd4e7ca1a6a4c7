/** The pass over a text that finds every phrase of the rules. */
import { stem } from '../text/stem.ts';
import type { Token } from '../text/tokens.ts';
import type { CompiledRules } from './rules.ts';

/** An entry named at tokens `first` to `last`. */
export interface Occurrence {
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  /** a phrase that only stands for the entry ("the alliance"); kept once it is resolved */
  readonly later: boolean;
}

/** What a word may be in a phrase, and what it weighs. */
export interface Word {
  readonly keys: readonly number[];
  /** for each key the node of the trie to which it leads from the root, -1 where it leads to none */
  readonly nodes: readonly number[];
  /** index of the weights of its stem, -1 for none */
  readonly cues: number;
}

export interface Lexicon {
  readonly rules: CompiledRules;
  /** entries inside whose occurrences no other entry counts */
  readonly whole: ReadonlySet<number>;
  /** words that were looked up before: a text has few different ones, and the rules have thousands */
  readonly words: Map<string, Word>;
}

/** Makes look-ups of what the build compiled. */
export function openLexicon(rules: CompiledRules): Lexicon {
  return { rules, whole: new Set(rules.whole), words: new Map() };
}

/** The child of a node under a key, by bisection; -1 where there is none. */
function childOf(children: readonly number[], key: number): number {
  let low = 0;
  let high = children.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = children[2 * middle] ?? 0;
    if (found === key) return children[2 * middle + 1] ?? -1;
    if (found < key) low = middle + 1;
    else high = middle;
  }
  return -1;
}

const NONE: readonly number[] = [];
const NO_WORD: Word = { keys: NONE, nodes: NONE, cues: -1 };
/** So many words are remembered; an endless stream of texts must not fill memory. */
const MOST_WORDS = 20_000;
const DIGIT = /^\d/;
const CAPITAL = /\p{Lu}/u;

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function lookUp(written: string, { forms, anyNumber, trie, cues }: CompiledRules): Word {
  const known = own(forms, written) ?? NONE;
  const keys = anyNumber >= 0 && DIGIT.test(written) ? [...known, anyNumber] : known;
  const nodes = keys.map((key) => childOf(trie.next[0] ?? NONE, key));

  return { keys, nodes, cues: own(cues.words, stem(written)) ?? -1 };
}

/** The words of a text, one a token. */
export function wordsOf(tokens: readonly Token[], { rules, words }: Lexicon): Word[] {
  return tokens.map(({ word }) => {
    const known = words.get(word);
    if (known) return known;
    const found = lookUp(word, rules);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(word, found);
    return found;
  });
}

/** Whether a normalised word has capitals where the mask asks for them. */
function hasCapitals(written: string, mask: number): boolean {
  for (let i = 0; mask >> i !== 0; i++) if ((mask >> i) & 1 && !CAPITAL.test(written.charAt(i))) return false;
  return true;
}

interface Text {
  readonly rules: CompiledRules;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly starts: ReadonlySet<number>;
}

/** Whether the token has the capitals that a key asks for. */
function fits(key: number, at: number, { rules, tokens }: Text): boolean {
  const mask = rules.capitals[key] ?? 0;
  return mask === 0 || hasCapitals(tokens[at]?.written ?? '', mask);
}

/** An occurrence while it is not yet known whether it holds a name. */
type Finding = { -readonly [Key in keyof Occurrence]: Occurrence[Key] };

/** Puts an occurrence behind `found[from]` and what follows it, in the place of a shorter one of the same entry. */
function add(occurrence: Finding, found: Finding[], from: number): void {
  let at = from;
  while (at < found.length && found[at]?.entry !== occurrence.entry) at++;
  const shorter = found[at];
  // "The EU mission" names the mission, though it also stands for what was named.
  if (shorter) occurrence.later &&= shorter.later;
  if (occurrence.last > (shorter?.last ?? -1)) found[at] = occurrence;
}

/** Follows the trie from a node that the tokens before `next` have reached; what they name goes behind `found[from]`, of each entry the longest. */
function follow(node: number, first: number, next: number, text: Text, found: Finding[], from: number): void {
  const { trie } = text.rules;
  for (const end of trie.ends[node] ?? NONE)
    add({ entry: end >> 1, first, last: next - 1, later: (end & 1) === 1 }, found, from);
  const children = trie.next[node];
  const keys = text.words[next]?.keys;
  if (!children?.length || !keys?.length || !text.tokens[next]?.joined || text.starts.has(next)) return;
  for (const key of keys) {
    const child = childOf(children, key);
    if (child >= 0 && fits(key, next, text)) follow(child, first, next + 1, text, found, from);
  }
}

const isInside = (inner: Occurrence, outer: Occurrence): boolean =>
  outer.first <= inner.first && inner.last <= outer.last && outer.last - outer.first > inner.last - inner.first;

/** Drops what stands inside a name that is to be read as a whole. */
function dropInnerOfWholes(found: readonly Finding[], whole: ReadonlySet<number>): readonly Finding[] {
  const wholes = found.filter((occurrence) => whole.has(occurrence.entry) && !occurrence.later);
  if (wholes.length === 0) return found;
  let past = 0;
  return found.filter((occurrence) => {
    while ((wholes[past]?.last ?? occurrence.first) < occurrence.first) past++;
    for (let i = past; (wholes[i]?.first ?? Number.POSITIVE_INFINITY) <= occurrence.first; i++) {
      const outer = wholes[i];
      if (outer && isInside(occurrence, outer)) return false;
    }
    return true;
  });
}

/** Drops what stands inside longer words of the same entry; words that hold a name are one themselves. */
function dropCovered(found: readonly Finding[]): Occurrence[] {
  let open: Finding[] = [];
  return found.filter((occurrence) => {
    const { entry, first, last, later } = occurrence;
    if (open.length > 0) open = open.filter((longer) => longer.last >= first);
    const longer = open.find((one) => one.entry === entry && one.last >= last);
    if (longer) longer.later &&= later;
    if (last > first) open.push(occurrence);
    return !longer;
  });
}

/** Every place where a phrase of the rules stands, in order. A phrase never reaches into the next sentence: `starts` are the indexes of their first tokens. */
export function findOccurrences(
  { rules, whole }: Lexicon,
  tokens: readonly Token[],
  words: readonly Word[],
  starts: ReadonlySet<number>,
): Occurrence[] {
  const text = { rules, tokens, words, starts };
  const found: Finding[] = [];
  for (let first = 0; first < words.length; first++) {
    const { keys, nodes } = words[first] ?? NO_WORD;
    const from = found.length;
    for (let i = 0; i < keys.length; i++) {
      const node = nodes[i] ?? -1;
      if (node >= 0 && fits(keys[i] ?? 0, first, text)) follow(node, first, first + 1, text, found, from);
    }
  }
  return dropCovered(dropInnerOfWholes(found, whole));
}
