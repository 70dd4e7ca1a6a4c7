/** The card: a note beside the words of the article that it bears on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardNote, CardTexts } from '../notes/compiled.ts';
import { Actions, type CardPlace } from './Actions.tsx';
import { CardProvider, useCard, useDates } from './context.ts';
import { Html } from './Html.tsx';
import { linkedNote } from './html.ts';
import { useMuted } from './Mute.tsx';
import { SourceNumber, Sources } from './Sources.tsx';
import type { CardStrings } from './strings.ts';
import { Timeline } from './Timeline.tsx';
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

/** How each party reads it; nothing where they agree. */
export function Readings() {
  const { note, strings } = useCard();
  if (note.readings.length === 0) return null;
  return (
    <section>
      <h3>{strings.readings}</h3>
      <div class="readings">
        {note.readings.map(({ party, html, source }) => (
          <section key={party}>
            <h4>{party}</h4>
            <p>
              <Html html={html} />
              <SourceNumber source={source} />
            </p>
          </section>
        ))}
      </div>
    </section>
  );
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

/** The notes opened in this card, in order: the last one is shown, the one before it is a step back. */
function useTrail(first: string, onNote: (note: string) => void) {
  const [trail, setTrail] = useState<readonly string[]>([first]);
  const { body, leave } = usePlaces(trail.length - 1);
  return {
    body,
    current: trail.at(-1) ?? first,
    previous: trail.at(-2),
    open(id: string) {
      onNote(id);
      if (trail.at(-1) === id) return;
      leave();
      setTrail([...trail, id]);
    },
    back: () => setTrail((opened) => opened.slice(0, -1)),
  };
}

/** The title, and what can have led on to another note. */
const stopsIn = (body: HTMLElement | null) => [...(body?.querySelectorAll<HTMLElement>('h2, a, button') ?? [])];

/**
 * On to another note, after so many steps: focus goes to its title, as what led there is gone. Back: to what had led away, as high in the body
 * as it was, for what was unfolded above it is folded again.
 */
function usePlaces(steps: number) {
  const body = useRef<HTMLDivElement>(null);
  /** a place for each step, and after a step back one more */
  const left = useRef<{ readonly stop: number; readonly top: number }[]>([]);
  useLayoutEffect(() => {
    if (left.current.length === 0) return;
    const [place] = left.current.splice(steps);
    const stop = stopsIn(body.current)[place?.stop ?? 0];
    stop?.focus({ preventScroll: true });
    if (place && stop) body.current?.scrollTo(0, stop.offsetTop - place.top);
  }, [steps]);
  function leave(): void {
    const stops = stopsIn(body.current);
    const stop = stops.findIndex((one) => one.matches(':focus'));
    const top = (stops[stop]?.offsetTop ?? 0) - (body.current?.scrollTop ?? 0);
    left.current.push({ stop: Math.max(0, stop), top });
  }
  return { body, leave };
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
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const id = link && linkedNote(link);
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
          <section>
            <h3>{strings.known}</h3>
            <p>
              <Html html={note.background.html} />
            </p>
          </section>
          <Readings />
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
