/** The card's script: composes timing, place and rendering with what the reader hands over. Injected when idle after the first mark. */
import { createElement, render } from 'preact';
import type { CardPlace } from '../card/Actions.tsx';
import { Address, giveAddresses, late } from '../card/address.ts';
import { announce } from '../card/announce.ts';
import { Card, noteOf } from '../card/Card.tsx';
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
import { withText } from '../shared/switches.ts';
import type { Mark, ReaderHandle } from './handover.ts';
import { holderOf } from './holder.ts';
import { watchPointer } from './pointer.ts';
import { scrollToMark } from './scroll.ts';

declare global {
  /** the reader that has a card already: this script may be injected again while it lives */
  var sidelightCardOf: ReaderHandle | undefined;
}

function startCard(reader: ReaderHandle, texts: CardTexts, strings: CardStrings): void {
  const { signal } = reader;
  const { version } = browser.runtime.getManifest();
  // What is stored from a private window would tell of it afterwards.
  const isPrivate = browser.extension.inIncognitoContext === true;
  const host = createHost();
  giveAddresses(host.inside);
  let settings = parse(CARD_SETTINGS, {});
  let told = false;
  let timing: Timing = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Mark | null = null;
  /** id of the mark whose card was open last: the next and the previous note are counted from it */
  let lastShown: number | null = null;
  let stopPlacing = (): void => {};
  /** the key that closed the card: the page is not to hear of its release either */
  let taken = '';

  const linesOf = (mark: Mark) => joinLines(reader.boxes(mark));
  const findMark = (id: number | null): Mark | undefined => reader.marks().find((mark) => mark.id === id);

  /** Whether something of the page lies over a box of the mark. */
  const isCovered =
    ({ id }: Mark) =>
    ({ left, top, width, height }: DOMRect): boolean => {
      const [x, y] = [left + width / 2, top + height / 2];
      return document.elementFromPoint(x, y) !== host.element && reader.at(x, y)?.id !== id;
    };

  /** Where the key for the next or the previous note leads; nowhere while somebody types. */
  function findStep(by: 1 | -1): Mark | undefined {
    if (isTyping()) return undefined;
    // Marks in text that was folded away since have no boxes.
    const marks = reader.marks().filter((mark) => reader.boxes(mark).length > 0);
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
    if (timing.kind === 'waiting') requestIdleCallback(prepareCard);
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

  function renderCard(mark: Mark): void {
    const close = (): void => dispatch({ type: 'escape' });
    const place: CardPlace = {
      sentence: mark.sentence,
      address: location.href,
      version,
      muteNote: isPrivate ? null : muteNote,
      onNote: (note) => reader.setActive(mark, note),
    };
    const props = { key: mark.id, mark, texts, articleDate: mark.articleDate, strings, place, onClose: close };
    render(createElement(Address, { value: late }, createElement(Card, props)), host.inside);
  }

  /** Renders the card that may open, outside the page: when the delay is over it has only to be shown. */
  function prepareCard(): void {
    const mark = timing.kind === 'waiting' && findMark(timing.mark);
    if (mark) renderCard(mark);
  }

  function openCard(mark: Mark): void {
    const context = reader.container(mark);
    const line = lineAt(linesOf(mark), pointing.lastOn(mark));
    renderCard(mark);
    host.open(holderOf(context));
    const keep = timing.kind === 'kept' && isNarrow() ? keepSheet : keepPlaced;
    stopPlacing = keep(host, {
      box: () => referenceBox(linesOf(mark), line),
      context,
      onGone: () => dispatch({ type: 'gone' }),
    });
  }

  /** Once, as soon as the settings are known: announcements that are switched on later tell of later pages. */
  function tellCount(): void {
    const count = reader.marks().length;
    if (settings.announce && !told && count > 0) announce(strings.notesHere(count));
    told = true;
  }

  async function muteNote(note: string, on: boolean): Promise<void> {
    const { mutedNotes } = await readStore(browser.storage, MARKING);
    await updateStore(browser.storage, MARKING, { mutedNotes: withText(mutedNotes, note, on) });
  }

  function closeCard(): void {
    host.close();
    render(null, host.inside);
  }

  /** A page can take the host away or close it, and no event says so. */
  function checkHost(): void {
    if (shown && !host.isOpen()) dispatch({ type: 'gone' });
  }

  function onKey(event: KeyboardEvent): void {
    // 229: a key that an input method has taken, in browsers that report no composition.
    const isEscape = event.key === 'Escape' && !event.isComposing && event.keyCode !== 229;
    if (!isEscape && !host.tabsOut(event)) return;
    checkHost();
    if (shown) {
      event.preventDefault();
      event.stopPropagation();
      taken = event.key;
    }
    dispatch({ type: 'escape' });
  }

  /** Many pages close their own dialogs when Escape is released. */
  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== taken) return;
    event.stopPropagation();
    taken = '';
  }

  function onMarksChanged(): void {
    pointing.marksChanged();
    // A mark that was muted stays until its card closes.
    const isThere = shown ? reader.boxes(shown).length > 0 : timing.kind !== 'idle' && findMark(timing.mark);
    if (!isThere) dispatch({ type: 'gone' });
  }

  const pointing = watchPointer({ reader, host, timing: () => timing, shown: () => shown, checkHost, dispatch });
  const listen = { capture: true, passive: true, signal };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  window.addEventListener('keyup', onKeyUp, listen);
  document.addEventListener('fullscreenchange', () => dispatch({ type: 'gone' }), listen);
  window.addEventListener('pagehide', () => dispatch({ type: 'gone' }), listen);
  signal.addEventListener('abort', () => dispatch({ type: 'gone' }), { once: true });

  reader.onClick(pointing.onClick);
  reader.onRequest((request) => {
    const mark = request.type === 'open' ? findMark(request.mark) : findStep(request.by);
    const container = mark && reader.container(mark);
    if (signal.aborted || !container) return;
    scrollToMark(container, () => reader.boxes(mark)[0], isCovered(mark));
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

function main(): void {
  const { sidelightReader: reader, sidelightCards: texts, sidelightCardOf: before } = globalThis;
  if (!reader || !texts || reader.signal.aborted || reader === before) return;
  globalThis.sidelightCardOf = reader;
  removeHosts();
  startCard(reader, texts, readStrings(browser.i18n.getMessage));
}

main();
