/** All notes, by title, as far as they answer the question. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CardNote } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { Entry } from './Entry.tsx';
import { NO_QUESTION, type Question, Search } from './Search.tsx';
import { search, soundsOf } from './search.ts';

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
  const all = useMemo(() => notes.map((note) => ({ note, sounds: soundsOf(note) })), [notes]);
  const found = search(question.query, all).filter(
    ({ note }) => question.kind === 'all' || question.kind === note.kind,
  );

  function showAll(): void {
    // The button is about to go.
    document.querySelector<HTMLElement>('[type=search]')?.focus();
    onAsk(NO_QUESTION);
  }

  return (
    <>
      <h1 tabIndex={-1}>{say('library_heading')}</h1>
      <p class="standfirst">{say('library_lead')}</p>
      <Search question={question} onAsk={onAsk} />
      <p role="status" class="quiet">
        {found.length === 0 ? say('library_none') : count('library_found', found.length)}
      </p>
      {found.length === 0 && (
        <button type="button" onClick={showAll}>
          {say('library_all')}
        </button>
      )}
      <ul class="entries">
        {found.map(({ note }) => (
          <Entry key={note.id} note={note} />
        ))}
      </ul>
    </>
  );
}
