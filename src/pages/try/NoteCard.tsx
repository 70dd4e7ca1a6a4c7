/** The card of a mark, in the parts that the card on a page is made of. */
import type { JSX } from 'preact';
import { Background } from '../../card/Background.tsx';
import { noteOf } from '../../card/Card.tsx';
import { CardProvider } from '../../card/context.ts';
import { Html } from '../../card/Html.tsx';
import { noteUnder } from '../../card/html.ts';
import { Sources } from '../../card/Sources.tsx';
import { Timeline } from '../../card/Timeline.tsx';
import { type Reason, Why } from '../../card/Why.tsx';
import type { CardTexts } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { LIBRARY } from '../frame/places.ts';
import { IN_DOCUMENT } from '../library/links.ts';
import type { Marked } from './marking.ts';

/** Id of its element. */
export const CARD = 'card';

interface NoteCardProps {
  readonly mark: Marked;
  readonly texts: CardTexts;
  /** YYYY-MM-DD; null when unknown */
  readonly date: string | null;
  onClose(): void;
}

function AlsoHere({
  reasons,
  texts,
}: {
  readonly reasons: readonly Reason[];
  readonly texts: CardTexts;
}): JSX.Element | null {
  const { card } = useWords();
  if (reasons.length === 0) return null;
  return (
    <section>
      <h3>{card.also}</h3>
      <ul class="plain">
        {reasons.map(({ note, rule }) => (
          <li key={note}>
            {noteOf(texts, note)?.title ?? note} <span class="quiet">{rule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link to another note leads to it in the library. */
function followNoteLink(event: Event): void {
  const id = noteUnder(event);
  if (!id) return;
  event.preventDefault();
  location.assign(LIBRARY + IN_DOCUMENT.note(id));
}

export function NoteCard({ mark, texts, date, onClose }: NoteCardProps): JSX.Element | null {
  const { card } = useWords();
  const note = noteOf(texts, mark.note);
  if (!note) return null;
  return (
    <CardProvider value={{ note, strings: card }}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is clicked, and Enter on a link is a click */}
      <section id={CARD} class="note-card" aria-labelledby="note-title" onClick={followNoteLink}>
        <p class="label">
          {card.label}
          <button type="button" class="close" aria-label={card.close} onClick={onClose} />
        </p>
        <h2 id="note-title">{note.title}</h2>
        <p>
          <Html html={note.summary.html} />
        </p>
        <Why reason={mark} />
        <Timeline articleDate={date} />
        <Background />
        <Sources />
        <AlsoHere reasons={mark.alsoHere} texts={texts} />
      </section>
    </CardProvider>
  );
}
