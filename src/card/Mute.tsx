/** The wish not to see a note again, and the way back from it while the card is open. */
import { useState } from 'preact/hooks';
import { withText } from '../shared/switches.ts';
import { useCard } from './context.ts';

/** Keeps whether a note is muted; settles when that is stored, rejects where the browser does not store it. */
export type MuteNote = (note: string, on: boolean) => Promise<void>;

/** What was muted in this card, which remembers it from note to note. */
export function useMuted(muteNote: MuteNote | null) {
  const [muted, setMuted] = useState<readonly string[]>([]);
  return {
    has: (note: string): boolean => muted.includes(note),
    /** null where nothing may be stored */
    set:
      muteNote &&
      (async (note: string, on: boolean): Promise<void> => {
        await muteNote(note, on);
        setMuted((before) => withText(before, note, on));
      }),
  };
}

interface MuteProps {
  readonly isMuted: boolean;
  onChange(on: boolean): Promise<void>;
}

/** One button for both ways: it keeps the focus, and a screen reader is told what it did, or that it could not. */
export function Mute({ isMuted, onChange }: MuteProps) {
  const { strings } = useCard();
  const [isRefused, setRefused] = useState(false);
  function change(): void {
    // The same words once more are said only if they were gone.
    setRefused(false);
    onChange(!isMuted).catch(() => setRefused(true));
  }
  const outcome = isMuted ? strings.muted : '';
  return (
    <div class="mute">
      <p role="status">{isRefused ? strings.notStored : outcome}</p>
      {/* The second click of a double one must not take back what the first did. */}
      <button type="button" onClick={({ detail }) => detail < 2 && change()}>
        {isMuted ? strings.undo : strings.mute}
      </button>
    </div>
  );
}
