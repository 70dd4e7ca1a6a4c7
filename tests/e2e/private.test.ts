/** A private window: everything works, and nothing of it is written. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askFirefox, type Bench, inEachBrowser } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { copyWithDoor, openPopup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { expectPainted, HOST, openByHover, SAMPLE } from './page.ts';

const { shown, wordsOf } = findIn(readMarkedArticle(SAMPLE));
const words = shown.map(({ match }) => wordsOf(match));

/** Installs the extension as one that a person has let into private windows. */
async function installForPrivate(bench: Bench, path: string): Promise<void> {
  if (bench.name === 'firefox') {
    await askFirefox(bench.browser, 'webExtension.install', {
      extensionData: { type: 'path', path },
      'moz:allowPrivateBrowsing': true,
    });
    return;
  }
  const session = await bench.browser.target().createCDPSession();
  // Puppeteer's types know no `enableInIncognito`.
  const words = { path, enableInIncognito: true };
  await session.send('Extensions.loadUnpacked', words);
}

/** The article in a private window. */
async function openInPrivate(bench: Bench): Promise<Page> {
  const address = bench.server.saved(SAMPLE);
  const page = await bench.openPage(address);
  const find = async (): Promise<Page | undefined> =>
    (await bench.browser.pages()).find((other) => other.url() === address);
  // Again and again: the extension may not have started yet.
  const knock = async (): Promise<boolean> => {
    await page.evaluate(() => {
      location.hash = `private-${performance.now()}`;
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    return (await find()) !== undefined;
  };
  await expect.poll(knock, { timeout: 20_000 }).toBe(true);
  await page.close();
  const found = await find();
  if (!found) throw new Error('the private window is gone');
  return found;
}

const buttonsOfCard = (page: Page): Promise<string[]> =>
  page.evaluate((host) => {
    const buttons = document.querySelector(host)?.shadowRoot?.querySelectorAll('.actions button') ?? [];
    return [...buttons].map(({ textContent }) => textContent ?? '');
  }, HOST);

/** Tries each control of a page of ours, and says which are disabled. */
const clickAll = (page: Page): Promise<string[]> =>
  page.$$eval('input, main [name]', (found) =>
    found.map((control) => {
      (control as HTMLElement).click();
      return `${control.id || control.getAttribute('name')} ${control.matches(':disabled') ? 'disabled' : ''}`;
    }),
  );

inEachBrowser('private window', suite);

function suite(bench: Bench): void {
  let folder: string;
  beforeAll(async () => {
    folder = copyWithDoor();
    await installForPrivate(bench, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has marks, cards and the list, and nothing of it is written', async () => {
    const [first] = shown;
    if (!first) throw new Error('nothing is shown');
    const page = await openInPrivate(bench);
    await expectPainted(page, words);
    await openByHover(page, wordsOf(first.match), titleOf(first.match.note));
    expect(await buttonsOfCard(page)).toEqual(['Copy note', 'Copy link to sentence', 'Copy correction report']);
    await page.keyboard.press('Escape');

    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain(`${shown.length} notes on this page`);
    expect(await popup.text()).toContain('This is a private window');
    expect(await clickAll(popup.page)).toEqual(['site', 'all'].map((name) => `${name} disabled`));
    await popup.page.evaluate(() => location.assign('options.html'));
    await expect.poll(() => popup.text().catch(() => '')).toContain('you can read the settings here');
    const options = await clickAll(popup.page);
    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((control) => !control.endsWith(' disabled'))).toEqual([]);
    // What would be written is written soon after.
    await popup.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await popup.page.evaluate(() => browser.storage.local.get())).toEqual({});
    await expectPainted(page, words);
    await page.close();
  });
}
