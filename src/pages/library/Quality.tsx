/** How good a note's marks are, as measured and as its own test sentences ask. */
import type { JSX } from 'preact';
import type { TestSentence } from '../../notes/compiled.ts';
import type { Scores } from '../../notes/scores.ts';
import { useWords } from '../frame/context.ts';

interface MeasuredProps {
  readonly id: string;
  readonly scores: Scores;
}

/** Precision and recall on the development set, which is named with its date: what they were tuned on promises nothing of other articles. */
export function Measured({ id, scores }: MeasuredProps): JSX.Element {
  const { say, count, percent, date, number, list } = useWords();
  const figures = scores.notes[id];
  const share = (value: number | null): string => (value === null ? say('library_no_share') : percent(value));
  return (
    <section>
      <h3>{say('library_measured')}</h3>
      {figures === undefined ? (
        <p>{say('library_not_measured')}</p>
      ) : (
        <dl class="figures">
          <div>
            <dt>{say('library_precision')}</dt>
            <dd>
              <b>{share(figures.precision)}</b>{' '}
              <span class="quiet">{count('library_right', figures.right, number(figures.right + figures.wrong))}</span>
            </dd>
          </div>
          <div>
            <dt>{say('library_recall')}</dt>
            <dd>
              <b>{share(figures.recall)}</b>{' '}
              <span class="quiet">
                {count('library_missed', figures.missed, number(figures.right + figures.missed))}
              </span>
            </dd>
          </div>
        </dl>
      )}
      <p class="quiet">
        {count('library_set', scores.articles, list(scores.set), number(scores.sentences), date(scores.measured))}
      </p>
    </section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly TestSentence[] }): JSX.Element {
  const { say, date } = useWords();
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence.text}>
          <q>{sentence.text}</q>
          {sentence.title !== undefined && <span class="quiet"> {say('library_under_title', sentence.title)}</span>}
          {sentence.date !== undefined && <span class="quiet"> {say('library_of_date', date(sentence.date))}</span>}
        </li>
      ))}
    </ul>
  );
}

const VOICES = ['armenia', 'azerbaijan', 'other'] as const;

interface TestsProps {
  readonly matches: readonly TestSentence[];
  readonly rejects: readonly TestSentence[];
}

/** The sentences that the note is tested with, those that must raise it by whose they could be. */
export function Tests({ matches, rejects }: TestsProps): JSX.Element {
  const { say } = useWords();
  const voices = VOICES.map((by) => ({ by, sentences: matches.filter((sentence) => sentence.by === by) }));
  return (
    <>
      <section>
        <h3>{say('library_matches')}</h3>
        {voices.map(
          ({ by, sentences }) =>
            sentences.length > 0 && (
              <section key={by}>
                <h4>{say(`library_by_${by}`)}</h4>
                <Sentences sentences={sentences} />
              </section>
            ),
        )}
      </section>
      <section>
        <h3>{say('library_rejects')}</h3>
        <Sentences sentences={rejects} />
      </section>
    </>
  );
}
