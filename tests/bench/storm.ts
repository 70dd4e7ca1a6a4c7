/** The longest stretch that the extension's scripts run for in pages that never rest, in Chromium, beside the same pages without it. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../../src/cli/browsers.ts';
import { ROOT } from '../../src/cli/root.ts';
import { readSource } from '../saved-pages.ts';
import { startServer } from '../server.ts';
import { medianAndTail, type Row } from './measure.ts';
import { type BenchPage, offTopic } from './pages.ts';
import { longestStretches, type Stretches } from './profile.ts';

const DIST = join(ROOT, 'dist');
const RUNS = 3;
/** Milliseconds: long enough for the watcher's first three looks. */
const DURATION = 8_000;
const BAR = 50;

/** Changes 2,000 nodes of the article a second, by putting new text in place of old. */
function changeNodes(): void {
  const places = Array.from({ length: 100 }, () => document.createElement('span'));
  document.querySelector('article, main, body')?.append(...places);
  let turn = 0;
  setInterval(() => {
    turn++;
    for (const place of places) place.textContent = `Update ${turn} of the talks on Monday. `;
  }, 50);
}

/** Takes back what others do to the page: its highlights and every element that is not its own. */
function undoChanges(): void {
  const own = new Set<Node>(document.querySelectorAll('*'));
  setInterval(() => CSS.highlights.clear(), 10);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (!own.has(node)) (node as ChildNode).remove();
  }).observe(document, { childList: true, subtree: true });
}

interface Storm {
  readonly what: string;
  readonly page: BenchPage;
  readonly begin: () => void;
}

function storms(): Storm[] {
  const slug = 'sample-agency-report';
  const article = { slug, html: readSource(slug) };
  const other = offTopic([article]).map((page) => ({ ...page, slug: `off-${slug}` }));
  return [
    ...other.map((page) => ({ what: '2,000 changed nodes a second off the topic', page, begin: changeNodes })),
    { what: '2,000 changed nodes a second in an article with marks', page: article, begin: changeNodes },
    { what: 'a page with marks that undoes every change', page: article, begin: undoChanges },
  ];
}

/** The middle of the first mark, in CSS pixels of the window; the window's middle where there is none. */
function placeOfMark(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const range = [...(CSS.highlights.get('sidelight-term') ?? [])].find((one) => one instanceof Range);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = range?.getClientRects()[0] ?? new DOMRect(0, 0, innerWidth, innerHeight);
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** The pointer rests on a mark and leaves it, again and again, so that cards want to open. */
async function weather(page: Page, begin: () => void): Promise<void> {
  const { x, y } = await placeOfMark(page);
  await page.evaluate(begin);
  for (const end = Date.now() + DURATION; Date.now() < end; ) {
    await page.mouse.move(x, y, { steps: 2 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await page.mouse.move(1, 1);
  }
}

async function run(browser: Browser, address: string, begin: () => void): Promise<Stretches> {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(address, { waitUntil: 'load' });
  // The first reading, of which other lines tell.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const stretches = await longestStretches(page, () => weather(page, begin));
  await page.close();
  return stretches;
}

async function runAll(browser: Browser, address: string, begin: () => void): Promise<Stretches[]> {
  const runs: Stretches[] = [];
  while (runs.length < RUNS) runs.push(await run(browser, address, begin));
  return runs;
}

/** The rows of the table. */
export async function benchStorms(): Promise<Row[]> {
  const server = await startServer();
  const rows: Row[] = [];
  const bare = await launchBrowser('chromium');
  const browser = await launchBrowser('chromium');
  try {
    await browser.installExtension(DIST);
    for (const { what, page, begin } of storms()) {
      const address = server.inline({ html: page.html }, `/${page.slug}`).replace('news.test', 'localhost');
      const without = await runAll(bare, address, begin);
      const runs = await runAll(browser, address, begin);
      const row = (name: string, values: readonly number[]) =>
        ({ where: 'Chromium', what: `${what}: ${name}, milliseconds`, ...medianAndTail(values) }) as const;
      rows.push(
        {
          ...row(
            'our longest slice',
            runs.map(({ ours }) => ours),
          ),
          bar: BAR,
        },
        row(
          'the longest stretch of the page',
          runs.map(({ all }) => all),
        ),
        row(
          'the same without the extension',
          without.map(({ all }) => all),
        ),
      );
    }
  } finally {
    await bare.close();
    await browser.close();
    await server.close();
  }
  return rows;
}
