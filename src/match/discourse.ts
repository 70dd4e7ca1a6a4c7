/**
 * What words such as "the alliance" stand for: of all entries that may be called so, the one that the article named last;
 * nothing when it named none. (Recency of mention, the plainest of the measures of salience in the literature on reference.)
 */
import type { Occurrence } from './lexicon.ts';
import type { CompiledRules } from './rules.ts';

/** What was named and when: the index of its mention, by entry. */
type Mentions = Map<number, number>;

type Antecedents = CompiledRules['antecedents'];

/** When an entry was last named, by its own words or those of an entry that it is made of; -1 when never. */
const lastNamed = (entry: number, mentions: Mentions, antecedents: Antecedents): number =>
  Math.max(...[entry, ...(antecedents[entry] ?? [])].map((name) => mentions.get(name) ?? -1));

/** The entries whose mention can decide what a later mention of the text stands for. */
function decisive(occurrences: readonly Occurrence[], antecedents: Antecedents): ReadonlySet<number> {
  const entries = new Set<number>();
  for (const { entry, later } of occurrences) {
    if (!later || entries.has(entry)) continue;
    for (const one of [entry, ...(antecedents[entry] ?? [])]) entries.add(one);
  }
  return entries;
}

/**
 * Keeps each later mention that can be resolved and drops the rest. `occurrences` are in order of the text;
 * `named` holds entries already named before it (in the title), oldest first; `antecedents` as in CompiledRules.
 */
export function resolveLaterMentions(
  occurrences: readonly Occurrence[],
  antecedents: Antecedents,
  named: Iterable<number> = [],
): readonly Occurrence[] {
  const entries = decisive(occurrences, antecedents);
  if (entries.size === 0) return occurrences;
  const mentions: Mentions = new Map();
  for (const entry of named) mentions.set(entry, mentions.size);
  const before = mentions.size;
  const when = ({ entry }: Occurrence): number => lastNamed(entry, mentions, antecedents);
  const kept: Occurrence[] = [];
  for (let at = 0; at < occurrences.length; ) {
    const first = occurrences[at]?.first;
    const from = at;
    let meant: Occurrence | undefined;
    for (; occurrences[at]?.first === first; at++) {
      const one = occurrences[at];
      if (!one?.later || when(one) < 0) continue;
      if (!meant || one.last > meant.last || (one.last === meant.last && when(one) > when(meant))) meant = one;
    }
    for (const one of occurrences.slice(from, at)) {
      if (one.later && one !== meant) continue;
      kept.push(one);
      if (entries.has(one.entry)) mentions.set(one.entry, before + from);
    }
  }
  return kept;
}
