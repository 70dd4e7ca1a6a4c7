/** The card's script: composes timing, place and rendering with what the reader hands over. Injected when idle after the first mark. */
import { createElement, render } from 'preact';
import { announce } from '../card/announce.ts';
import { Card, noteOf } from '../card/Card.tsx';
import { inCorridor, type Point } from '../card/corridor.ts';
import { isTyping } from '../card/focus.ts';
import { createHost } from '../card/host.ts';
import { joinLines } from '../card/lines.ts';
import { removeHosts } from '../card/names.ts';
import { keepPlaced } from '../card/place.ts';
import { lineAt, referenceBox } from '../card/reference.ts';
import { isNarrow, keepSheet } from '../card/sheet.ts';
import { stepTo } from '../card/step.ts';
import { type CardStrings, readStrings } from '../card/strings.ts';
import { delayOf, IDLE, openMark, step, type Timing, type TimingEvent } from '../card/timing.ts';
import type { CardTexts } from '../notes/compiled.ts';
import { MARKING } from '../shared/marking.ts';
import { CARD_SETTINGS } from '../shared/settings.ts';
import { followStore, parse, readStore, updateStore } from '../shared/store.ts';
import type { Mark, ReaderHandle } from './handover.ts';
import { scrollToMark } from './scroll.ts';

declare global {
  /** the reader that has a card already: this script may be injected again while it lives */
  var sidelightCardOf: ReaderHandle | undefined;
}

/** What a click on a mark may be meant for before it is meant for us. */
const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [contenteditable]';

/** The last place of a pointer that can hover; `near` when something under it holds a mark. */
interface Pointer extends Point {
  readonly near: boolean;
  readonly onCard: boolean;
  readonly pressed: boolean;
}

