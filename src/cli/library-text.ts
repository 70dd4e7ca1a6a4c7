/** What the library tells besides the cards: test sentences, scores, what is new. */
import type { Library, LibraryNote, TestSentence } from '../notes/compiled.ts';
import type { Note } from '../notes/schema.ts';
import type { Scores } from '../notes/scores.ts';
import { readReleases } from './changelog.ts';

/** Without the letter that pairs it with its mirror, which only the checks ask for. */
const toTestSentence = ({ mirror: _mirror, ...sentence }: Note['matches'][number]): TestSentence => sentence;

/** Pure; `changelog` is the text of CHANGELOG.md. Throws what `readReleases` does. */
export function toLibrary(notes: readonly Note[], scores: Scores, changelog: string): Library {
  const entries = notes.map(({ id, matches, rejects }): [string, LibraryNote] => [
    id,
    { matches: matches.map(toTestSentence), rejects },
  ]);
  return { notes: Object.fromEntries(entries), scores, releases: readReleases(changelog) };
}
