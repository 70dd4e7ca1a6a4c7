/** The page stays as it was: nothing of it is changed by marks, and one element comes and goes with the card. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { findIn, titleOf } from './expected.ts';
import { cardText, HOST, openByHover, SAMPLE, waitForMarks } from './page.ts';

const found = findIn(readMarkedArticle(SAMPLE));

/** The document as markup, without the elements that the selector finds. */
function serialise(page: Page, without: string | null = null): Promise<string> {
  return page.evaluate((selector) => {
    const copy = document.documentElement.cloneNode(true) as Element;
    if (selector !== null) for (const element of copy.querySelectorAll(selector)) element.remove();
    return copy.outerHTML;
  }, without);
}

inEachBrowser('untouched page', (bench) => {
  it('is byte for byte what it was, but for one host while a card is open', async () => {
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    const before = await serialise(page);
    await bench.install();
    await waitForMarks(page);
    expect(await serialise(page)).toBe(before);

    const [first] = found.shown;
    if (!first) throw new Error('nothing is shown');
    await openByHover(page, found.wordsOf(first.match), titleOf(first.match.note));
    expect(await serialise(page)).not.toBe(before);
    expect(await serialise(page, HOST)).toBe(before);
    expect(await page.evaluate((host) => document.querySelectorAll(host).length, HOST)).toBe(1);

    await page.keyboard.press('Escape');
    await expect.poll(() => cardText(page)).toBeNull();
    expect(await serialise(page)).toBe(before);
  });
});
