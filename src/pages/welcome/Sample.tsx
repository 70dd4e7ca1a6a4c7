/** An invented report as an agency might have sent it in 2014: what it says has a background, and much has happened since. */
import type { JSX } from 'preact';
import { useWords } from '../frame/context.ts';

/** The extension finds it where most pages have it, in the head of the document (welcome.html). */
const DATE = '2014-10-15';
const PARAGRAPHS = ['sample_1', 'sample_2', 'sample_3', 'sample_4'] as const;

export function Sample(): JSX.Element {
  const { say, date } = useWords();
  return (
    <article class="report">
      <h3>{say('sample_title')}</h3>
      <p class="date">
        <time dateTime={DATE}>{date(DATE)}</time>
      </p>
      {PARAGRAPHS.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
    </article>
  );
}
