/** Our pages and the site in forced colours: words, edges, the focus and the marks are seen in the colours that the system sets. */
import { rmSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { type Bench, emulateMedia, FORCED_COLOURS, inEachBrowser } from '../browsers.ts';
import { copyWithDoor, openPopup } from './doorway.ts';
import { installForPages } from './own-pages.ts';
import { ON_TOPIC, waitForMarks } from './page.ts';
import { findUnseen } from './seen.ts';
import { serveSite } from './site-server.ts';

const [NOTE] = loadDataset().notes;

async function force(bench: Bench, page: Page): Promise<void> {
  await emulateMedia(bench, page, FORCED_COLOURS.media);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
}

const groundsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((element) => getComputedStyle(element).backgroundColor));

inEachBrowser('forced colours', suite, { prefs: FORCED_COLOURS.prefs });

function suite(bench: Bench): void {
  let folder: string;
  const pages = installForPages(bench, () => {
    folder = copyWithDoor();
    return folder;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const addressOf = serveSite();

  async function open(path: string): Promise<Page> {
    const page = await pages.open(path);
    await force(bench, page);
    return page;
  }

  it.each(['welcome.html', 'library.html#new', `library.html#note:${NOTE?.id}`])('%s is seen', async (path) => {
    expect(await findUnseen(await open(path))).toEqual([]);
  });

  it('the marks of the sample differ from its text', async () => {
    const page = await open('welcome.html');
    await waitForMarks(page);
    const report = (await page.$('.report p:nth-of-type(2)')) as ElementHandle;
    const [marked, again] = [await report.screenshot(), await report.screenshot()];
    expect(again).toEqual(marked);
    await page.evaluate(() => CSS.highlights.clear());
    expect(await report.screenshot()).not.toEqual(marked);
  });

  it('the library is seen, and the kind that is chosen', async () => {
    const page = await open('library.html');
    expect(await findUnseen(page)).toEqual([]);
    const [chosen, ...others] = await groundsOf(page, '.choice span');
    expect(others).not.toContain(chosen);
  });

  it('“Try it” is seen with an open card, and its marks differ from its text', async () => {
    const page = await open('try.html');
    await page.click('.mark');
    await page.waitForSelector('.note-card');
    expect(await findUnseen(page)).toEqual([]);
    const lines = await page.$$eval('.mark', (marks) =>
      marks.map((mark) => {
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(mark);
        return `${mark.className}: ${textDecorationStyle} ${textDecorationLine}`;
      }),
    );
    expect(new Set(lines)).toEqual(new Set(['mark term: dotted underline', 'mark claim: dashed underline']));
  });

  it('the options are seen, with sites and muted notes', async () => {
    const page = await open('options.html');
    const kept = { offSites: ['news.example'], mutedNotes: [String(NOTE?.id)] };
    await page.evaluate((values) => browser.storage.local.set(values), kept);
    await expect.poll(() => page.$$eval('.taken li', (found) => found.length)).toBe(2);
    expect(await findUnseen(page)).toEqual([]);
    await page.evaluate(() => browser.storage.local.clear());
  });

  it('the popup is seen, and which of its switches are on', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await force(bench, popup.page);
    await popup.page.waitForSelector('.entry');
    // The focus is shown in front only.
    await popup.page.bringToFront();
    expect(await findUnseen(popup.page)).toEqual([]);
    const on = await groundsOf(popup.page, '#site');
    await popup.page.$eval('#site', (site) => (site as HTMLElement).click());
    await expect.poll(() => groundsOf(popup.page, '#site')).not.toEqual(on);
    expect(await groundsOf(popup.page, '#all')).toEqual(on);
    expect(await findUnseen(popup.page)).toEqual([]);
  });

  it.each(['index.html', 'new.html', `${NOTE?.id}.html`])('%s of the site is seen', async (path) => {
    const page = await bench.openPage(addressOf(path));
    await force(bench, page);
    expect(await findUnseen(page)).toEqual([]);
  });
}
