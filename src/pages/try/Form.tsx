/** What is to be marked: a text, and what is known of the article that it would be. */
import type { JSX } from 'preact';
import { useWords } from '../frame/context.ts';
import type { Article } from './marking.ts';

export function Form({ article, onChange }: { article: Article; onChange(article: Article): void }): JSX.Element {
  const { say } = useWords();
  return (
    <div class="form">
      <label class="wide">
        <span>{say('try_text')}</span>
        <textarea
          name="text"
          rows={7}
          value={article.text}
          onInput={(event) => onChange({ ...article, text: event.currentTarget.value })}
        />
      </label>
      <label class="wide">
        <span>{say('try_title')}</span>
        <input
          type="text"
          name="title"
          value={article.title}
          onInput={(event) => onChange({ ...article, title: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{say('try_date')}</span>
        <input
          type="date"
          name="date"
          value={article.date ?? ''}
          onInput={(event) => onChange({ ...article, date: event.currentTarget.value || null })}
        />
      </label>
    </div>
  );
}
