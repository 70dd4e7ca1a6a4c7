/** Reads a page as a person does, through a driven browser: what is underlined, and which card opens over it. */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

export interface SeenMark {
  readonly words: string;
  /** title in the card that opened over it; null when none did */
  readonly title: string | null;
}

/** Milliseconds: for the first mark to be painted, for a card to open or close. */
const PATIENCE = { marks: 15_000, card: 4_000 };

/**
 * The functions below run in the page. They are kept as text, because the runner of the commands puts helpers of its own into
 * functions, which a page does not have.
 */
const RANGES = `[...CSS.highlights].filter(([name]) => /^sidelight-(?!active)/.test(name)).flatMap(([, set]) => [...set])
  .map((range) => { const live = document.createRange(); live.setStart(range.startContainer, range.startOffset); live.setEnd(range.endContainer, range.endOffset); return live; })
  .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))`;
const TITLE = `document.querySelector('[data-sidelight-card]')?.shadowRoot?.querySelector('h2')?.textContent?.trim() ?? null`;

/** Whether an expression came true in time. */
async function cameTrue(page: Page, expression: string, timeout: number): Promise<boolean> {
  try {
    await page.waitForFunction(expression, { timeout, polling: 100 });
    return true;
  } catch {
    return false;
  }
}

/** The words of every mark in document order; empty when none was painted in time. */
export async function paintedWords(page: Page): Promise<string[]> {
  if (!(await cameTrue(page, `${RANGES}.length > 0`, PATIENCE.marks))) return [];
  return (await page.evaluate(`${RANGES}.map((range) => range.toString().replace(/\\s+/g, ' '))`)) as string[];
}

/** Scrolls a mark to the middle of the window and gives the centre of its first line in CSS pixels. */
async function bringIntoView(page: Page, index: number): Promise<{ x: number; y: number } | null> {
  return (await page.evaluate(`(() => {
    const range = ${RANGES}[${index}];
    if (!range) return null;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0];
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  })()`)) as { x: number; y: number } | null;
}

async function closeCard(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
  await cameTrue(page, `${TITLE} === null`, PATIENCE.card);
}

/** Hovers one mark and reads the title of the card that opens. */
export async function openCard(page: Page, index: number): Promise<string | null> {
  await closeCard(page);
  const point = await bringIntoView(page, index);
  if (point === null) return null;
  await page.mouse.move(point.x - 3, point.y);
  await page.mouse.move(point.x, point.y, { steps: 3 });
  const opened = await cameTrue(page, `${TITLE} !== null`, PATIENCE.card);
  return opened ? ((await page.evaluate(TITLE)) as string | null) : null;
}

/** Every mark of the page with the title of its card, in document order. */
export async function seeMarks(page: Page): Promise<SeenMark[]> {
  const words = await paintedWords(page);
  const seen: SeenMark[] = [];
  for (const [index, own] of words.entries()) seen.push({ words: own, title: await openCard(page, index) });
  return seen;
}

/** Pictures the window; the folder is made if it is missing. */
export async function picture(page: Page, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path: `${string}.png` = `${folder}/${name}.png`;
  await page.screenshot({ path });
  return path;
}
