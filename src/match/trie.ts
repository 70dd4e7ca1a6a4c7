/** Building the trie of all phrases and the list of what each entry calls up. Runs in the build and the command line, never in a page. */
import type { CompiledRule, CompiledSlot, CompiledTrie, PhraseEnd } from './rules.ts';

/** One phrase: for each word its key and which of its letters must be capitals. */
export interface Phrase {
  readonly entry: number;
  readonly later: boolean;
  readonly words: readonly { readonly key: number; readonly capitals: number }[];
}

/** A trie of the phrases, flat; linear in the number of their words. */
export function buildTrie(phrases: readonly Phrase[]): CompiledTrie {
  const children: Map<number, number>[] = [new Map()];
  const ends: PhraseEnd[][] = [[]];
  for (const { entry, later, words } of phrases) {
    let node = 0;
    for (const { key } of words) {
      const next = children[node]?.get(key) ?? children.length;
      if (next === children.length) {
        children.push(new Map());
        ends.push([]);
        children[node]?.set(key, next);
      }
      node = next;
    }
    ends[node]?.push([entry, later ? 1 : 0, ...words.map(({ capitals }) => capitals)]);
  }
  return { next: children.map((map) => [...map].flat()), ends };
}

const slotsOf = (rule: CompiledRule): readonly CompiledSlot[] =>
  rule.names ? [rule.names, ...rule.sentence] : rule.sentence;

/**
 * For each entry the rules to try where it stands. A rule is listed under the one slot whose entries the fewest other rules use, so that
 * a common word ("Armenia") calls up next to nothing by itself.
 */
export function triggersOf(rules: readonly CompiledRule[], entries: number): number[][] {
  const uses = new Array<number>(entries).fill(0);
  for (const slot of rules.flatMap(slotsOf)) for (const entry of slot.entries) uses[entry] = (uses[entry] ?? 0) + 1;
  const weight = (slot: CompiledSlot): number => slot.entries.reduce((sum, entry) => sum + (uses[entry] ?? 0), 0);
  const triggers: number[][] = Array.from({ length: entries }, () => []);
  rules.forEach((rule, index) => {
    const rarest = slotsOf(rule).reduce((best, slot) => (weight(slot) < weight(best) ? slot : best));
    for (const entry of new Set(rarest.entries)) triggers[entry]?.push(index);
  });
  return triggers;
}
