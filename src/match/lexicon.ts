/** The pass over a text that finds every phrase of the rules. */
import type { Token } from '../text/tokens.ts';
import type { CompiledRules, CompiledTrie, PhraseEnd } from './rules.ts';

/** An entry named at tokens `first` to `last`. */
export interface Occurrence {
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  /** a phrase that only stands for the entry ("the alliance"); kept once it is resolved */
  readonly later: boolean;
}

export interface Lexicon {
  readonly rules: CompiledRules;
  readonly forms: ReadonlyMap<string, readonly number[]>;
  /** children of the trie's root, which has too many to look through, by key */
  readonly starts: ReadonlyMap<number, number>;
}

/** Makes look-ups of what the build compiled. */
export function openLexicon(rules: CompiledRules): Lexicon {
  const starts = new Map<number, number>();
  eachChild(rules.trie.next[0], (key, node) => starts.set(key, node));
  return { rules, forms: new Map(Object.entries(rules.forms)), starts };
}

function eachChild(children: readonly number[] | undefined, visit: (key: number, node: number) => void): void {
  if (!children) return;
  for (let i = 0; i < children.length; i += 2) visit(children[i] ?? 0, children[i + 1] ?? 0);
}

const NO_KEYS: readonly number[] = [];
const DIGIT = /^\d/;
const CAPITAL = /\p{Lu}/u;

/** The keys that a token may stand for in a phrase. */
function keysOf({ forms, rules: { anyNumber } }: Lexicon, { word }: Token): readonly number[] {
  const keys = forms.get(word) ?? NO_KEYS;
  return anyNumber >= 0 && DIGIT.test(word) ? [...keys, anyNumber] : keys;
}

/** Whether a normalised word has capitals where the mask asks for them. */
function hasCapitals(written: string, mask: number): boolean {
  for (let i = 0; mask >> i !== 0; i++) if ((mask >> i) & 1 && !CAPITAL.test(written.charAt(i))) return false;
  return true;
}

/** Whether the tokens from `first` on have the capitals that the phrase asks for. */
function fits(end: PhraseEnd, tokens: readonly Token[], first: number): boolean {
  for (let i = 2; i < end.length; i++) {
    const mask = end[i] ?? 0;
    if (mask !== 0 && !hasCapitals(tokens[first + i - 2]?.written ?? '', mask)) return false;
  }
  return true;
}

/** The phrases that begin at one token, of each entry the longest, put behind what was found before. */
function addOccurrencesAt(first: number, text: Text, found: Occurrence[]): void {
  const { lexicon, tokens, keys, starts } = text;
  const from = found.length;
  let nodes: number[] = [];
  for (const key of keys[first] ?? NO_KEYS) {
    const node = lexicon.starts.get(key);
    if (node !== undefined) nodes.push(node);
  }
  for (let last = first; nodes.length > 0; last++) {
    for (const node of nodes) {
      for (const end of lexicon.rules.trie.ends[node] ?? []) {
        if (!fits(end, tokens, first)) continue;
        const shorter = found.findIndex(({ entry }, i) => i >= from && entry === end[0]);
        const occurrence = { entry: end[0], first, last, later: end[1] === 1 };
        if (shorter < 0) found.push(occurrence);
        else found[shorter] = occurrence;
      }
    }
    if (!tokens[last + 1]?.joined || starts.has(last + 1)) return;
    nodes = childrenOf(nodes, keys[last + 1] ?? NO_KEYS, lexicon.rules.trie);
  }
}

function childrenOf(nodes: readonly number[], keys: readonly number[], trie: CompiledTrie): number[] {
  const out: number[] = [];
  if (keys.length === 0) return out;
  for (const node of nodes) {
    eachChild(trie.next[node], (key, child) => {
      if (keys.includes(key)) out.push(child);
    });
  }
  return out;
}

interface Text {
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly keys: readonly (readonly number[])[];
  readonly starts: ReadonlySet<number>;
}

const isInside = (inner: Occurrence, outer: Occurrence): boolean =>
  outer.first <= inner.first && inner.last <= outer.last && outer.last - outer.first > inner.last - inner.first;

/** Drops what stands inside a longer name of the same entry, or inside a name that is to be read as a whole. */
function dropInner(found: readonly Occurrence[], whole: readonly number[]): Occurrence[] {
  const wholes = found.filter((occurrence) => whole.includes(occurrence.entry) && !occurrence.later);
  const reach = new Map<number, number>();
  let past = 0;
  return found.filter((occurrence) => {
    while ((wholes[past]?.last ?? occurrence.first) < occurrence.first) past++;
    for (let i = past; (wholes[i]?.first ?? Number.POSITIVE_INFINITY) <= occurrence.first; i++) {
      const outer = wholes[i];
      if (outer && isInside(occurrence, outer)) return false;
    }
    const covered = (reach.get(occurrence.entry) ?? -1) >= occurrence.last;
    if (!covered) reach.set(occurrence.entry, occurrence.last);
    return !covered;
  });
}

/** Every place where a phrase of the rules stands, in order. A phrase never reaches into the next sentence: `starts` are the indexes of their first tokens. */
export function findOccurrences(lexicon: Lexicon, tokens: readonly Token[], starts: ReadonlySet<number>): Occurrence[] {
  const text = { lexicon, tokens, keys: tokens.map((token) => keysOf(lexicon, token)), starts };
  const found: Occurrence[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (text.keys[first] !== NO_KEYS) addOccurrencesAt(first, text, found);
  }
  return dropInner(found, lexicon.rules.whole);
}
