/** The marks that only one of two sets of notes makes. */
import type { JSX } from 'preact';
import { noteOf } from '../../card/Card.tsx';
import type { CardTexts } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { type Difference, keyOf, type Marked } from './marking.ts';

/** Which notes' marks are shown, and of which mark the card. */
export interface Chosen {
  readonly by: 'installed' | 'opened';
  readonly key: string;
}

interface MarkListProps {
  readonly heading: string;
  readonly marks: readonly Marked[];
  readonly text: string;
  readonly texts: CardTexts;
  onChoose(key: string): void;
}

function MarkList({ heading, marks, text, texts, onChoose }: MarkListProps): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul class="differences">
        {marks.map((mark) => (
          <li key={keyOf(mark)}>
            <button type="button" onClick={() => onChoose(keyOf(mark))}>
              <q>{text.slice(mark.start, mark.end)}</q>
              <span>{noteOf(texts, mark.note)?.title ?? mark.note}</span>
              <span class="quiet">{mark.rule}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DifferencesProps {
  readonly difference: Difference;
  readonly text: string;
  readonly installed: CardTexts;
  readonly opened: CardTexts;
  readonly file: string;
  onChoose(chosen: Chosen): void;
}

export function Differences({ difference, text, installed, opened, file, onChoose }: DifferencesProps): JSX.Element {
  const { say, count } = useWords();
  const { gone, come } = difference;
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{say('try_differences', file)}</h2>
      <p role="status">
        {gone.length + come.length === 0
          ? say('try_same')
          : `${count('try_gone', gone.length)} ${count('try_come', come.length)}`}
      </p>
      <MarkList
        heading={say('try_gone_heading')}
        marks={gone}
        text={text}
        texts={installed}
        onChoose={(key) => onChoose({ by: 'installed', key })}
      />
      <MarkList
        heading={say('try_come_heading')}
        marks={come}
        text={text}
        texts={opened}
        onChoose={(key) => onChoose({ by: 'opened', key })}
      />
    </section>
  );
}
