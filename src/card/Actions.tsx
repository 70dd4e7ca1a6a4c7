/** What a reader can take from a card, or ask of it. */
import { useState } from 'preact/hooks';
import { useCard } from './context.ts';
import { copy } from './copy.ts';
import { sentenceLink } from './link.ts';
import { noteText, versionOf } from './plain.ts';

/** The place in a page that the card belongs to. */
export interface CardPlace {
  readonly sentence: string;
  /** of the page */
  readonly address: string;
  /** of the extension */
  readonly version: string;
  /** asked never to show this note again; null where nothing may be stored */
  readonly onMute: ((note: string) => void) | null;
}

interface ActionsProps {
  readonly articleDate: string | null;
  readonly place: CardPlace | undefined;
}

export function Actions({ articleDate, place }: ActionsProps) {
  const { note, strings } = useCard();
  const [outcome, setOutcome] = useState('');
  const copyNow = (text: string): void => setOutcome(copy(text) ? strings.copied : strings.notCopied);
  return (
    <section class="actions">
      <button type="button" onClick={() => copyNow(noteText(note, articleDate, strings))}>
        {strings.copyNote}
      </button>
      {place ? (
        <>
          <button type="button" onClick={() => copyNow(sentenceLink(place.address, place.sentence))}>
            {strings.copyLink}
          </button>
          <button
            type="button"
            onClick={() =>
              copyNow(strings.report(note.id, versionOf(note), place.version, place.sentence, place.address))
            }
          >
            {strings.copyReport}
          </button>
          {place.onMute && (
            <button type="button" onClick={() => place.onMute?.(note.id)}>
              {strings.mute}
            </button>
          )}
        </>
      ) : null}
      <p role="status">{outcome}</p>
    </section>
  );
}
