/**
 * What words such as "the alliance" stand for: of all entries that may be called so, the one that the article named last;
 * nothing when it named none. (Recency of mention, the plainest of the measures of salience in the literature on reference.)
 */
import type { Mention } from './lexicon.ts';
import type { CompiledRules } from './rules.ts';

/** When each entry was last named: higher is later. */
type Times = Map<number, number>;

type Antecedents = CompiledRules['antecedents'];

/** When an entry was last named, by its own words or those of an entry that it is made of; -1 when never. */
const lastNamed = (entry: number, times: Times, antecedents: Antecedents): number =>
  Math.max(...[entry, ...(antecedents[entry] ?? [])].map((name) => times.get(name) ?? -1));

/** The entries whose mention can decide what a later mention of the text stands for. */
function decisive(sentences: readonly (readonly Mention[])[], antecedents: Antecedents): ReadonlySet<number> {
  const all = new Set<number>();
  for (const mentions of sentences) {
    for (const { entries, later } of mentions) {
      if (later) for (const entry of entries) for (const one of [entry, ...(antecedents[entry] ?? [])]) all.add(one);
    }
  }
  return all;
}

/** The mentions that begin where the one at `at` does. */
function together(mentions: readonly Mention[], at: number): readonly Mention[] {
  let end = at + 1;
  while (end < mentions.length && mentions[end]?.first === mentions[at]?.first) end++;
  return mentions.slice(at, end);
}

/**
 * Keeps each later mention that can be resolved and drops the rest. `sentences` hold the mentions of each, in order of the text;
 * `named` holds entries already named before it (in the title), oldest first; `antecedents` as in CompiledRules.
 */
export function resolveLaterMentions(
  sentences: readonly (readonly Mention[])[],
  antecedents: Antecedents,
  named: Iterable<number> = [],
): readonly (readonly Mention[])[] {
  const deciding = decisive(sentences, antecedents);
  if (deciding.size === 0) return sentences;
  const times: Times = new Map();
  for (const entry of named) times.set(entry, times.size);
  const before = times.size;
  const when = ({ entries }: Mention): number => lastNamed(entries[0] ?? -1, times, antecedents);
  const note = ({ entries, first }: Mention): void => {
    for (const entry of entries) if (deciding.has(entry)) times.set(entry, before + first);
  };

  /** Which of the later mentions among those that begin at one token is meant: the longest, of these the one that was named last. */
  function meantOf(group: readonly Mention[]): Mention | undefined {
    let meant: Mention | undefined;
    for (const one of group) {
      if (!one.later || when(one) < 0) continue;
      if (!meant || one.last > meant.last || (one.last === meant.last && when(one) > when(meant))) meant = one;
    }
    return meant;
  }

  return sentences.map((mentions) => {
    if (!mentions.some(({ later }) => later)) {
      mentions.forEach(note);
      return mentions;
    }
    const kept: Mention[] = [];
    for (let at = 0; at < mentions.length; ) {
      const group = together(mentions, at);
      at += group.length;
      const meant = meantOf(group);
      const named = group.filter((one) => !one.later || one === meant);
      named.forEach(note);
      kept.push(...named);
    }
    return kept;
  });
}
