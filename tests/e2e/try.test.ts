/** Any text marked on our own page, and compared with a maintainer's dataset. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { type Bench, inEachBrowser } from '../browsers.ts';
import { expectReached, expectSound, installForPages, textOf } from './own-pages.ts';

const TEXT = 'The OSCE Minsk Group met in Vienna. ISAF left Afghanistan.';
const DATASET = readFileSync(join(ROOT, 'dist-site/dataset.json'), 'utf8');

const markedWords = (page: Page): Promise<string[]> =>
  page.$$eval('.mark', (marks) => marks.map((mark) => mark.textContent ?? ''));

inEachBrowser('try it', suite);

function suite(bench: Bench): void {
  const pages = installForPages(bench);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function openWith(text: string): Promise<Page> {
    const page = await pages.open('try.html');
    await page.focus('textarea');
    await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
    await page.keyboard.type(text);
    return page;
  }

  async function openFile(page: Page, content: string): Promise<void> {
    const path = join(folder, 'changed.json');
    writeFileSync(path, content);
    await ((await page.$('[name=dataset]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
  }

  it('is gone through by Tab, marks and all', async () => {
    const page = await pages.open('try.html');
    expect((await markedWords(page)).length).toBeGreaterThan(3);
    await expectReached(page);
  });

  it('begins where every other page of ours does, with a scroll bar and without', async () => {
    const left = async (path: string, height: number): Promise<number[]> => {
      const page = await pages.open(path);
      await page.setViewport({ width: 1_000, height });
      return page.$$eval('.name, h1', (found) => found.map((element) => element.getBoundingClientRect().left));
    };
    const library = await left('library.html', 800);
    expect(await left('welcome.html', 4_000)).toEqual(library);
    for (const path of ['try.html', 'library.html#note:isaf', 'options.html'])
      expect(await left(path, 800), path).toEqual(library);
  });

  it('underlines no space where a mark goes on in the next line', async () => {
    const page = await openWith(TEXT);
    await expect.poll(() => markedWords(page)).not.toEqual([]);
    const spaces = await page.evaluate(() => {
      const boxOf = (node: Node, at: number): DOMRect => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const widths: number[] = [];
      // In a narrow column each word has a line of its own.
      document.querySelector<HTMLElement>('.text')?.style.setProperty('width', '6ch');
      for (const { firstChild: node } of document.querySelectorAll('.mark'))
        for (const { index } of node?.textContent?.matchAll(/ /g) ?? [])
          if (node) widths.push(boxOf(node, index).width);
      return widths;
    });
    expect(spaces.length).toBeGreaterThan(1);
    expect(new Set(spaces)).toEqual(new Set([0]));
  });

  it('marks what is typed, and shows card and reason of a mark by keyboard', async () => {
    const page = await openWith(TEXT);
    await expect.poll(() => markedWords(page)).toEqual(['OSCE Minsk Group', 'ISAF']);
    await page.focus('.mark:last-of-type');
    await page.keyboard.press('Enter');
    const card = () => page.$eval('.note-card', (element) => (element as HTMLElement).innerText).catch(() => '');
    await expect.poll(card).toContain('ISAF');
    expect(await card()).toContain('Since this article (15 October 2014)');
    await page.focus('.note-card summary');
    await page.keyboard.press('Enter');
    await expect.poll(card).toContain('By these words');
    await expectSound(page);
    await page.focus('.note-card .close');
    await page.keyboard.press('Enter');
    await expect.poll(card).toBe('');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('ISAF');
  });

  it('shows what another dataset changes', async () => {
    const page = await openWith(TEXT);
    const renamed = JSON.parse(DATASET);
    const index = renamed.rules.notes.findIndex(({ id }: { id: string }) => id === 'isaf');
    for (const rule of renamed.rules.rules) if (rule.note === index) rule.weak = true;
    await openFile(page, JSON.stringify(renamed));
    await expect.poll(() => textOf(page)).toContain('What changed.json changes');
    const text = await textOf(page);
    expect(text).toContain('1 mark goes. 0 marks come.');
    expect(text).toContain('Only by the installed notes');
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('[name=by]')[1]?.click());
    await expect.poll(() => markedWords(page)).toEqual(['OSCE Minsk Group']);
    await page.focus('.differences button');
    await page.keyboard.press('Enter');
    await expect.poll(() => markedWords(page)).toEqual(['OSCE Minsk Group', 'ISAF']);
    await expectSound(page);
    await openFile(page, DATASET);
    await expect.poll(() => textOf(page)).toContain('Nothing changes on this text.');
  });

  it('says what is wrong with a file, and keeps to the last good one', async () => {
    const page = await openWith(TEXT);
    await openFile(page, DATASET.replace('"several":0', '"several":"none"'));
    await expect.poll(() => textOf(page)).toContain('changed.json was not opened');
    expect(await textOf(page)).toContain('“rules.rules.0.several” is "none"; it must be a whole number from 0 on.');
    await openFile(page, '{');
    await expect.poll(() => textOf(page)).toContain('changed.json is no JSON.');
    expect(await textOf(page)).not.toContain('What changed.json changes');
    expect(await markedWords(page)).toHaveLength(2);
  });
}
