/** The library: every note, found in any spelling, each with an address. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { readScores } from '../../src/cli/scores-file.ts';
import { type Bench, inEachBrowser } from '../browsers.ts';
import { expectReached, expectSound, installForPages, textOf } from './own-pages.ts';

const { notes } = loadDataset();
const GROUP = notes.find(({ title }) => title === 'OSCE Minsk Group');

const entries = (page: Page): Promise<string[]> =>
  page.$$eval('.entry h2 a', (links) => links.map((link) => link.textContent ?? ''));

async function type(page: Page, words: string): Promise<void> {
  await page.focus('[type=search]');
  await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
  await page.keyboard.type(words);
}

inEachBrowser('library', suite);

function suite(bench: Bench): void {
  const pages = installForPages(bench);

  it('lists every note, and finds them in any spelling', async () => {
    const page = await pages.open('library.html');
    expect(await entries(page)).toHaveLength(notes.length);
    for (const [query, title] of [
      ['Xocalı', 'Khojaly'],
      ['OSCE minsk group', 'OSCE Minsk Group'],
    ] as const) {
      await type(page, query);
      await expect.poll(() => entries(page)).toContainEqual(expect.stringContaining(title));
      expect((await entries(page)).length).toBeLessThan(notes.length);
    }
  });

  it('lists notes with the words in the title first', async () => {
    const page = await pages.open('library.html');
    await type(page, 'Qarabağ');
    await expect.poll(async () => (await entries(page))[0]).toContain('Karabakh');
  });

  it('says where it finds nothing, and leads back to all notes', async () => {
    const page = await pages.open('library.html');
    await type(page, 'wombat');
    await expect.poll(() => textOf(page)).toContain('No note answers this search.');
    await expectSound(page);
    await page.focus('main > button');
    await page.keyboard.press('Enter');
    await expect.poll(() => entries(page)).toHaveLength(notes.length);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('');
  });

  it('filters by kind with the keyboard', async () => {
    const page = await pages.open('library.html');
    await page.focus('[name=kind]:checked');
    await page.keyboard.press('ArrowRight');
    const terms = notes.filter(({ kind }) => kind === 'term');
    await expect.poll(() => entries(page)).toHaveLength(terms.length);
  });

  it('shows a whole note at its address: card, test sentences, figures, history', async () => {
    if (!GROUP) throw new Error('no such note');
    const page = await pages.open(`library.html#note:${GROUP.id}`);
    const text = await textOf(page);
    const plain = (words: string): string => words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    for (const part of [
      GROUP.title,
      plain(GROUP.summary),
      ...GROUP.timeline.map((event) => plain(event.text)),
      ...GROUP.sources.map(({ title }) => title),
      ...GROUP.matches.map((sentence) => sentence.text),
      ...GROUP.rejects.map((sentence) => sentence.text),
      ...GROUP.history.map(({ change }) => change),
    ]) {
      expect(text).toContain(part);
    }
    const { right, wrong } = readScores().notes[GROUP.id] ?? { right: 0, wrong: 0 };
    expect(text).toContain('On the development set');
    expect(text).toContain(`${right} of ${right + wrong} marks`);
    expect(await page.title()).toBe(`${GROUP.title} – Sidelight`);
    await expectSound(page);
  });

  // Only Chromium's driver shows a page as it would be printed.
  it.runIf(bench.name === 'chromium')(
    'prints a note: light, without the way about, the addresses of its sources in words',
    async () => {
      const page = await pages.open(`library.html#note:${GROUP?.id}`);
      await page.evaluate(() => {
        document.documentElement.dataset['appearance'] = 'dark';
      });
      await page.emulateMediaType('print');
      expect(await textOf(page)).not.toContain('What is new');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
      const printed = await page.$$eval('.sources a[href]', (links) =>
        links.map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content]),
      );
      const addresses = GROUP?.sources.flatMap(({ url }) => url ?? []);
      expect(printed.map(([href]) => href)).toEqual(addresses);
      for (const [href, content] of printed) expect(content).toContain(href);
      await page.emulateMediaType();
    },
  );

  it('leads from note to note and back to the place in the list', async () => {
    const page = await pages.open('library.html');
    const last = await page.$$eval('.entry h2 a', (links) => {
      (links.at(-1) as HTMLElement).click();
      return links.at(-1)?.textContent;
    });
    const heading = () => page.$eval('h1', ({ textContent }) => textContent);
    await expect.poll(heading).toBe(last);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    await page.evaluate(() => document.querySelector<HTMLElement>('.related a')?.click());
    await expect.poll(heading).not.toBe(last);
    await page.evaluate(() => history.back());
    await expect.poll(heading).toBe(last);
    await page.evaluate(() => document.querySelector<HTMLElement>('.way a')?.click());
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(last);
  });

  it('goes back to where a note was left, and on to the beginning of another', async () => {
    const page = await pages.open('library.html#note:osce-minsk-group');
    const scrollTop = () => page.evaluate(() => Math.round(scrollY));
    const left = await page.$eval('.related a', (link) => {
      link.scrollIntoView({ block: 'center' });
      return Math.round(scrollY);
    });
    expect(left).toBeGreaterThan(800);
    await page.$eval('.related a', (link) => (link as HTMLElement).click());
    await expect.poll(scrollTop).toBe(0);
    await page.evaluate(() => history.back());
    await expect.poll(scrollTop).toBe(left);
  });

  it('says which note is not there', async () => {
    const page = await pages.open('library.html#note:constructor');
    expect(await page.$eval('[role=alert]', ({ textContent }) => textContent)).toContain('constructor');
    expect(await entries(page)).toHaveLength(notes.length);
  });

  it('says so in sight, too, where a note was read before', async () => {
    const page = await pages.open(`library.html#note:${notes.at(-1)?.id}`);
    await page.evaluate(() => location.assign('#note:gone'));
    await expect.poll(() => page.$('[role=alert]')).not.toBeNull();
    expect(await page.evaluate(() => [scrollY, document.activeElement?.localName])).toEqual([0, 'h1']);
  });

  it('tells what is new', async () => {
    const page = await pages.open('library.html#new');
    const text = await textOf(page);
    for (const { history } of notes) for (const { change } of history) expect(text).toContain(change);
    await expectSound(page);
  });

  it('is sound as a list', async () => {
    const page = await pages.open('library.html');
    await expectReached(page);
    await expectSound(page);
  });
}
