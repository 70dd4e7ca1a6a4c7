/** The card in a page of a test, over marks and notes of the test: opening it, reading it. */
import { readFileSync } from 'node:fs';
import type { JSHandle, Page, Viewport } from 'puppeteer-core';
import { expect } from 'vitest';
import type { CardNote } from '../../src/notes/compiled.ts';
import type { Bench } from '../browsers.ts';
import type { InlinePage } from '../server.ts';
import type * as CardPage from './card-page.ts';
import type { Wanted } from './card-page.ts';

const MESSAGES = JSON.parse(readFileSync(new URL('../../src/_locales/en/messages.json', import.meta.url), 'utf8'));
export const HOST = '[data-sidelight-card]';
const WANTED: readonly Wanted[] = [
  ['OSCE Minsk Group', 'group', 'term'],
  ['go on', 'talks', 'claim'],
  ['linked', 'linked', 'term'],
  ['far below', 'below', 'term'],
];
export const ARTICLE = `<article><p>Talks by the OSCE Minsk Group still, after all these many years, go on.</p>
<p>See <a href="#followed">the linked words</a> for more.</p>
<p style="margin-top:500px">Words far below.</p></article>`;
export const page = (css = '', article = ARTICLE): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>body{font:18px/28px serif;margin:40px;width:600px;height:3000px}${css}</style></head><body>${article}</body></html>`;

type Strings = JSHandle<ReturnType<typeof CardPage.handOver>>;

export interface Opened {
  readonly page: Page;
  readonly strings: Strings;
  readonly errors: readonly string[];
}

export interface Options extends Partial<InlinePage> {
  /** parts of the note "group" other than the usual */
  readonly group?: Partial<CardNote>;
  readonly date?: string | null;
  /** what is stored */
  readonly settings?: Record<string, unknown>;
  readonly viewport?: Viewport;
  /** interface strings other than the English ones */
  readonly messages?: Readonly<Record<string, { readonly message: string }>>;
  /** runs in the page before the card's script */
  readonly before?: () => void;
  /** what a reader does before the card's script is there */
  readonly early?: (tab: Page) => Promise<unknown>;
}

export async function open(
  bench: Bench,
  {
    group = {},
    date = '2014-10-15',
    settings = {},
    messages = {},
    before,
    early,
    viewport,
    html = page(),
    headers,
  }: Options = {},
): Promise<Opened> {
  const tab = await bench.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  if (viewport) await tab.setViewport(viewport);
  await tab.goto(bench.server.inline(headers ? { html, headers } : { html }));
  const module = await bench.load<typeof CardPage>(tab, 'tests/browser/card-page.ts');
  const strings = (await module.evaluateHandle(
    (loaded, wanted, parts, words, articleDate, stored) => {
      const others = ['talks', 'linked', 'below'].map((id) => loaded.note(id));
      return loaded.handOver(wanted, [loaded.note('group', parts), ...others], words, articleDate, stored);
    },
    WANTED,
    group,
    { ...MESSAGES, ...messages },
    date,
    settings,
  )) as Strings;
  if (before) await tab.evaluate(before);
  await early?.(tab);
  await bench.load(tab, 'src/content/card.ts');
  return { page: tab, strings, errors };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first box of some words of the article. */
export function spotOf(tab: Page, words: string): Promise<Spot> {
  return tab.evaluate((wanted) => {
    const article = document.querySelector('article');
    const walker = document.createTreeWalker(article?.shadowRoot ?? article ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [box] = range.getClientRects();
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`no words ${wanted}`);
  }, words);
}

export async function moveTo(tab: Page, words: string): Promise<Spot> {
  const spot = await spotOf(tab, words);
  await tab.mouse.move(spot.x, spot.y, { steps: 3 });
  return spot;
}

/** The title of the open card; null without one. */
export function title(tab: Page): Promise<string | null> {
  return tab.evaluate((selector) => {
    const roots = [document, document.querySelector('article')?.shadowRoot ?? document.createDocumentFragment()];
    const hosts = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    if (hosts.length > 1) throw new Error('more than one host');
    return hosts[0]?.shadowRoot?.querySelector('h2')?.textContent ?? null;
  }, HOST);
}
export const opens = (tab: Page, id: string) => expect.poll(() => title(tab)).toBe(`Title of ${id}`);
export const closes = (tab: Page) => expect.poll(() => title(tab)).toBe(null);

export async function hover(tab: Page, words: string, id: string): Promise<Spot> {
  const spot = await moveTo(tab, words);
  await opens(tab, id);
  return spot;
}

/** Longer than every delay of the card: for what must not happen. */
export const wait = (tab: Page): Promise<void> =>
  tab.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 800)));

export const box = (tab: Page) =>
  tab.evaluate((selector) => {
    const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom, width: innerWidth, height: innerHeight };
  }, HOST);

export async function expectInWindow(tab: Page, mark: Spot): Promise<void> {
  const { left, top, right, bottom, width, height } = await box(tab);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(width);
  expect(bottom).toBeLessThanOrEqual(height);
  expect(bottom - top).toBeGreaterThan(100);
  expect(mark.y < top || mark.y > bottom, `mark at ${mark.y}, card from ${top} to ${bottom}`).toBe(true);
}

/** Reads or does something inside the card. */
export function inCard<T>(tab: Page, run: (root: ShadowRoot) => T): Promise<T> {
  return tab.evaluate(`(${run})(document.querySelector('${HOST}').shadowRoot)`) as Promise<T>;
}

export const serialised = (tab: Page): Promise<string> => tab.evaluate(() => document.documentElement.outerHTML);
