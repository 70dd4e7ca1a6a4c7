/**
 * Injected into a page that may concern the topic: reads the article, matches it, marks it, and hands over to the card. Composition only.
 * Everything ends with one signal: when a later reader starts in this world, or when the extension is found to be gone, of which Chrome tells nobody.
 */
import { removeHosts } from '../card/names.ts';
import { clearMarks } from '../mark/paint.ts';
import type { Mark } from '../mark/types.ts';
import { createMatcher } from '../match/matcher.ts';
import { type PackedRules, unpack } from '../match/pack.ts';
import { MARKING, type Marking } from '../shared/marking.ts';
import type { ListedMark, PageState } from '../shared/messages.ts';
import { followStore } from '../shared/store.ts';
import { isOn } from '../shared/switches.ts';
import { watchAddress } from './address.ts';
import { createHandle } from './handle.ts';
import { idle, inSlices } from './idle.ts';
import { followPage, type Reading } from './reading.ts';
import { isInstalled, onAsked, send } from './runtime.ts';

declare global {
  /** ends the reader of this world */
  var sidelightStop: (() => void) | undefined;
}

/** Milliseconds between two looks whether extension and page are still there: marks and card of a removed one must not stay. */
const LOOK_EVERY = 1_000;
/** After this many milliseconds the card comes although the page is busy. */
const CARD_AT_LATEST = 2_000;

async function loadNotes(packed: PackedRules, signal: AbortSignal) {
  await idle(signal);
  const rules = await inSlices(unpack(packed), signal);
  return { matcher: createMatcher(rules), titles: new Map(rules.notes.map(({ id, title }) => [id, title])) };
}

const toListed = ({ id, note, kind, sentence, start, words }: Mark, title: string = note): ListedMark => ({
  mark: id,
  note,
  kind,
  title,
  before: sentence.slice(0, start),
  words,
  after: sentence.slice(start + words.length),
});

/** `reported`: how many marks of an earlier reader the toolbar button shows. */
function start(packed: PackedRules, reported = 0): void {
  globalThis.sidelightStop?.();
  const life = new AbortController();
  const root = document.documentElement;
  globalThis.sidelightStop = () => life.abort();
  // What a reader of another world left: Chrome keeps its marks, Firefox its host.
  clearMarks();
  removeHosts();

  let notes: ReturnType<typeof loadNotes> | undefined;
  // Loaded once there is an article: a name in the navigation brings the reader to many pages without one.
  const load = (): ReturnType<typeof loadNotes> => {
    notes ??= loadNotes(packed, life.signal);
    return notes;
  };
  const loadMatcher = async () => (await load()).matcher;
  let reading: Reading | null = null;
  let stopReading = new AbortController();
  let marking: Marking | null = null;
  /** whether the reader clicked the toolbar button, or pressed a key of ours, at this address */
  let asked = false;
  let cardAsked = false;
  const handle = createHandle(life.signal, () => (life.signal.aborted ? null : reading));

  /** A page that writes itself anew (`document.open`) takes every listener with it. */
  function checkLife(): boolean {
    if (!isInstalled()) life.abort();
    else if (document.body !== null && document.documentElement !== root) start(packed, reported);
    return !life.signal.aborted;
  }

  function report(): void {
    const count = handle.marks().length;
    handle.changed();
    if (count !== reported) void send({ type: 'marks', count });
    reported = count;
    if (count === 0 || cardAsked) return;
    cardAsked = true;
    requestIdleCallback(() => void send({ type: 'card' }), { timeout: CARD_AT_LATEST });
  }

  function apply(now: Marking): void {
    marking = now;
    const wanted = isOn(now, location.hostname);
    if (wanted !== (reading !== null)) {
      stopReading.abort();
      stopReading = new AbortController();
      reading = wanted ? followPage(loadMatcher, AbortSignal.any([life.signal, stopReading.signal]), report) : null;
    }
    choose();
  }

  function choose(): void {
    const shows = asked && marking?.mentions === 'asked' ? { ...marking, mentions: 'first' as const } : marking;
    if (shows) reading?.marks.choose(shows);
    report();
  }

  function ask(now: boolean): void {
    if (asked === now) return;
    asked = now;
    if (marking?.mentions === 'asked') choose();
  }

  async function state(): Promise<PageState> {
    if (reading === null) return { kind: 'switched-off' };
    if (!(await reading.hasArticle())) return { kind: 'no-article' };
    const { titles } = await load();
    return { kind: 'marks', marks: handle.marks().map((mark) => toListed(mark, titles.get(mark.note))) };
  }

  globalThis.sidelightReader = handle;
  const { signal } = life;
  // Set before the marks' own timer: whether we still live is asked before it paints again what was cleared.
  const timer = setInterval(checkLife, LOOK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer));
  for (const type of ['pointermove', 'pointerdown', 'visibilitychange']) {
    addEventListener(type, checkLife, { signal, capture: true, passive: true });
  }
  // Both browsers empty the badge of a page that comes back from their cache; it is reported anew once the store has answered.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      reported = -1;
      // It may have been left before the card's script came, which then went nowhere; a second one changes nothing.
      cardAsked = false;
    },
    { signal },
  );
  watchAddress(signal, () => {
    reading?.marks.forget();
    ask(false);
  });
  onAsked(signal, (message) => {
    ask(true);
    if (message.type !== 'state' && handle.marks().length > 0) handle.request(message);
    return state();
  });
  void followStore(browser.storage, MARKING, signal, apply);
}

if (globalThis.sidelightAsked && globalThis.sidelightRules) start(globalThis.sidelightRules);
