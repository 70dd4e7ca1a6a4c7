/** What a reader takes from the card: copies, and the wish not to see a note again. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { CardNote } from '../../src/notes/compiled.ts';
import { inEachBrowser, painted } from '../browsers.ts';
import { ARTICLE, closes, hover, inCard, open, opens, page, title } from './open-card.ts';

/** A field to paste into, the only way in which a test of both browsers can read the clipboard. */
const FIELD = `${ARTICLE}<textarea></textarea>`;

const spotOf = (tab: Page, name: string) =>
  tab.evaluate(
    (host, wanted) => {
      const buttons = document.querySelector(host)?.shadowRoot?.querySelectorAll('button') ?? [];
      const button = [...buttons].find((one) => one.textContent === wanted);
      button?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    '[data-sidelight-card]',
    name,
  );

async function press(tab: Page, name: string): Promise<void> {
  const { x, y } = await spotOf(tab, name);
  await tab.mouse.click(x, y);
}

const status = (tab: Page) => inCard(tab, (root) => root.querySelector('[role=status]')?.textContent);

async function paste(tab: Page): Promise<string> {
  await tab.focus('textarea');
  await tab.keyboard.down('Control');
  await tab.keyboard.press('a');
  await tab.keyboard.press('v');
  await tab.keyboard.up('Control');
  return tab.$eval('textarea', ({ value }) => value);
}

inEachBrowser('what the card offers', (bench) => {
  it('copies the note with its sources, on an http page whose own script meddles with copies', async () => {
    const { page: tab } = await open(bench, { html: page('', FIELD) });
    expect(await tab.evaluate(() => isSecureContext)).toBe(false);
    await tab.evaluate(() => {
      document.addEventListener(
        'copy',
        (event) => event.clipboardData?.setData('text/plain', 'Read more on our site'),
        true,
      );
      getSelection()?.selectAllChildren(document.querySelector('article') ?? document.body);
    });
    const selected = await tab.evaluate(() => getSelection()?.toString());
    await hover(tab, 'Minsk', 'group');
    await press(tab, 'Copy note');
    await expect.poll(() => status(tab)).toBe('Copied.');
    expect(await tab.evaluate(() => getSelection()?.toString())).toBe(selected);
    expect(await paste(tab)).toBe(
      [
        'Title of group',
        'A summary with stress.',
        '',
        'Since this article (15 October 2014)',
        '- 10 November 2020: A late event. [2]',
        '',
        'What is known',
        'What is known. '.repeat(12),
        '',
        'How it is read',
        '- Armenia: One reading. [1]',
        '- Azerbaijan: Another reading. [2]',
        '',
        'Before this article',
        '- May 1994: An early event. [1]',
        '',
        'Sources',
        '[1] A document, OSCE, 12 May 1994',
        'https://one.test/',
        '[2] A book, A press, chapter 2',
        '',
        'Sidelight. Reviewed 23 November 2026.',
      ].join('\n'),
    );
  });

  it('copies a link that leads to the sentence', async () => {
    const article = `${'<p>Other words.</p>'.repeat(60)}<p>Talks by the OSCE <b>Minsk Group</b> still, after all these many years, go on in vain.</p>`;
    const html = page('', `<article>${article}</article><textarea></textarea>`);
    const { page: tab } = await open(bench, { html });
    await tab.evaluate(() => document.querySelector('b')?.scrollIntoView({ block: 'center' }));
    await hover(tab, 'Minsk', 'group');
    await press(tab, 'Copy link to sentence');
    const link = await paste(tab);
    const [address, directive] = link.split('#');
    expect(address).toBe(tab.url());
    expect(directive).toMatch(/^:~:text=Talks%20by/);
    const other = await bench.newPage();
    await other.goto(link);
    await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  it('copies what a correction needs', async () => {
    const { page: tab } = await open(bench, { html: page('', FIELD) });
    await hover(tab, 'Minsk', 'group');
    await press(tab, 'Copy correction report');
    expect(await paste(tab)).toBe(
      `Correction to a Sidelight note
Note: group, version of 2026-11-20
Sidelight: 1.2.3
Sentence: Talks by the OSCE Minsk Group still, after all these many years, go on.
Page: ${tab.url()}
What is wrong, and a source for it:
`,
    );
  });

  it('says so when nothing could be copied', async () => {
    const { page: tab } = await open(bench);
    await tab.evaluate(() => {
      document.execCommand = () => false;
    });
    await hover(tab, 'Minsk', 'group');
    await press(tab, 'Copy note');
    await expect.poll(() => status(tab)).toBe('The browser did not allow copying.');
  });

  it('offers no muting in a private window, from which nothing is stored', async () => {
    const before = (): void => {
      Object.assign(browser.extension, { inIncognitoContext: true });
    };
    const { page: tab } = await open(bench, { before });
    await hover(tab, 'Minsk', 'group');
    const buttons = await inCard(tab, (root) =>
      [...root.querySelectorAll('.actions button')].map((one) => one.textContent),
    );
    expect(buttons).toEqual(['Copy note', 'Copy link to sentence', 'Copy correction report']);
  });

  const MUTE = 'Don’t show this note again';
  const NOT_STORED = 'The browser could not store this. Is the disk full?';
  const muting = (tab: Page) => inCard(tab, (root) => root.querySelector('.mute')?.textContent);
  const layersOf = async (tab: Page, words: string): Promise<string[]> =>
    (await painted(tab)).filter(({ text }) => text === words).map(({ highlight }) => highlight);

  it('mutes the note that is shown, after those that are muted already, and takes it back', async () => {
    const { page: tab, strings } = await open(bench, { settings: { mutedNotes: ['other'] } });
    const stored = () => strings.evaluate((all) => all.settings['mutedNotes']);
    await hover(tab, 'Minsk', 'group');
    await press(tab, MUTE);
    await expect.poll(() => muting(tab)).toBe('This note is muted.Undo');
    expect(await stored()).toEqual(['other', 'group']);
    await expect.poll(() => layersOf(tab, 'OSCE Minsk Group')).toEqual(['sidelight-active']);
    await press(tab, 'Undo');
    await expect.poll(() => muting(tab)).toBe(MUTE);
    expect(await stored()).toEqual(['other']);
    await expect.poll(() => layersOf(tab, 'OSCE Minsk Group')).toEqual(['sidelight-seen', 'sidelight-active']);
    expect(await title(tab)).toBe('Title of group');
    await press(tab, MUTE);
    await expect.poll(() => muting(tab)).toBe('This note is muted.Undo');
    await tab.mouse.click(950, 780);
    await closes(tab);
    expect(await layersOf(tab, 'OSCE Minsk Group')).toEqual([]);
  });

  it('says so where the browser does not store that, and goes on as before', async () => {
    const { page: tab, strings, errors } = await open(bench, { settings: { mutedNotes: ['other'] } });
    await hover(tab, 'Minsk', 'group');
    await strings.evaluate((all) => all.fill(true));
    await press(tab, MUTE);
    await expect.poll(() => muting(tab)).toBe(`${NOT_STORED}${MUTE}`);
    expect(await layersOf(tab, 'OSCE Minsk Group')).toEqual(['sidelight-seen', 'sidelight-active']);
    await strings.evaluate((all) => all.fill(false));
    await press(tab, MUTE);
    await expect.poll(() => muting(tab)).toBe('This note is muted.Undo');
    await strings.evaluate((all) => all.fill(true));
    await press(tab, 'Undo');
    await expect.poll(() => muting(tab)).toBe(`${NOT_STORED}Undo`);
    expect(await strings.evaluate((all) => all.settings['mutedNotes'])).toEqual(['other', 'group']);
    expect(errors).toEqual([]);
  });

  it('takes a double click for one', async () => {
    const { page: tab } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    await press(tab, MUTE);
    await expect.poll(() => muting(tab)).toBe('This note is muted.Undo');
    const { x, y } = await spotOf(tab, 'Undo');
    await press(tab, 'Undo');
    await expect.poll(() => muting(tab)).toBe(MUTE);
    // Long enough for the next click to be a first one.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const clicks = await tab.evaluateHandle(() => {
      const seen: number[] = [];
      addEventListener('click', ({ detail }) => seen.push(detail), true);
      return seen;
    });
    await tab.mouse.click(x, y, { count: 2, delay: 200 });
    expect(await clicks.jsonValue()).toEqual([1, 2]);
    await expect.poll(() => muting(tab)).toBe('This note is muted.Undo');
  });

  it('mutes by keyboard, the focus on the way back, and says so in a status; knows it after another note', async () => {
    const { page: tab, strings } = await open(bench, { group: { related: ['talks' as CardNote['id']] } });
    const at = () =>
      inCard(tab, (root) => ({
        words: root.activeElement?.textContent,
        said: root.querySelector('.mute [role=status]')?.textContent,
      }));
    await strings.evaluate((all) => all.request(0));
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.mute button')?.focus());
    await tab.keyboard.press('Enter');
    await expect.poll(at).toEqual({ words: 'Undo', said: 'This note is muted.' });
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.notes button')?.click());
    await opens(tab, 'talks');
    expect(await muting(tab)).toBe(MUTE);
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.back')?.click());
    await opens(tab, 'group');
    expect(await muting(tab)).toBe('This note is muted.Undo');
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.mute button')?.focus());
    await tab.keyboard.press('Enter');
    await expect.poll(at).toEqual({ words: MUTE, said: '' });
    expect(await strings.evaluate((all) => all.settings['mutedNotes'])).toBe(undefined);
  });
});
