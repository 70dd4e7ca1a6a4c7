/** The card: a note beside the words of the article that it bears on. */
import type { CardNote, CardTexts } from '../notes/compiled.ts';
import { Actions, type CardPlace } from './Actions.tsx';
import { Background } from './Background.tsx';
import { CardProvider, useCard, useDates } from './context.ts';
import { Html } from './Html.tsx';
import { noteUnder } from './html.ts';
import { useMuted } from './Mute.tsx';
import { Sources } from './Sources.tsx';
import type { CardStrings } from './strings.ts';
import { Timeline } from './Timeline.tsx';
import { useTrail } from './trail.ts';
import { type Reason, Why } from './Why.tsx';

/** What a card must know of the mark that it stands by. */
export interface CardMark extends Reason {
  readonly alsoHere: readonly Reason[];
}

export interface CardProps {
  readonly mark: CardMark;
  readonly texts: CardTexts;
  /** YYYY, YYYY-MM, YYYY-MM-DD or null when unknown */
  readonly articleDate: string | null;
  readonly strings: CardStrings;
  readonly place: CardPlace;
  onClose(): void;
}

export function noteOf(texts: CardTexts, id: string): CardNote | undefined {
  return Object.hasOwn(texts, id) ? texts[id] : undefined;
}

interface NoteButtonsProps {
  readonly heading: string;
  readonly notes: readonly CardNote[];
  onOpen(id: string): void;
}

function NoteButtons({ heading, notes, onOpen }: NoteButtonsProps) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul class="notes">
        {notes.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Foot() {
  const { note, strings } = useCard();
  const date = useDates();
  return (
    <footer class="quiet">
      <p>{strings.unmarked}</p>
      <details>
        <summary>{strings.reviewed(date(note.reviewed))}</summary>
        <ol class="events">
          {note.history.map((entry) => (
            <li key={entry.date + entry.change}>
              <time dateTime={entry.date}>{date(entry.date, 'short')}</time>
              {entry.change}
            </li>
          ))}
        </ol>
      </details>
    </footer>
  );
}

interface HeadProps {
  /** the note to go back to */
  readonly previous: CardNote | undefined;
  onBack(): void;
  onClose(): void;
}

function Head({ previous, onBack, onClose }: HeadProps) {
  const { strings } = useCard();
  return (
    <header>
      {previous ? (
        <button type="button" class="back" onClick={onBack} aria-label={strings.back(previous.title)}>
          <span class="arrow" /> <span class="cut">{previous.title}</span>
        </button>
      ) : (
        <p class="label">{strings.label}</p>
      )}
      <button type="button" class="close" onClick={onClose} aria-label={strings.close} />
    </header>
  );
}

/** Renders the note of a mark, and whatever note its reader goes on to; nothing when the note has no text. */
export function Card({ mark, texts, articleDate, strings, place, onClose }: CardProps) {
  const trail = useTrail(mark.note, place.onNote);
  const muted = useMuted(place.muteNote);
  const note = noteOf(texts, trail.current);
  if (!note) return null;
  const reasons: readonly Reason[] = [mark, ...mark.alsoHere];
  const reason = reasons.find((one) => one.note === note.id);
  const here = reasons.map((one) => one.note);
  const others = (ids: readonly string[]): CardNote[] =>
    ids.flatMap((id) => (id === note.id ? [] : (noteOf(texts, id) ?? [])));

  function followNoteLink(event: Event): void {
    const id = noteUnder(event);
    if (!id) return;
    event.preventDefault();
    if (noteOf(texts, id)) trail.open(id);
  }

  return (
    <CardProvider value={{ note, strings }}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is clicked, and Enter on a link is a click */}
      <div
        class="card"
        role="dialog"
        aria-labelledby="title"
        lang={strings.language}
        dir={strings.direction}
        onClick={followNoteLink}
      >
        <Head
          previous={trail.previous === undefined ? undefined : noteOf(texts, trail.previous)}
          onBack={trail.back}
          onClose={onClose}
        />
        <div class="body" key={note.id} ref={trail.body}>
          <h2 id="title" tabIndex={-1}>
            {note.title}
          </h2>
          <p class="summary">
            <Html html={note.summary.html} />
          </p>
          <NoteButtons heading={strings.also} notes={others(here)} onOpen={trail.open} />
          <Timeline articleDate={articleDate} />
          <Background />
          <Sources />
          {reason ? <Why reason={reason} /> : null}
          <NoteButtons
            heading={strings.related}
            notes={others(note.related.filter((id) => !here.includes(id)))}
            onOpen={trail.open}
          />
          <Actions articleDate={articleDate} place={place} muted={muted} />
          <Foot />
        </div>
      </div>
    </CardProvider>
  );
}