function startCard(reader: ReaderHandle, texts: CardTexts, strings: CardStrings): void {
  const { signal } = reader;
  const { version } = browser.runtime.getManifest();
  const host = createHost();
  let settings = parse(CARD_SETTINGS, {});
  let told = false;
  let timing: Timing = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Mark | null = null;
  /** id of the mark whose card was open last: the next and the previous note are counted from it */
  let lastShown: number | null = null;
  let stopPlacing = (): void => {};
  let pointer: Pointer | null = null;
  /** where the pointer last was on a mark: the way to its card begins there */
  let lastOn: (Point & { readonly mark: number }) | null = null;
  let containers = new Set<EventTarget>();

  const linesOf = (mark: Mark) => joinLines(reader.boxes(mark));
  // By its path: in a dialog of a shadow root the window sees that root's host as the target.
  const isOnCard = (event: Event): boolean => event.composedPath().includes(host.element);
  const findMark = (id: number | null): Mark | undefined => reader.marks().find((mark) => mark.id === id);

  /** Where the key for the next or the previous note leads; nowhere while somebody types. */
  function findStep(by: 1 | -1): Mark | undefined {
    if (isTyping()) return undefined;
    const marks = reader.marks();
    const inView = marks.findIndex((mark) => reader.boxes(mark).some(({ bottom }) => bottom > 0));
    return stepTo(marks, by, lastShown, inView === -1 ? marks.length : inView);
  }

  function dispatch(event: TimingEvent): void {
    const next = step(timing, event);
    if (next === timing) return;
    timing = next;
    clearTimeout(timer);
    const delay = delayOf(timing, settings.delay);
    if (delay !== null) timer = setTimeout(() => dispatch({ type: 'elapsed', turn: next.turn }), delay);
    if (openMark(timing) !== (shown?.id ?? null)) showMark(openMark(timing));
  }

  function showMark(id: number | null): void {
    stopPlacing();
    const mark = findMark(id);
    const hasCard = mark !== undefined && noteOf(texts, mark.note) !== undefined && reader.boxes(mark).length > 0;
    shown = hasCard ? mark : null;
    lastShown = shown?.id ?? lastShown;
    reader.setActive(shown);
    if (shown) openCard(shown);
    else closeCard();
    if (id !== null && !hasCard) dispatch({ type: 'gone' });
  }

  function openCard(mark: Mark): void {
    const context = reader.container(mark);
    const line = lineAt(linesOf(mark), lastOn?.mark === mark.id ? lastOn : null);
    const close = (): void => dispatch({ type: 'escape' });
    const place = { sentence: mark.sentence, address: location.href, version, onMute: mute };
    const props = { key: mark.id, mark, texts, articleDate: mark.articleDate, strings, place, onClose: close };
    render(createElement(Card, props), host.inside);
    host.open(context);
    const keep = timing.kind === 'kept' && isNarrow() ? keepSheet : keepPlaced;
    stopPlacing = keep(host, {
      box: () => referenceBox(linesOf(mark), line),
      context,
      onGone: () => dispatch({ type: 'gone' }),
    });
  }

  /** Once, and not when it is switched on later. */
  function tellCount(): void {
    const count = reader.marks().length;
    if (settings.announce && !told && count > 0) announce(strings.notesHere(count));
    told = true;
  }

  async function mute(note: string): Promise<void> {
    const { mutedNotes } = await readStore(browser.storage, MARKING);
    await updateStore(browser.storage, MARKING, { mutedNotes: [...mutedNotes, note] });
  }

  function closeCard(): void {
    host.close();
    render(null, host.inside);
  }

  function locate({ x, y, near, onCard, pressed }: Pointer): TimingEvent {
    if (onCard) return { type: 'card' };
    if (pressed) return { type: 'away' };
    const mark = near ? reader.at(x, y) : null;
    const from = shown && shown.id !== mark?.id && lastOn?.mark === shown.id ? lastOn : null;
    if (from && inCorridor({ x, y }, from, host.element.getBoundingClientRect())) return { type: 'card' };
    if (!mark) return { type: 'away' };
    lastOn = { x, y, mark: mark.id };
    return { type: 'over', mark: mark.id };
  }

  /** A page can take the host away or close it; nobody is told. */
  function checkHost(): void {
    if (shown && !host.isOpen()) dispatch({ type: 'gone' });
  }

  const sample = oncePerFrame(() => {
    if (signal.aborted) return;
    checkHost();
    if (pointer) dispatch(locate(pointer));
  });

  /** Text moves under a resting pointer: that may end a visit, and begins none. */
  const sampleScrolled = oncePerFrame(() => {
    if (signal.aborted || timing.kind === 'idle' || !pointer) return;
    const under = document.elementFromPoint(pointer.x, pointer.y);
    const event = locate({ ...pointer, near: true, onCard: under === host.element });
    const begins = event.type === 'over' && event.mark !== timing.mark;
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
    if (pointer.near || timing.kind !== 'idle') sample();
  }

  function onPointerOut(event: PointerEvent): void {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    pointer = null;
    dispatch({ type: 'away' });
  }

  function onHold(event: Event): void {
    if (isOnCard(event)) dispatch({ type: 'hold' });
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || isOnCard(event) || isSelecting(event)) return;
    checkHost();
    const mark = isControl(event) ? null : reader.at(event.clientX, event.clientY);
    if (mark) lastOn = { x: event.clientX, y: event.clientY, mark: mark.id };
    dispatch(mark ? { type: 'click', mark: mark.id } : { type: 'outside' });
  }

  function onKey(event: KeyboardEvent): void {
    // 229: a key that an input method has taken, in browsers that report no composition.
    const isEscape = event.key === 'Escape' && !event.isComposing && event.keyCode !== 229;
    if (!isEscape && !host.tabsOut(event)) return;
    checkHost();
    if (shown) {
      event.preventDefault();
      event.stopPropagation();
    }
    dispatch({ type: 'escape' });
  }

  function onMarksChanged(): void {
    const marks = reader.marks();
    containers = new Set(marks.flatMap((mark) => reader.container(mark) ?? []));
    if (timing.kind !== 'idle' && !findMark(timing.mark)) dispatch({ type: 'gone' });
  }

  const listen = { capture: true, passive: true, signal };
  window.addEventListener('pointermove', onPointer, listen);
  window.addEventListener('pointerdown', onPointer, listen);
  window.addEventListener('pointerdown', onHold, listen);
  window.addEventListener('focusin', onHold, listen);
  window.addEventListener('pointerout', onPointerOut, listen);
  window.addEventListener('click', onClick, listen);
  window.addEventListener('scroll', sampleScrolled, listen);
  window.addEventListener('keydown', onKey, { capture: true, signal });
  document.addEventListener('fullscreenchange', () => dispatch({ type: 'gone' }), listen);
  window.addEventListener('pagehide', () => dispatch({ type: 'gone' }), listen);
  signal.addEventListener('abort', () => dispatch({ type: 'gone' }), { once: true });

  reader.onRequest((request) => {
    const mark = request.type === 'open' ? findMark(request.mark) : findStep(request.by);
    const container = mark && reader.container(mark);
    if (signal.aborted || !container) return;
    scrollToMark(container, () => reader.boxes(mark)[0]);
    dispatch({ type: 'request', mark: mark.id });
    host.focus();
  });
  void followStore(browser.storage, CARD_SETTINGS, signal, (now) => {
    settings = now;
    host.look(settings);
    tellCount();
  });
  reader.onChange(() => {
    if (!signal.aborted) onMarksChanged();
  });
  onMarksChanged();
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

function isControl(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(CONTROLS));
}

/** The click that ends a drag over text, or one of a double click. */
function isSelecting(event: MouseEvent): boolean {
  return event.detail > 1 || document.getSelection()?.isCollapsed === false;
}

function main(): void {
  const { sidelightReader: reader, sidelightCards: texts, sidelightCardOf: before } = globalThis;
  if (!reader || !texts || reader.signal.aborted || reader === before) return;
  globalThis.sidelightCardOf = reader;
  removeHosts();
  startCard(reader, texts, readStrings(browser.i18n.getMessage));
}

main();
