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

/**
 * Keeps each later mention that can be resolved and drops the rest. `occurrences` are in order of the text;
 * `named` holds entries already named before it (in the title), oldest first; `antecedents` as in CompiledRules.
 */
export function resolveLaterMentions(
  occurrences: readonly Occurrence[],
  antecedents: Antecedents,
  named: Iterable<number> = [],
): Occurrence[] {
  const mentions: Mentions = new Map();
  for (const entry of named) mentions.set(entry, mentions.size);
  const kept: Occurrence[] = [];
  for (let at = 0; at < occurrences.length; ) {
    const first = occurrences[at]?.first;
    const here: Occurrence[] = [];
    for (let next = occurrences[at]; next?.first === first && next; next = occurrences[++at]) here.push(next);
    const when = ({ entry }: Occurrence): number => lastNamed(entry, mentions, antecedents);
    const [meant] = here
      .filter((occurrence) => occurrence.later && when(occurrence) >= 0)
      .sort((a, b) => b.last - a.last || when(b) - when(a));
    for (const occurrence of here) {
      if (occurrence.later && occurrence !== meant) continue;
      kept.push(occurrence);
      mentions.set(occurrence.entry, mentions.size + at);
    }
  }
  return kept;
}
