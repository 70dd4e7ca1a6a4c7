/** Building the automaton of all phrases and the list of what each entry calls up. Runs in the build and the command line, never in a page. */
import type { CompiledRule, CompiledSlot, CompiledTrie } from './rules.ts';

/** One phrase: the keys of its words. */
export interface Phrase {
  readonly entry: number;
  readonly later: boolean;
  readonly keys: readonly number[];
}

interface Node {
  readonly children: Map<number, Node>;
  readonly ends: Set<number>;
}

const newNode = (): Node => ({ children: new Map(), ends: new Set() });

function growTrie(phrases: readonly Phrase[]): Node {
  const root = newNode();
  for (const { entry, later, keys } of phrases) {
    let node = root;
    for (const key of keys) {
      const next = node.children.get(key) ?? newNode();
      node.children.set(key, next);
      node = next;
    }
    node.ends.add(2 * entry + (later ? 1 : 0));
  }
  return root;
}

/** Numbers the nodes of a trie so that equal ones, with all below them, are one (Revuz 1992: minimal acyclic automata, from the leaves up). */
export function buildTrie(phrases: readonly Phrase[]): CompiledTrie {
  const next: number[][] = [[]];
  const ends: number[][] = [[]];
  const known = new Map<string, number>();

  const contentOf = (node: Node): [next: number[], ends: number[]] => {
    const children = [...node.children].sort(([a], [b]) => a - b).flatMap(([key, child]) => [key, numberOf(child)]);
    return [children, [...node.ends].sort((a, b) => a - b)];
  };
  const numberOf = (node: Node): number => {
    const content = contentOf(node);
    const shape = content.join('|');
    const same = known.get(shape);
    if (same !== undefined) return same;
    known.set(shape, next.length);
    ends.push(content[1]);
    return next.push(content[0]) - 1;
  };

  [next[0], ends[0]] = contentOf(growTrie(phrases));
  return { next, ends };
}

/** Lists of members turned about: for each member the lists that hold it, ascending. */
function invert(lists: readonly (readonly number[])[], members: number): number[][] {
  const out: number[][] = Array.from({ length: members }, () => []);
  lists.forEach((list, index) => {
    for (const member of list) out[member]?.push(index);
  });
  return out;
}

const slotsOf = (rule: CompiledRule): readonly CompiledSlot[] =>
  rule.names ? [rule.names, ...rule.sentence] : rule.sentence;

/**
 * For each entry the rules to try where it stands. A rule is listed under the one slot whose entries the fewest other rules use, so that
 * a common word ("Armenia") calls up next to nothing by itself.
 */
export function triggersOf(
  rules: readonly CompiledRule[],
  sets: readonly (readonly number[])[],
  entries: number,
): number[][] {
  const uses = new Array<number>(entries).fill(0);
  const entriesOf = ({ set }: CompiledSlot): readonly number[] => sets[set] ?? [];
  for (const slot of rules.flatMap(slotsOf)) for (const entry of entriesOf(slot)) uses[entry] = (uses[entry] ?? 0) + 1;
  const weight = (slot: CompiledSlot): number => entriesOf(slot).reduce((sum, entry) => sum + (uses[entry] ?? 0), 0);
  const rarest = rules.map((rule) => slotsOf(rule).reduce((best, slot) => (weight(slot) < weight(best) ? slot : best)));
  return invert(rarest.map(entriesOf), entries);
}
