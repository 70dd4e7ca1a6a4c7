/** The static site as a server gives it: to be read without a script, searched with one. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { type Bench, inEachBrowser } from '../browsers.ts';
import { expectSound, textOf } from './own-pages.ts';
import { serveSite } from './site-server.ts';

const { notes } = loadDataset();
inEachBrowser('site', suite);

function suite(bench: Bench): void {
  const addressOf = serveSite();
  const shown = (page: Page): Promise<number> =>
    page.$$eval('.entry', (entries) => entries.filter((entry) => (entry as HTMLElement).offsetHeight > 0).length);
  const firstOf = (page: Page): Promise<string> =>
    page.$eval('.entry:not([hidden]) h2', ({ textContent }) => textContent ?? '');

  it('lists every note, and searches in any spelling', async () => {
    const page = await bench.openPage(addressOf('index.html'));
    await expect.poll(() => shown(page)).toBe(notes.length);
    await page.focus('[type=search]');
    await page.keyboard.type('Xocalı');
    await expect.poll(() => shown(page)).toBeLessThan(notes.length);
    expect(await textOf(page)).toContain('Khojaly');
    expect(await textOf(page)).not.toContain('Show all notes');
    await page.keyboard.type('zzz');
    await expect.poll(() => textOf(page)).toContain('No note answers this search.');
    await expectSound(page);
    await page.focus('main > button');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page)).toBe(notes.length);
    await page.keyboard.type('Qarabağ');
    await expect.poll(() => firstOf(page)).toContain('Karabakh');
  });

  it('is whole without a script', async () => {
    const page = await bench.newPage();
    // Firefox's driver cannot switch scripts off; a page of a note has none.
    if (bench.name === 'chromium') await page.setJavaScriptEnabled(false);
    await page.goto(addressOf('index.html'));
    expect(await shown(page)).toBe(notes.length);
    for (const path of [`${notes[0]?.id}.html`, 'new.html']) {
      await page.goto(addressOf(path));
      expect(await page.$$eval('script', (scripts) => scripts.length)).toBe(0);
      expect(await textOf(page)).toContain(notes[0]?.title);
    }
    await page.setJavaScriptEnabled(true).catch(() => {});
    await page.reload();
    await expectSound(page);
  });
}
