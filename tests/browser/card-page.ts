/** Runs in the page: stands in for the reader's script and the extension's API, with the real marks. */
import { createHandle } from '../../src/content/handle.ts';
import type { Mark } from '../../src/content/handover.ts';
import { createMarks, type MatchedArticle } from '../../src/mark/marks.ts';
import { clearMarks } from '../../src/mark/paint.ts';
import type { TextSpan } from '../../src/mark/ranges.ts';
import type { CardNote, CardTexts } from '../../src/notes/compiled.ts';
import { MARKING } from '../../src/shared/marking.ts';
import { followStore } from '../../src/shared/store.ts';

export { clearMarks };

/** What is to be marked: words of the text, the note, its kind. Every place where the words stand is a match. */
export type Wanted = readonly [words: string, note: string, kind: 'term' | 'claim'];

interface Segment {
  readonly start: number;
  readonly node: Text;
}

function readArticle(root: ParentNode): { text: string; segments: Segment[] } {
  const segments: Segment[] = [];
  let text = '';
  for (const block of root.querySelectorAll('p, x-text')) {
    if (text) text += '\n';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      segments.push({ start: text.length, node });
      text += node.data.replace(/\s/g, ' ');
    }
  }
  return { text, segments };
}

function findMatches(text: string, wanted: readonly Wanted[]): MatchedArticle['matches'] {
  return wanted.flatMap(([words, note, kind]) => {
    const starts = [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => index);
    return starts.map((start) => {
      const end = start + words.length;
      const evidence = [{ slot: 'names', words, start, end }];
      return {
        note: note as Mark['note'],
        kind,
        start,
        end,
        evidence,
        rule: kind === 'term' ? 'names' : 'frame',
        by: 'slots' as const,
      };
    });
  });
}

/** Marks the words in the element, or in its shadow root where it has one, read anew at each painting, as a reader of the live page does. */
export function mark(wanted: readonly Wanted[], date: string | null = null, selector = 'article') {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  const root = element.shadowRoot ?? element;
  const { text } = readArticle(root);
  const life = new AbortController();
  const spansOf = (start: number, end: number): TextSpan[] =>
    readArticle(root).segments.flatMap((segment) => {
      const from = Math.max(0, start - segment.start);
      const to = Math.min(segment.node.data.length, end - segment.start);
      return from < to ? [{ node: segment.node, start: from, end: to }] : [];
    });
  const isVisible = (start: number): boolean =>
    spansOf(start, start + 1)[0]?.node.parentElement?.checkVisibility() ?? false;
  const sentences = text
    .split('\n')
    .map((block) => ({ start: text.indexOf(block), end: text.indexOf(block) + block.length }));
  const marks = createMarks(life.signal);
  const repaint = (): void =>
    marks.show([{ text, date, matches: findMatches(text, wanted), sentences, spansOf, isVisible }]);
  repaint();
  return { ...marks, repaint, abort: () => life.abort(), signal: life.signal };
}

/** A note with every part; `more` replaces some. */
export function note(id: string, more: Partial<CardNote> = {}): CardNote {
  return {
    id: id as CardNote['id'],
    kind: 'term',
    title: `Title of ${id}`,
    summary: { html: 'A summary with <em>stress</em>.' },
    background: { html: 'What is known. '.repeat(12) },
    readings: [
      { party: 'Armenia', html: 'One reading.', source: 'one' },
      { party: 'Azerbaijan', html: 'Another reading.', source: 'two' },
    ],
    timeline: [
      { date: '1994-05', html: 'An early event.', source: 'one' },
      { date: '2020-11-10', html: 'A late event.', source: 'two' },
    ],
    sources: [
      {
        key: 'one',
        title: 'A document',
        publisher: 'OSCE',
        primary: true,
        date: '1994-05-12',
        url: 'https://one.test/',
      },
      { key: 'two', title: 'A book', publisher: 'A press', primary: false, where: 'chapter 2' },
    ],
    related: [],
    reviewed: '2026-11-23',
    history: [
      { date: '2026-10-01', change: 'First version.' },
      { date: '2026-11-20', change: 'A date was wrong.' },
    ],
    ...more,
  };
}

type Messages = Readonly<Record<string, { message: string; placeholders?: Record<string, { content: string }> }>>;

function getMessage(messages: Messages, key: string, substitutions: readonly string[] = []): string {
  const { message = '', placeholders = {} } = messages[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) =>
    (placeholders[name.toLowerCase()]?.content ?? '').replace(
      /\$(\d)/g,
      (_, n: string) => substitutions[Number(n) - 1] ?? '',
    ),
  );
}

/** The browser's storage, as far as the card asks for it. */
function memoryStore(values: Record<string, unknown>) {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let isFull = false;
  return {
    values,
    /** From now on it takes nothing in, as one that has no room left; or again. */
    fill(full: boolean): void {
      isFull = full;
    },
    local: {
      get: async () => ({ ...values }),
      async set(items: Record<string, unknown>) {
        if (isFull) throw new Error('no room left');
        Object.assign(values, items);
        tell();
      },
      async remove(keys: string | string[]) {
        for (const key of [keys].flat()) delete values[key];
        tell();
      },
    },
    onChanged: {
      addListener: (listener: () => void) => listeners.add(listener),
      removeListener: (listener: () => void) => listeners.delete(listener),
    },
  };
}

/** The part of the extension's API that the card uses. */
export const standIn = (messages: Messages, settings: Record<string, unknown>) => ({
  extension: { inIncognitoContext: false },
  i18n: { getMessage: (key: string, substitutions?: string[]) => getMessage(messages, key, substitutions) },
  storage: memoryStore(settings),
  runtime: { getManifest: () => ({ version: '1.2.3' }) },
});

/** Puts up everything that the card's script finds in its world, and returns the strings to pull. */
export function handOver(
  wanted: readonly Wanted[],
  notes: readonly CardNote[],
  messages: Messages,
  articleDate: string | null,
  settings: Record<string, unknown>,
) {
  const marks = mark(wanted, articleDate);
  const browser = standIn(messages, settings);
  const reader = createHandle(marks.signal, () => ({ marks }));
  void followStore(browser.storage, MARKING, marks.signal, (marking) => {
    marks.choose(marking);
    reader.changed();
  });
  const texts: CardTexts = Object.fromEntries(notes.map((each) => [each.id, each]));
  Object.assign(globalThis, { sidelightReader: reader, sidelightCards: texts, browser });
  return {
    request(index: number): void {
      const wantedMark = marks.list()[index];
      if (wantedMark) reader.request({ type: 'open', mark: wantedMark.id });
    },
    step: (by: 1 | -1): void => reader.request({ type: 'step', by }),
    repaint(): void {
      marks.repaint();
      reader.changed();
    },
    /** as at another address: nothing was opened there */
    forget(): void {
      marks.forget();
      marks.repaint();
    },
    settings: browser.storage.values,
    fill: browser.storage.fill,
    /** as the options page does */
    change: (items: Record<string, unknown>) => browser.storage.local.set(items),
    abort: marks.abort,
  };
}
