/** Building the automaton of all phrases and the list of what each entry calls up. Runs in the build and the command line, never in a page. */
import type { CompiledRule, CompiledRules, CompiledTrie } from './rules.ts';

/** One phrase: the keys of its words. */
export interface Phrase {
  readonly entry: number;
  readonly later: boolean;
  readonly keys: readonly number[];
}

interface Node {
  readonly children: Map<number, Node>;
  readonly names: Set<number>;
  readonly later: Set<number>;
}

const newNode = (): Node => ({ children: new Map(), names: new Set(), later: new Set() });

function growTrie(phrases: readonly Phrase[]): Node {
  const root = newNode();
  for (const { entry, later, keys } of phrases) {
    let node = root;
    for (const key of keys) {
      const next = node.children.get(key) ?? newNode();
      node.children.set(key, next);
      node = next;
    }
    (later ? node.later : node.names).add(entry);
  }
  return root;
}

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

/** Numbers sets of entries; the same entries are the same set. */
export class Sets {
  readonly all: (readonly number[])[] = [];
  readonly #known = new Map<string, number>();

  of(entries: Iterable<number>): number {
    const distinct = ascending(new Set(entries));
    const key = distinct.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.all.length);
    return this.all.push(distinct) - 1;
  }
}

/** Where each of several lists begins once they are put in one row, which is far quicker to read from JSON; behind the last, where it ends. */
export function startsOf(lists: readonly (readonly number[])[]): number[] {
  const starts = [0];
  for (const { length } of lists) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

/** Numbers the nodes of a trie so that equal ones, with all below them, are one (Revuz 1992: minimal acyclic automata, from the leaves up). */
export function buildTrie(phrases: readonly Phrase[]): CompiledTrie {
  const next: number[][] = [];
  const ends: number[] = [];
  const later: Record<number, number[]> = {};
  const names = new Sets();
  const known = new Map<string, number>();
  names.of([]);

  const childrenOf = (node: Node): number[] =>
    [...node.children].sort(([a], [b]) => a - b).flatMap(([key, child]) => [key, numberOf(child)]);
  const put = (number: number, node: Node, children: number[]): void => {
    next[number] = children;
    ends[number] = names.of(node.names);
    if (node.later.size > 0) later[number] = ascending(node.later);
  };
  const numberOf = (node: Node): number => {
    const children = childrenOf(node);
    const shape = [children, ascending(node.names), ascending(node.later)].join('|');
    const number = known.get(shape) ?? known.size + 1;
    if (!known.has(shape)) put(number, node, children);
    known.set(shape, number);
    return number;
  };

  const root = growTrie(phrases);
  put(0, root, childrenOf(root));
  return { starts: startsOf(next), edges: next.flat(), ends, names: names.all, later };
}

/** Lists of members turned about: for each member the lists that hold it, ascending. */
function invert(lists: readonly (readonly number[])[], members: number): number[][] {
  const out: number[][] = Array.from({ length: members }, () => []);
  lists.forEach((list, index) => {
    for (const member of list) out[member]?.push(index);
  });
  return out;
}

const setsOf = ({ names, sentence }: CompiledRule): number[] =>
  (names ? [names, ...sentence] : sentence).map(({ set }) => set);

/**
 * When rules are tried. Each is called up by its rarest set, that whose entries the fewest other rules use, so that a common word ("Armenia")
 * calls up next to nothing by itself; `needs` are its other sets, the rarest first.
 */
export function triggersOf(
  rules: readonly CompiledRule[],
  sets: readonly (readonly number[])[],
  entries: number,
): Pick<CompiledRules, 'triggers' | 'needs'> {
  const uses = new Array<number>(entries).fill(0);
  const entriesOf = (set: number): readonly number[] => sets[set] ?? [];
  for (const set of rules.flatMap(setsOf)) for (const entry of entriesOf(set)) uses[entry] = (uses[entry] ?? 0) + 1;
  const weight = (set: number): number => entriesOf(set).reduce((sum, entry) => sum + (uses[entry] ?? 0), 0);
  const rarestFirst = rules.map((rule) => setsOf(rule).sort((a, b) => weight(a) - weight(b)));
  return {
    triggers: invert(
      rarestFirst.map(([rarest = -1]) => entriesOf(rarest)),
      entries,
    ),
    needs: rarestFirst.map(([, ...others]) => others),
  };
}
