/** The pass over a text that finds every phrase of the rules. */
import type { Token } from '../text/tokens.ts';
import type { CompiledRules, PhraseEnd } from './rules.ts';

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
  /** the trie's children by key, node by node, made when a node is first reached */
  readonly children: Map<number, ReadonlyMap<number, number>>;
}

/** Makes look-ups of what the build compiled. */
export function openLexicon(rules: CompiledRules): Lexicon {
  return { rules, forms: new Map(Object.entries(rules.forms)), children: new Map() };
}

function childrenOf(node: number, { rules, children }: Lexicon): ReadonlyMap<number, number> {
  const known = children.get(node);
  if (known) return known;
  const flat = rules.trie.next[node] ?? [];
  const made = new Map<number, number>();
  for (let i = 0; i < flat.length; i += 2) made.set(flat[i] ?? 0, flat[i + 1] ?? 0);
  children.set(node, made);
  return made;
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

interface Text {
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly keys: readonly (readonly number[])[];
  readonly starts: ReadonlySet<number>;
}

/** Puts an occurrence behind `found[from]` and what follows it, in the place of a shorter one of the same entry. */
function add(occurrence: Occurrence, found: Occurrence[], from: number): void {
  let at = from;
  while (at < found.length && found[at]?.entry !== occurrence.entry) at++;
  if (occurrence.last > (found[at]?.last ?? -1)) found[at] = occurrence;
}

/** Follows the trie from a node that the tokens before `next` have reached; what they name goes behind `found[from]`, of each entry the longest. */
function follow(node: number, first: number, next: number, text: Text, found: Occurrence[], from: number): void {
  const { lexicon, tokens, keys, starts } = text;
  for (const end of lexicon.rules.trie.ends[node] ?? []) {
    if (fits(end, tokens, first)) add({ entry: end[0], first, last: next - 1, later: end[1] === 1 }, found, from);
  }
  const here = keys[next];
  if (!here || here === NO_KEYS || (next > first && (!tokens[next]?.joined || starts.has(next)))) return;
  const children = childrenOf(node, lexicon);
  for (const key of here) {
    const child = children.get(key);
    if (child !== undefined) follow(child, first, next + 1, text, found, from);
  }
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
    follow(0, first, first, text, found, found.length);
  }
  return dropInner(found, lexicon.rules.whole);
}
