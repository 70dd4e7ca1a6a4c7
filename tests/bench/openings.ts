/** How soon a card is painted when its delay is over: the extension as it ships, with a script before it in its world that takes the time. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { type BrowserName, launchBrowser } from '../../src/cli/browsers.ts';
import { bundleOptions } from '../../src/cli/bundling.ts';
import { ROOT } from '../../src/cli/root.ts';
import { readSource } from '../saved-pages.ts';
import { startServer } from '../server.ts';
import type { Opening } from './in-page/opening.ts';
import { FINE_CLOCK, ISOLATED } from './loads.ts';
import { medianAndTail, type Row } from './measure.ts';

const OPENINGS = 200;
/** Milliseconds after which a card does not come any more. */
const PATIENCE = 3_000;
/** The first cards find nothing compiled and, before them, no script. */
const WARM_UP = 10;

async function copyWithTimer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  await build({
    ...bundleOptions(() => []),
    absWorkingDir: ROOT,
    entryPoints: ['tests/bench/in-page/opening.ts'],
    outdir: folder,
    write: true,
  });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { content_scripts: { js: string[] }[] };
  for (const { js } of manifest.content_scripts) js.unshift('opening.js');
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/** Moves the pointer onto a mark of the page, each in turn; resolves with nothing when no card comes. */
async function openCard(page: Page, turn: number): Promise<Opening | null> {
  await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  const { x, y } = await page.evaluate((index) => {
    const layers = ['term', 'claim', 'seen'].flatMap((name) => [...(CSS.highlights.get(`sidelight-${name}`) ?? [])]);
    const ranges = layers.filter((range) => range instanceof Range);
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const range = ranges[index % ranges.length];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = range?.getClientRects()[0] ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, turn);
  const opening = page.evaluate(
    (patience) =>
      new Promise<Opening | null>((resolve) => {
        const signal = AbortSignal.timeout(patience);
        signal.addEventListener('abort', () => resolve(null));
        addEventListener('message', ({ data }) => 'opening' in data && resolve(data.opening), { signal });
      }),
    PATIENCE,
  );
  await page.mouse.move(x, y, { steps: 2 });
  return opening;
}

async function openCards(page: Page, count: number): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (let turn = 0; openings.length < count; turn++) {
    const opening = await openCard(page, turn);
    if (opening) openings.push(opening);
    if (turn > 2 * count) throw new Error(`${openings.length} cards opened by a pointer that rested ${turn} times`);
  }
  return openings;
}

/** Milliseconds from frame to frame while nothing happens. */
async function frameTime(page: Page): Promise<number> {
  const times = await page.evaluate(async () => {
    const frames: number[] = [];
    while (frames.length < 100) frames.push(await new Promise(requestAnimationFrame));
    return frames;
  });
  return medianAndTail(times.slice(1).map((time, i) => time - (times[i] ?? time))).median;
}

/**
 * Frames that began after the delay up to the one that shows the card: 1 when that was the next one, and came in its time. A frame that begins late, or is not
 * painted when the next one is due, counts for each that it kept from coming.
 */
function framesOf({ due, frame, painted }: Opening, time: number): number {
  return Math.max(1, Math.ceil((frame - due) / time)) + Math.max(0, Math.floor((painted - frame) / time));
}

/** The rows of a browser. */
export async function benchOpenings(name: BrowserName, where: Row['where']): Promise<Row[]> {
  const folder = await copyWithTimer();
  const server = await startServer();
  const browser = await launchBrowser(name, { prefs: FINE_CLOCK });
  try {
    await browser.installExtension(folder);
    const page = await browser.newPage();
    const html = readSource('sample-agency-report');
    await page.goto(server.inline({ html, headers: ISOLATED }).replace('news.test', 'localhost'));
    await page.bringToFront();
    await openCards(page, WARM_UP);
    const time = await frameTime(page);
    const openings = await openCards(page, OPENINGS);
    const what = `end of delay to painted card, over ${OPENINGS} openings`;
    return [
      {
        where,
        what: `${what}: frames`,
        ...medianAndTail(openings.map((opening) => framesOf(opening, time))),
        bar: 1,
      },
      {
        where,
        what: `${what}: milliseconds (a frame is ${time.toFixed(1)})`,
        ...medianAndTail(openings.map(({ due, painted }) => painted - due)),
      },
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
