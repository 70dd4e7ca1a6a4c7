/** The options: what is set is stored at once, and a bad file changes nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { DEFAULTS } from '../../src/shared/settings.ts';
import { askFirefox, type Bench, inEachBrowser } from '../browsers.ts';
import {
  expectFaultless,
  expectReached,
  expectSound,
  fillStore,
  installForPages,
  NOT_STORED,
  textOf,
} from './own-pages.ts';

const [NOTE] = loadDataset().notes;

const stored = (page: Page): Promise<unknown> => page.evaluate(() => browser.storage.local.get());
const store = (page: Page, values: Record<string, unknown>): Promise<void> =>
  page.evaluate((all) => browser.storage.local.set(all), values);

/** Focuses a field and uses it as somebody without a pointer does. */
async function press(page: Page, selector: string, key: ' ' | 'Enter' | 'ArrowRight'): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press(key);
}

/** Lets downloads into the folder, without a question. */
async function downloadInto(folder: string, { name, browser }: Bench, page: Page): Promise<void> {
  if (name === 'firefox') {
    const downloadBehavior = { type: 'allowed', destinationFolder: folder };
    return askFirefox(browser, 'browser.setDownloadBehavior', { downloadBehavior });
  }
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

// Firefox's panel of downloads would take the keys.
inEachBrowser('options', suite, { prefs: { 'browser.download.alwaysOpenPanel': false } });

function suite(bench: Bench): void {
  const pages = installForPages(bench);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function openFresh(values: Record<string, unknown> = {}): Promise<Page> {
    const page = await pages.open('options.html');
    await page.evaluate(() => browser.storage.local.clear());
    await store(page, values);
    return page;
  }

  async function importFrom(page: Page, path: string): Promise<void> {
    const input = (await page.$('[name=import]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  async function importFile(page: Page, text: string): Promise<void> {
    const path = join(folder, 'chosen.json');
    writeFileSync(path, text);
    await importFrom(page, path);
  }

  it('stores each change at once, by keyboard', async () => {
    const page = await openFresh();
    await press(page, '[name=mentions][value=claims]', ' ');
    await press(page, '[name=delay]', 'ArrowRight');
    await press(page, '[name=announce]', ' ');
    await press(page, '[name=appearance][value=dark]', ' ');
    await expect
      .poll(() => stored(page))
      .toEqual({ mentions: 'claims', delay: 400, announce: false, appearance: 'dark' });
    // Worn at once, and shown as it is stored by whoever else changes it.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await store(page, { textSize: 150 });
    await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe('150%');
    await expect.poll(() => page.$eval('[name=textSize] + output', ({ textContent }) => textContent)).toBe('150%');
  });

  it('takes every step of a slider, however fast the key', async () => {
    const page = await openFresh();
    await page.focus('[name=textSize]');
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => stored(page)).toEqual({ textSize: 180 });
    await expect.poll(() => page.$eval('[name=textSize] + output', ({ textContent }) => textContent)).toBe('180%');
    await store(page, { textSize: 120 });
    await expect.poll(() => page.$eval('[name=textSize] + output', ({ textContent }) => textContent)).toBe('120%');
  });

  it('keeps the list of sites, and refuses what is none', async () => {
    const page = await openFresh();
    const add = async (typed: string): Promise<void> => {
      await page.focus('[name=site]');
      await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    };
    // The last two are names to Chromium, with "%2A" and "%20" in them.
    for (const typed of ['nothing', '*.news.example', 'my news.example']) {
      await add(typed);
      await expect.poll(() => textOf(page)).toContain('This is no site');
      expect(await stored(page)).toEqual({});
    }
    await add('https://news.example/article');
    await expect.poll(() => stored(page)).toEqual({ offSites: ['news.example'] });
    await expect.poll(() => page.$$eval('.taken li', (found) => found.length)).toBe(1);
    await press(page, '.taken button', 'Enter');
    await expect.poll(() => stored(page)).toEqual({});
  });

  it('takes one site after the other from the list, however fast', async () => {
    const page = await openFresh({ offSites: ['a.example', 'b.example', 'c.example', 'd.example'] });
    await expect.poll(() => page.$$eval('.taken li', (found) => found.length)).toBe(4);
    await page.focus('.taken button');
    for (let site = 0; site < 3; site += 1) await page.keyboard.press('Enter');
    await expect.poll(() => stored(page)).toEqual({ offSites: ['d.example'] });
  });

  it('names the notes that are never shown, and shows them again', async () => {
    const page = await openFresh({ mutedNotes: [NOTE?.id, 'gone-since'] });
    await expect.poll(() => textOf(page)).toContain(NOTE?.title);
    expect(await textOf(page)).toContain('gone-since');
    await press(page, '.taken button', 'Enter');
    await expect.poll(() => stored(page)).toEqual({ mutedNotes: ['gone-since'] });
    // The button is gone with its line; whoever has no pointer goes on with the next one.
    const focused = () => page.evaluate(() => document.activeElement?.parentElement?.textContent);
    expect(await focused()).toContain('gone-since');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(page)).toEqual({});
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('There are none.');
  });

  it('imports a file, and nothing of a bad one, whose faults it names', async () => {
    const page = await openFresh({ delay: 100 });
    await importFile(page, '{"sidelight":"settings","delay":9000,"colour":"violet","textSize":120}');
    await expect.poll(() => textOf(page)).toContain('chosen.json was not imported');
    const text = await textOf(page);
    expect(text).toContain('“delay” is 9000; it must be a number of milliseconds from 0 to 2000.');
    expect(text).toContain('“colour” is no setting.');
    expect(await stored(page)).toEqual({ delay: 100 });
    await importFile(page, '{"sidelight":"settings","delay":350,"textSize":120,"mentions":"all"}');
    await expect.poll(() => stored(page)).toEqual({ textSize: 120, mentions: 'all' });
    await expect.poll(() => textOf(page)).toContain('The settings of the file hold now.');
  });

  it('says so where a chosen file cannot be read', async () => {
    const page = await openFresh();
    await page.evaluate(() => {
      File.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError'));
    });
    await importFile(page, '{}');
    await expect.poll(() => textOf(page)).toContain('“chosen.json” could not be read.');
    expect(await stored(page)).toEqual({});
  });

  it('exports a file that brings the same settings back', async () => {
    const chosen = { delay: 100, offSites: ['news.example'], mutedNotes: [NOTE?.id], textSize: 120 };
    const page = await openFresh(chosen);
    const downloads = mkdtempSync(join(folder, 'downloads-'));
    await downloadInto(downloads, bench, page);
    await press(page, '[name=export]', 'Enter');
    const path = join(downloads, 'sidelight-settings.json');
    const exported = (): unknown => {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch {
        return null;
      }
    };
    await expect.poll(exported).toEqual({ sidelight: 'settings', ...DEFAULTS, ...chosen });
    await store(page, { delay: 900, offSites: ['other.example'], announce: false });
    await importFrom(page, path);
    await expect.poll(() => stored(page)).toEqual(chosen);
  });

  it('resets everything once it was asked twice', async () => {
    const page = await openFresh({ delay: 100, offSites: ['a.example'] });
    const answers = [false, true];
    page.on('dialog', (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()));
    await press(page, '[name=reset]', 'Enter');
    await expect.poll(() => answers).toHaveLength(1);
    expect(await stored(page)).toEqual({ delay: 100, offSites: ['a.example'] });
    await press(page, '[name=reset]', 'Enter');
    await expect.poll(() => stored(page)).toEqual({});
  });

  it('says so where the browser does not store a choice, and shows what is stored', async () => {
    const page = await openFresh({ delay: 100 });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await fillStore(page);
    await importFile(page, '{"sidelight":"settings","delay":350,"textSize":120}');
    await expect.poll(() => textOf(page)).toContain(NOT_STORED);
    expect(await textOf(page)).not.toContain('The settings of the file hold now.');
    await press(page, '[name=delay]', 'ArrowRight');
    const delay = () => page.$eval('[name=delay] + output', ({ textContent }) => textContent);
    await expect.poll(delay).toBe('0.1 s');
    for (const name of ['announce', 'enabled']) {
      await press(page, `[name=${name}]`, ' ');
      const isOn = () => page.$eval(`[name=${name}]`, (box) => (box as HTMLInputElement).checked);
      await expect.poll(isOn).toBe(true);
    }
    await press(page, '[name=mentions][value=all]', ' ');
    const mentions = () => page.$eval('[name=mentions]:checked', (radio) => (radio as HTMLInputElement).value);
    await expect.poll(mentions).toBe('first');
    await expectFaultless(page);
    expect(await stored(page)).toEqual({ delay: 100 });
    expect(errors).toEqual([]);
  });

  it('survives a damaged store', async () => {
    const page = await openFresh({ delay: 'soon', mentions: 7, offSites: { a: 1 }, textSize: null });
    await expect
      .poll(() => page.$eval('[name=mentions]:checked', (radio) => (radio as HTMLInputElement).value))
      .toBe('first');
    expect(await page.$eval('[name=delay] + output', ({ textContent }) => textContent)).toBe('0.35 s');
  });

  it('is sound, empty and full', async () => {
    const page = await openFresh();
    await expectSound(page);
    await store(page, { mutedNotes: [NOTE?.id], offSites: [`${'long-'.repeat(12)}name.news.example`] });
    await expect.poll(() => page.$$eval('.taken li', (found) => found.length)).toBe(2);
    await expectReached(page);
    await expectSound(page);
  });
}
