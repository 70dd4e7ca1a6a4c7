/** Any text with the marks that it would have on a page, by the installed notes or by others. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { createMatcher } from '../../match/matcher.ts';
import { useWords } from '../frame/context.ts';
import { DatasetInput, type OpenedDataset } from './DatasetInput.tsx';
import { type Chosen, Differences } from './Differences.tsx';
import type { Notes } from './dataset-file.ts';
import { Form } from './Form.tsx';
import { MarkedText } from './MarkedText.tsx';
import { type Article, compareMarks, keyOf, type Marked, markArticle } from './marking.ts';
import { NoteCard } from './NoteCard.tsx';

/** The marks of the article by these notes; nothing where there are none. */
function useMarks(notes: Notes | null, article: Article): readonly Marked[] {
  const matcher = useMemo(() => notes && createMatcher(notes.rules), [notes]);
  return useMemo(() => (matcher ? markArticle(matcher, article) : []), [matcher, article]);
}

export function View({ installed, sample }: { readonly installed: Notes; readonly sample: Article }): JSX.Element {
  const { say, count } = useWords();
  const [article, setArticle] = useState(sample);
  const [opened, setOpened] = useState<OpenedDataset | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ by: 'installed', key: '' });
  const marksBy = { installed: useMarks(installed, article), opened: useMarks(opened?.notes ?? null, article) };
  const marks = marksBy[chosen.by];
  const cards = chosen.by === 'opened' && opened ? opened.notes.cards : installed.cards;
  const mark = marks.find((one) => keyOf(one) === chosen.key);
  const choose = (key: string): void => setChosen({ ...chosen, key: key === chosen.key ? '' : key });

  function close(): void {
    // The button in the card is about to go.
    document.querySelector<HTMLElement>('.mark[aria-expanded=true]')?.focus();
    choose(chosen.key);
  }

  return (
    <>
      <h1>{say('page_try')}</h1>
      <p class="standfirst">{say('try_lead')}</p>
      <Form article={article} onChange={setArticle} />
      <section aria-labelledby="marked">
        <h2 id="marked">{say('try_marked')}</h2>
        {opened && (
          <fieldset class="choice">
            <legend>{say('try_by')}</legend>
            {(['installed', 'opened'] as const).map((by) => (
              <label key={by}>
                <input type="radio" name="by" checked={chosen.by === by} onChange={() => setChosen({ by, key: '' })} />
                <span>{by === 'installed' ? say('try_by_installed') : opened.file}</span>
              </label>
            ))}
          </fieldset>
        )}
        <p role="status" class="quiet">
          {count('try_marks', marks.length)}
        </p>
        <div class="beside">
          <MarkedText text={article.text} marks={marks} chosen={mark ? chosen.key : null} onChoose={choose} />
          {mark && <NoteCard key={chosen.key} mark={mark} texts={cards} date={article.date} onClose={close} />}
        </div>
        <p class="quiet">{say('popup_unchecked')}</p>
      </section>
      {opened && (
        <Differences
          difference={compareMarks(marksBy.installed, marksBy.opened)}
          text={article.text}
          installed={installed.cards}
          opened={opened.notes.cards}
          file={opened.file}
          onChoose={setChosen}
        />
      )}
      <section aria-labelledby="maintainers">
        <h2 id="maintainers">{say('try_maintainers')}</h2>
        <p>{say('try_maintainers_how')}</p>
        <DatasetInput onOpen={setOpened} />
      </section>
    </>
  );
}
