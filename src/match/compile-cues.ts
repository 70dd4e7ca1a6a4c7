/** Learnt weights to the numbers that a page adds up. Runs in the build and the command line, never in a page. */
import type { CuesOfNotes } from '../notes/cues.ts';
import type { Note } from '../notes/schema.ts';
import { LOG_ODDS, NEVER } from './cues.ts';
import type { CompiledCues } from './rules.ts';
import { CONTEXTS } from './surroundings.ts';
import { startsOf } from './trie.ts';

const hundredths = (weight: number): number => Math.round(weight * LOG_ODDS);

/** The weights of all notes, listed by the word, phrase, rule or note that has them. Those of notes, phrases and rules that are gone are left out. */
export function compileCues(
  cues: CuesOfNotes,
  notes: readonly Pick<Note, 'id'>[],
  entryNames: readonly string[],
  ruleNames: readonly string[],
): CompiledCues {
  const lists: number[][] = [];
  const kinds = ['words', 'entries', 'rules', ...CONTEXTS] as const;
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, number>()])) as Record<
    (typeof kinds)[number],
    Map<string, number>
  >;
  notes.forEach(({ id }, note) => {
    for (const kind of kinds) {
      for (const [key, weight] of Object.entries(cues[id]?.[kind] ?? {})) {
        const index = byKind[kind].get(key) ?? lists.push([]) - 1;
        byKind[kind].set(key, index);
        lists[index]?.push(note, hundredths(weight));
      }
    }
  });
  const listsOf = (kind: (typeof kinds)[number], names: readonly string[]): number[] =>
    names.map((name) => byKind[kind].get(name) ?? -1);
  const ids = notes.map(({ id }) => id);
  return {
    bias: ids.map((id) => {
      const bias = cues[id]?.bias;
      return bias === undefined ? NEVER : hundredths(bias);
    }),
    lists: { starts: startsOf(lists), weights: lists.flat() },
    words: Object.fromEntries(byKind.words),
    entries: listsOf('entries', entryNames),
    rules: listsOf('rules', ruleNames),
    here: listsOf('here', ids),
    near: listsOf('near', ids),
    article: listsOf('article', ids),
  };
}
