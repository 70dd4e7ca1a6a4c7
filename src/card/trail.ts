/** The way from note to note within one card, and back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The title, and whatever can lead on to another note. */
const stopsIn = (body: HTMLElement | null) => [...(body?.querySelectorAll<HTMLElement>('h2, a, button') ?? [])];

/**
 * Where the focus goes when the card shows another note, `steps` notes from the first. On to a note: to its title, since what led there is gone.
 * Back: to what had led away, scrolled to where it stood in the body, since what was unfolded above it is folded again.
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

/** The notes opened in this card, in order: the last one is shown, the one before it is a step back. */
export function useTrail(first: string, onNote: (note: string) => void) {
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
