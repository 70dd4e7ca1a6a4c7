/** The extension comes, goes and comes again while a page is open. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { DIST, inEachBrowser, painted } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { findIn, titleOf } from './expected.ts';
import { collectErrors, countHosts, expectPainted, hover, openByHover, SAMPLE } from './page.ts';

const found = findIn(readMarkedArticle(SAMPLE));
const words = found.shown.map(({ match }) => found.wordsOf(match));
const [first] = found.shown;

/** What Chrome's page of extensions may do. */
interface ExtensionsPage {
  readonly chrome: { readonly management: { setEnabled(extension: string, on: boolean): Promise<void> } };
}

/** What a reader does next; each may wake a script whose extension is gone. */
async function goOnReading(page: Page): Promise<void> {
  await page.mouse.move(400, 300, { steps: 3 });
  await page.mouse.click(20, 400);
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    scrollBy(0, 200);
    document.body.append(document.createElement('p'));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    document.body.lastElementChild?.remove();
  });
}

inEachBrowser('life of the extension', (bench) => {
  it('installed, removed and installed again: marks once, one host at most, no error (case 44)', async () => {
    if (!first) throw new Error('nothing is shown');
    const page = await bench.newPage();
    const errors = collectErrors(page);
    await page.goto(bench.server.saved(SAMPLE), { waitUntil: 'load' });
    await bench.install();
    await expectPainted(page, words);
    await openByHover(page, found.wordsOf(first.match), titleOf(first.match.note));

    await bench.uninstall();
    await goOnReading(page);
    // Firefox ends the script with its extension; in Chrome it lives on and has to notice.
    if (bench.name === 'chromium') {
      expect(await painted(page)).toEqual([]);
      expect(await countHosts(page)).toBe(0);
    }

    await bench.install();
    await expectPainted(page, words);
    expect(await countHosts(page)).toBeLessThanOrEqual(1);
    await openByHover(page, found.wordsOf(first.match), titleOf(first.match.note));
    expect(await countHosts(page)).toBe(1);
    await goOnReading(page);
    await expectPainted(page, words);
    expect(errors).toEqual([]);
  });

  // Firefox's driver switches no extension off; Firefox itself starts the scripts of one that is switched on.
  it.runIf(bench.name === 'chromium')('switched off and on again: the open page is marked again', async () => {
    const id = await bench.install();
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    await expectPainted(page, words);
    const extensions = await bench.openPage('chrome://extensions');
    for (const isOn of [false, true]) {
      await extensions.bringToFront();
      await extensions.evaluate(
        (extension, on) => (globalThis as unknown as ExtensionsPage).chrome.management.setEnabled(extension, on),
        id,
        isOn,
      );
      await page.bringToFront();
      await expectPainted(page, isOn ? words : []);
    }
  });

  it('removed with a mark under the pointer before the card came: no error', async () => {
    await bench.install();
    const page = await bench.newPage();
    const errors = collectErrors(page);
    await page.goto(bench.server.saved(SAMPLE), { waitUntil: 'load' });
    await expectPainted(page, words);
    await hover(page, words[0] ?? '');
    await bench.uninstall();
    await goOnReading(page);
    expect(await countHosts(page)).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
  });

  it('updated under an open page: marks once, one host at most, no error', async () => {
    if (!first) throw new Error('nothing is shown');
    await bench.install();
    const page = await bench.newPage();
    const errors = collectErrors(page);
    await page.goto(bench.server.saved(SAMPLE), { waitUntil: 'load' });
    await expectPainted(page, words);
    await openByHover(page, found.wordsOf(first.match), titleOf(first.match.note));
    // Over the one that is there.
    await bench.browser.installExtension(DIST);
    await goOnReading(page);
    await expectPainted(page, words);
    await openByHover(page, found.wordsOf(first.match), titleOf(first.match.note));
    expect(await countHosts(page)).toBe(1);
    await goOnReading(page);
    await expectPainted(page, words);
    expect(errors).toEqual([]);
  });
});
