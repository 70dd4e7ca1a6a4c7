/** The pass over a sentence that finds every phrase of the rules. */
import type { Token } from '../text/tokens.ts';
import { childOf, type Lexicon, type Mention, type Word } from './lexicon.ts';
import type { CompiledTrie } from './rules.ts';

/** A mention before it is known what the longer phrases around it name. */
type Finding = { -readonly [Key in keyof Mention]: Mention[Key] };

interface Sentence {
  readonly trie: CompiledTrie;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** the token after its last */
  readonly end: number;
}

const NONE: readonly number[] = [];

function add(
  entries: readonly number[],
  later: readonly number[],
  first: number,
  last: number,
  found: Finding[],
): void {
  if (entries.length > 0) found.push({ entries, first, last, later: false });
  for (const entry of later) found.push({ entries: [entry], first, last, later: true });
}

/** Follows the automaton from a node that the tokens before `next` have reached. */
function follow(node: number, first: number, next: number, sentence: Sentence, found: Finding[]): void {
  const { trie, tokens, words, end } = sentence;
  if (next >= end || !tokens[next]?.joined) return;
  for (const key of words[next]?.keys ?? NONE) {
    const child = childOf(trie, node, key);
    if (child < 0) continue;
    add(trie.names[trie.ends[child] ?? 0] ?? NONE, trie.later[child] ?? NONE, first, next, found);
    follow(child, first, next + 1, sentence, found);
  }
}

/** Takes from words inside longer ones, or in the same place, the entries that the longer ones name. */
function cover(inner: Finding, outer: Finding): void {
  if (!inner.entries.some((entry) => outer.entries.includes(entry))) return;
  // "The EU mission" names the mission, though it also stands for what was named.
  outer.later &&= inner.later;
  inner.entries = inner.entries.filter((entry) => !outer.entries.includes(entry));
}

/** What is found inside `found[index]` or in its place; `found` is in order of the first token. */
function insideOf(index: number, found: readonly Finding[]): Finding[] {
  const outer = found[index];
  const inside: Finding[] = [];
  if (!outer) return inside;
  let at = index;
  while (found[at - 1]?.first === outer.first) at--;
  for (let one = found[at]; one && one.first <= outer.last; one = found[++at])
    if (one !== outer && one.last <= outer.last) inside.push(one);
  return inside;
}

/** Leaves of each entry the longest words, and of names that are to be read as a whole nothing else inside. */
function settle(found: readonly Finding[], whole: ReadonlySet<number>): readonly Finding[] {
  for (let i = 0; i < found.length; i++) {
    const outer = found[i];
    if (!outer || outer.first === outer.last) continue;
    const inside = insideOf(i, found);
    for (const inner of inside) cover(inner, outer);
    if (outer.later || !outer.entries.some((entry) => whole.has(entry))) continue;
    for (const inner of inside) if (outer.last - outer.first > inner.last - inner.first) inner.entries = NONE;
  }
  return found.filter(({ entries }) => entries.length > 0);
}

/** Every place of the tokens `from` to before `end`, a sentence, where a phrase of the rules stands, in order; of each entry the longest words. */
export function findMentions(
  { rules: { trie }, whole }: Lexicon,
  tokens: readonly Token[],
  words: readonly Word[],
  from: number,
  end: number,
): readonly Mention[] {
  const sentence = { trie, tokens, words, end };
  const found: Finding[] = [];
  for (let first = from; first < end; first++) {
    const word = words[first];
    if (!word) continue;
    add(word.entries, word.later, first, first, found);
    for (const node of word.nodes) follow(node, first, first + 1, sentence, found);
  }
  return settle(found, whole);
}
