/** One note with all that is known of it. */
import type { JSX } from 'preact';
import { Background } from '../../card/Background.tsx';
import { CardProvider } from '../../card/context.ts';
import { Html } from '../../card/Html.tsx';
import { Sources } from '../../card/Sources.tsx';
import { Events } from '../../card/Timeline.tsx';
import type { CardNote, CardTexts, Library } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { useLinks } from './links.ts';
import { Measured, Tests } from './Quality.tsx';

/** What a card says, in full: every event, not only those since an article. */
function Card({ note }: { readonly note: CardNote }): JSX.Element {
  const { say } = useWords();
  return (
    <section aria-labelledby="card">
      <h2 id="card">{say('library_card')}</h2>
      <Background />
      {note.timeline.length > 0 && (
        <section>
          <h3>{say('library_events')}</h3>
          <Events events={note.timeline} />
        </section>
      )}
      <Sources />
    </section>
  );
}

function Related({ notes }: { readonly notes: readonly CardNote[] }): JSX.Element | null {
  const { card } = useWords();
  const links = useLinks();
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>{card.related}</h3>
      <ul class="related">
        {notes.map(({ id, title }) => (
          <li key={id}>
            <a href={links.note(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ note }: { readonly note: CardNote }): JSX.Element {
  const { say, card, date } = useWords();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('library_history')}</h2>
      <p class="quiet">{card.reviewed(date(note.reviewed))}</p>
      <ol class="events">
        {note.history.map((change) => (
          <li key={change.date + change.change}>
            <time dateTime={change.date}>{date(change.date, 'short')}</time>
            <div>{change.change}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface NotePageProps {
  readonly note: CardNote;
  readonly texts: CardTexts;
  readonly library: Library;
}

export function NotePage({ note, texts, library }: NotePageProps): JSX.Element {
  const { say, card } = useWords();
  const links = useLinks();
  const more = library.notes[note.id];
  return (
    <CardProvider value={{ note, strings: card }}>
      <article class="note">
        <p class="way">
          <a href={links.index}>{say('library_back')}</a>
        </p>
        <h1 tabIndex={-1}>{note.title}</h1>
        <p class="standfirst">
          <Html html={note.summary.html} />
        </p>
        <Card note={note} />
        <Related notes={note.related.flatMap((id) => texts[id] ?? [])} />
        <section aria-labelledby="marks">
          <h2 id="marks">{say('library_marks')}</h2>
          <p class="quiet">{say(`library_marks_${note.kind}`)}</p>
          <Measured id={note.id} scores={library.scores} />
          {more && <Tests {...more} />}
        </section>
        <History note={note} />
      </article>
    </CardProvider>
  );
}
