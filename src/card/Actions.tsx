/** What a reader can take from a card, or ask of it. */
import { useState } from 'preact/hooks';
import { useCard } from './context.ts';
import { copy } from './copy.ts';
import { sentenceLink } from './link.ts';
import { Mute, type MuteNote, type useMuted } from './Mute.tsx';
import { noteText, versionOf } from './plain.ts';

/** The place in a page that the card belongs to. */
export interface CardPlace {
  readonly sentence: string;
  /** of the page */
  readonly address: string;
  /** of the extension */
  readonly version: string;
  /** null where nothing may be stored */
  readonly muteNote: MuteNote | null;
  /** the reader went on to this note */
  onNote(note: string): void;
}

interface ActionsProps {
  readonly articleDate: string | null;
  readonly place: CardPlace;
  readonly muted: ReturnType<typeof useMuted>;
}

export function Actions({ articleDate, place, muted }: ActionsProps) {
  const { note, strings } = useCard();
  const [outcome, setOutcome] = useState('');
  const mute = muted.set;
  const copyNow = (text: string): void => setOutcome(copy(text) ? strings.copied : strings.notCopied);
  return (
    <section class="actions">
      <button type="button" onClick={() => copyNow(noteText(note, articleDate, strings))}>
        {strings.copyNote}
      </button>
      <button type="button" onClick={() => copyNow(sentenceLink(place.address, place.sentence))}>
        {strings.copyLink}
      </button>
      <button
        type="button"
        onClick={() => copyNow(strings.report(note.id, versionOf(note), place.version, place.sentence, place.address))}
      >
        {strings.copyReport}
      </button>
      <p role="status">{outcome}</p>
      {mute && <Mute isMuted={muted.has(note.id)} onChange={(on) => mute(note.id, on)} />}
    </section>
  );
}
