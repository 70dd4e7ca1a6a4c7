/** All notes, by title, as far as they answer the question. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CardNote } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { Entry } from './Entry.tsx';
import { type Question, Search } from './Search.tsx';
import { searchTest, soundOfNote } from './search.ts';

/** Notes in the order of their titles. */
export function byTitle(notes: readonly CardNote[], language: string): CardNote[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...notes].sort((a, b) => compare(a.title, b.title));
}

interface IndexProps {
  readonly notes: readonly CardNote[];
  readonly question: Question;
  onAsk(question: Question): void;
}

export function Index({ notes, question, onAsk }: IndexProps): JSX.Element {
  const { say, count } = useWords();
  const sounds = useMemo(() => new Map(notes.map((note) => [note.id, soundOfNote(note)])), [notes]);
  const isWanted = searchTest(question.query);
  const found = notes.filter(
    ({ id, kind }) => (question.kind === 'all' || question.kind === kind) && isWanted(sounds.get(id) ?? ''),
  );
  return (
    <>
      <h1 tabIndex={-1}>{say('library_heading')}</h1>
      <p class="standfirst">{say('library_lead')}</p>
      <Search question={question} onAsk={onAsk} />
      <p role="status" class="quiet">
        {count('library_found', found.length)}
      </p>
      <ul class="entries">
        {found.map((note) => (
          <Entry key={note.id} note={note} />
        ))}
      </ul>
    </>
  );
}
