/** What pointer, finger and focus do, told as events of the card's timing. */
import { inCorridor, type Point } from '../card/corridor.ts';
import { focused } from '../card/focus.ts';
import type { CardHost } from '../card/host.ts';
import type { Timing, TimingEvent } from '../card/timing.ts';
import type { Click, Mark, ReaderHandle } from './handover.ts';

/** What a click on a mark may be meant for before it is meant for us. */
const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], :read-write';

/** Elements that hold a page of their own: pointer events in there do not reach this page. */
const FRAMES = 'iframe, object, embed';

/** The last place of a pointer that can hover; `near` when something under it holds a mark. */
interface Pointer extends Point {
  readonly near: boolean;
  readonly onCard: boolean;
  readonly pressed: boolean;
}

export interface Pointed {
  readonly reader: ReaderHandle;
  readonly host: CardHost;
  timing(): Timing;
  /** the mark whose card is open */
  shown(): Mark | null;
  /** Notices that the page took the card away. */
  checkHost(): void;
  dispatch(event: TimingEvent): void;
}

export interface Pointing {
  onClick(click: Click): void;
  /** where the pointer last was on a mark, if that was this one */
  lastOn(mark: Mark): Point | null;
  /** The reader has other marks now. */
  marksChanged(): void;
}

/** Listens until the reader ends. */
export function watchPointer({ reader, host, timing, shown, checkHost, dispatch }: Pointed): Pointing {
  const { signal } = reader;
  let pointer: Pointer | null = null;
  /** where the pointer last was on a mark: the way to its card begins there */
  let lastOn: (Point & { readonly mark: number }) | null = null;
  let containers = new Set<EventTarget>();

  // By its path: in a dialog of a shadow root the window sees that root's host as the target.
  const isOnCard = (event: Event): boolean => event.composedPath().includes(host.element);

  function locate({ x, y, near, onCard, pressed }: Pointer): TimingEvent {
    if (onCard) return { type: 'card' };
    if (pressed) return { type: 'away' };
    const open = shown();
    const mark = near ? reader.at(x, y) : null;
    const from = open && open.id !== mark?.id && lastOn?.mark === open.id ? lastOn : null;
    if (from && inCorridor({ x, y }, from, host.element.getBoundingClientRect())) return { type: 'card' };
    if (!mark) return { type: 'away' };
    lastOn = { x, y, mark: mark.id };
    return { type: 'over', mark: mark.id };
  }

  const sample = oncePerFrame(() => {
    if (signal.aborted) return;
    checkHost();
    if (pointer) dispatch(locate(pointer));
  });

  /** Text that scrolls under a resting pointer may close a card, and never opens one. */
  const sampleScrolled = oncePerFrame(() => {
    const state = timing();
    if (signal.aborted || state.kind === 'idle' || !pointer) return;
    const under = document.elementFromPoint(pointer.x, pointer.y);
    const event = locate({ ...pointer, near: true, onCard: under === host.element });
    const begins = event.type === 'over' && event.mark !== state.mark;
    dispatch(begins ? { type: 'away' } : event);
  });

  function onPointer(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    pointer = {
      x: event.clientX,
      y: event.clientY,
      near: event.composedPath().some((target) => containers.has(target)),
      onCard: isOnCard(event),
      pressed: event.buttons !== 0,
    };
    if (pointer.near || timing().kind !== 'idle') sample();
  }

  function leave({ pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    pointer = null;
    dispatch({ type: 'away' });
  }
  function onPointerOut(event: PointerEvent): void {
    if (event.relatedTarget === null) leave(event);
  }
  function onPointerOver(event: PointerEvent): void {
    const [under] = event.composedPath();
    if (under instanceof Element && under.matches(FRAMES)) leave(event);
  }

  /** All that a press in a frame tells this page is that the focus went there, which Firefox knows a turn later. */
  function onBlur(): void {
    setTimeout(() => focused()?.matches(FRAMES) && dispatch({ type: 'outside' }));
  }

  function onHold(event: Event): void {
    if (isOnCard(event)) dispatch({ type: 'hold' });
  }

  /** Whether somebody still looks at it: a click can be older than this script. */
  const isInSight = (mark: Mark): boolean =>
    document.visibilityState === 'visible' &&
    reader.boxes(mark).some(({ top, bottom }) => bottom > 0 && top < innerHeight);

  function onClick({ event, path, mark: under, isDrag }: Click): void {
    const isSelecting = isDrag || event.shiftKey || event.detail > 1;
    if (event.button !== 0 || path.includes(host.element) || isSelecting) return;
    checkHost();
    const mark = under && !path.some(isControl) && isInSight(under) ? under : null;
    if (mark) lastOn = { x: event.clientX, y: event.clientY, mark: mark.id };
    dispatch(mark ? { type: 'click', mark: mark.id } : { type: 'outside' });
  }

  const listen = { capture: true, passive: true, signal };
  window.addEventListener('pointermove', onPointer, listen);
  window.addEventListener('pointerdown', onPointer, listen);
  window.addEventListener('pointerdown', onHold, listen);
  window.addEventListener('focusin', onHold, listen);
  window.addEventListener('pointerout', onPointerOut, listen);
  window.addEventListener('pointerover', onPointerOver, listen);
  window.addEventListener('blur', onBlur, { signal });
  window.addEventListener('scroll', sampleScrolled, listen);
  return {
    onClick,
    lastOn: ({ id }) => (lastOn?.mark === id ? lastOn : null),
    marksChanged() {
      containers = new Set(reader.marks().flatMap((mark) => reader.container(mark) ?? []));
    },
  };
}

function oncePerFrame(run: () => void): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      run();
    });
  };
}

const isControl = (target: EventTarget): boolean => target instanceof Element && target.matches(CONTROLS);
