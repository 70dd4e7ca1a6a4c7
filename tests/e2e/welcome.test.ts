/** The page that opens once: a live sample, read by the extension's own scripts. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser, painted } from '../browsers.ts';
import { expectReached, expectSound, installForPages, textOf } from './own-pages.ts';
import { cardText, openByHover, waitForMarks } from './page.ts';

inEachBrowser('welcome', suite);

/** Of each painted range the element of the sample that holds it; null outside. */
const places = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((marks) =>
      [...marks].map((range) => range.startContainer.parentElement?.closest('article')?.className ?? null),
    ),
  );

function suite(bench: Bench): void {
  const pages = installForPages(bench);

  it('marks its sample, nothing else of it, and opens the card of a mark', async () => {
    const page = await pages.open('welcome.html');
    await waitForMarks(page);
    const words = (await painted(page)).map(({ text }) => text);
    expect(words.length).toBeGreaterThanOrEqual(6);
    expect(new Set(await places(page))).toEqual(new Set(['report']));
    const isaf = words.find((text) => text.includes('ISAF')) ?? '';
    await openByHover(page, isaf, 'ISAF');
    expect(await cardText(page)).toContain('Since this article (15 October 2014)');
    await page.keyboard.press('Escape');
    await expect.poll(() => cardText(page)).toBeNull();
  });

  it('says what it may do as the manifest has it, and how to get about', async () => {
    const page = await pages.open('welcome.html');
    // The browser is asked for them.
    await expect.poll(() => textOf(page)).toContain('Alt+Shift+J');
    const text = await textOf(page);
    const access = ["connect-src 'none'", 'storage and scripting', 'http://*/* and https://*/*'];
    for (const part of [...access, 'Alt+Shift+K', 'Alt+Shift+L']) expect(text).toContain(part);
    expect(text).not.toContain('has not let Sidelight read pages');
    await expectReached(page);
    await expectSound(page);
  });

  // Chrome lets no extension change its keys.
  it.runIf(bench.name === 'firefox')('names the keys that a person chose', async () => {
    const before = await pages.open('welcome.html');
    await before.evaluate(() => browser.commands.update({ name: 'next-note', shortcut: 'Ctrl+Shift+9' }));
    await before.evaluate(() => browser.commands.update({ name: 'previous-note', shortcut: '' }));
    const page = await pages.open('welcome.html');
    try {
      await expect.poll(() => textOf(page)).toMatch(/Ctrl\+Shift\+9\s+opens the next note/);
      expect(await textOf(page)).toMatch(/no key yet\s+opens the one before/);
    } finally {
      for (const name of ['next-note', 'previous-note'])
        await page.evaluate((key) => browser.commands.reset(key), name);
    }
  });

  it('leads to the library and the options', async () => {
    const page = await pages.open('welcome.html');
    const links = await page.$$eval('main a', (found) => found.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['library.html', 'options.html']);
  });
}
