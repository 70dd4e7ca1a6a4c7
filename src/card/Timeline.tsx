/** What happened since the article was written. */
import type { CardNote } from '../notes/compiled.ts';
import { useCard, useDates } from './context.ts';
import { splitTimeline } from './dates.ts';
import { Html } from './Html.tsx';
import { SourceNumber } from './Sources.tsx';

/** Dated events, each with its source. */
export function Events({ events }: { readonly events: CardNote['timeline'] }) {
  const date = useDates();
  return (
    <ol class="events">
      {events.map((event) => (
        <li key={event.date + event.html}>
          <time dateTime={event.date}>{date(event.date, 'short')}</time>
          <div>
            <Html html={event.html} />
            <SourceNumber source={event.source} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Events after the article's date (null when it is not known: the latest ones), the others folded below. */
export function Timeline({ articleDate }: { readonly articleDate: string | null }) {
  const { note, strings } = useCard();
  const date = useDates();
  const { after, before } = splitTimeline(note.timeline, articleDate);
  return (
    <>
      {after.length === 0 ? null : (
        <section class="since">
          <h3>{articleDate === null ? strings.latest : strings.since(date(articleDate))}</h3>
          {articleDate === null ? <p class="quiet">{strings.undated}</p> : null}
          <Events events={after} />
        </section>
      )}
      {before.length === 0 ? null : (
        <details>
          <summary>{articleDate === null ? strings.earlier : strings.before}</summary>
          <Events events={before} />
        </details>
      )}
    </>
  );
}
