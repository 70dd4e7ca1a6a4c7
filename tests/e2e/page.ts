/** What the tests of this folder do with a page, in both browsers. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { painted } from '../browsers.ts';

export const SAMPLE = 'sample-agency-report';
export const HOST = '[data-sidelight-card]';

/** A paragraph that a note belongs to, in an article long enough to be one. */
export const ON_TOPIC = article(
  'The OSCE Minsk Group, which France, Russia and the United States lead, met the foreign ministers on Monday.',
  'The International Security Assistance Force (ISAF) in Afghanistan was led by NATO until the end of 2014, the ministry said.',
);

/** Words of news about nothing that a note knows. */
export const OFF_TOPIC = article(
  'The council voted on Monday to rebuild the footbridge over the mill stream, which was closed after the floods of last winter.',
  'A senator who had asked for the work said that the first stones would be laid in spring, and that the town would bear half the cost.',
);

/** An article of the given paragraphs between others that say nothing. */
export function article(...paragraphs: readonly string[]): string {
  const filling =
    'Residents who came to the town hall said that they had waited long for an answer, and that the meeting was calm and orderly throughout.';
  const all = [filling, ...paragraphs, filling, filling, filling].map((words) => `<p>${words}</p>`).join('');
  return `<main><article><h1>What was said on Monday</h1>${all}</article></main>`;
}

const spaceless = (words: readonly string[]): string => words.join('').replace(/\s/g, '');

/** The words painted as terms and claims, without their white space: a mark over several text nodes is several ranges. */
export async function paintedWords(page: Page): Promise<string> {
  const ranges = await painted(page);
  return spaceless(ranges.filter(({ highlight }) => highlight !== 'sidelight-active').map(({ text }) => text));
}

export async function expectPainted(page: Page, words: readonly string[]): Promise<void> {
  await expect.poll(() => paintedWords(page), { timeout: 15_000 }).toBe(spaceless(words));
}

export async function waitForMarks(page: Page): Promise<void> {
  await expect.poll(() => painted(page), { timeout: 15_000 }).not.toEqual([]);
}

/** Centre of the first line of the painted range that begins with these words, scrolled into view; client coordinates in CSS pixels. */
export async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((start) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const live = ranges.map((range) => {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      return copy;
    });
    const found = live.find(
      (range) => range.toString().replace(/\s/g, ' ') && start.startsWith(range.toString().replace(/\s/g, ' ')),
    );
    if (!found) throw new Error(`not painted: ${start}`);
    found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [line] = found.getClientRects();
    if (!line) throw new Error(`has no box: ${start}`);
    return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
  }, words);
}

/** Moves the pointer onto the mark, a small step at a time like a hand. */
export async function hover(page: Page, words: string): Promise<void> {
  const { x, y } = await placeOf(page, words);
  await page.mouse.move(x - 2, y - 1);
  await page.mouse.move(x, y, { steps: 2 });
}

/** The words on the open card; null while none is open. */
export function cardText(page: Page): Promise<string | null> {
  return page.evaluate(
    (host) => document.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>('[role=dialog]')?.innerText ?? null,
    HOST,
  );
}

export function countHosts(page: Page): Promise<number> {
  return page.evaluate((host) => document.querySelectorAll(host).length, HOST);
}

/** Waits for the card of the mark: it comes when idle after the first mark, so the pointer may have been there before it. */
export async function openByHover(page: Page, words: string, title: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.mouse.move(1, 1);
        await hover(page, words);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
        return cardText(page);
      },
      { timeout: 20_000 },
    )
    .toContain(title);
}

/** Collects the errors that a page reports from now on, those of content scripts included. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon') && !/404/.test(message.text()))
      errors.push(message.text());
  });
  return errors;
}
