/** The question by which the list of notes is made shorter. */
import type { JSX } from 'preact';
import type { NoteKind } from '../../notes/schema.ts';
import { useWords } from '../frame/context.ts';

export interface Question {
  readonly query: string;
  readonly kind: NoteKind | 'all';
}

export const NO_QUESTION: Question = { query: '', kind: 'all' };
const KINDS = ['all', 'term', 'claim'] as const;

interface SearchProps {
  readonly question: Question;
  /** hidden until a script shows it, where there may be none */
  readonly hidden?: boolean;
  onAsk(question: Question): void;
}

export function Search({ question, hidden = false, onAsk }: SearchProps): JSX.Element {
  const { say } = useWords();
  return (
    <search hidden={hidden}>
      <label class="query">
        <span>{say('library_search')}</span>
        <input
          type="search"
          name="query"
          value={question.query}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onAsk({ ...question, query: event.currentTarget.value })}
        />
      </label>
      <fieldset class="choice">
        <legend>{say('library_kind')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={question.kind === kind}
              onChange={() => onAsk({ ...question, kind })}
            />
            <span>{say(`library_kind_${kind}`)}</span>
          </label>
        ))}
      </fieldset>
    </search>
  );
}
