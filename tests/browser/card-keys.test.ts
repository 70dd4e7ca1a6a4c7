/** The card by keyboard: how the focus goes in, stays in and comes back. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { CardNote } from '../../src/notes/compiled.ts';
import { inEachBrowser } from '../browsers.ts';
import { ARTICLE, box, closes, expectInWindow, inCard, open, opens, page, spotOf, title, wait } from './open-card.ts';

const FIELD = `<input id="field" value="some words">${ARTICLE}<button id="button">A button</button>`;
const LINKED: Partial<CardNote> = { related: ['talks' as CardNote['id']] };

const focusIn = (tab: Page) => inCard(tab, (root) => root.activeElement?.textContent ?? null);
const focusOf = (tab: Page) => tab.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

/** Presses Tab (or Shift+Tab) until the card closes, and gives the words of each control on the way. */
async function tabThrough(tab: Page, back = false): Promise<string[]> {
  const seen: string[] = [];
  while (seen.length < 50) {
    if (back) await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    if (back) await tab.keyboard.up('Shift');
    if ((await title(tab)) === null) return seen;
    seen.push(
      await inCard(
        tab,
        (root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? '',
      ),
    );
  }
  throw new Error(`no way out: ${seen.join(' | ')}`);
}

inEachBrowser('card by keyboard', (bench) => {
  it('takes the focus when it is asked for, in the order of the text and round again', async () => {
    const { page: tab, strings } = await open(bench);
    for (const id of ['group', 'talks', 'linked', 'below', 'group']) {
      await strings.evaluate((all) => all.step(1));
      expect(await focusIn(tab)).toBe(`Title of ${id}`);
    }
    await strings.evaluate((all) => all.step(-1));
    expect(await focusIn(tab)).toBe('Title of below');
    await tab.keyboard.press('Escape');
    await closes(tab);
    await strings.evaluate((all) => all.step(-1));
    expect(await focusIn(tab)).toBe('Title of linked');
  });

  it('brings a mark into view where an element scrolls, not the page', async () => {
    const lines = Array.from({ length: 80 }, () => 'Nobody was there, and nothing was said.').join('<br>');
    const css = 'html,body{height:100%;margin:0;overflow:hidden}main{height:100%;overflow:auto}';
    const text = `<main><article><p>Talks by the OSCE Minsk Group go on. See the linked words.<br>${lines}<br>Words far below.<br>${lines}</p></article></main>`;
    const { page: tab, strings } = await open(bench, { html: page(css, text) });
    await strings.evaluate((all) => all.request(3));
    await opens(tab, 'below');
    await expectInWindow(tab, await spotOf(tab, 'far below'));
  });

  it('brings a mark out from under the heading that a page keeps at its upper edge', async () => {
    const css = 'header{position:sticky;top:0;height:90px;background:#fff}body{margin-top:0}';
    const { page: tab, strings } = await open(bench, { html: page(css, `<header>News</header>${ARTICLE}`) });
    await tab.evaluate(() => scrollTo(0, 500));
    await strings.evaluate((all) => all.request(0));
    await opens(tab, 'group');
    const mark = await spotOf(tab, 'Minsk');
    expect(mark.y).toBeGreaterThan(90);
    await expectInWindow(tab, mark);
  });

  it('passes over a mark whose text was folded away', async () => {
    const { page: tab, strings } = await open(bench, { html: page('.folded a { display: none }') });
    await tab.evaluate(() => document.body.classList.add('folded'));
    for (const id of ['group', 'talks', 'below', 'group']) {
      await strings.evaluate((all) => all.step(1));
      await opens(tab, id);
    }
  });

  it('case 14: opens at the mark in a page that was scrolled', async () => {
    const { page: tab, strings } = await open(bench);
    await tab.evaluate(() => scrollTo(0, 250));
    // Those of the first lines are above the window.
    await strings.evaluate((all) => all.step(1));
    await opens(tab, 'below');
    await expectInWindow(tab, await spotOf(tab, 'far below'));
    await tab.evaluate(() => scrollTo(0, 2_000));
    await closes(tab);
    await strings.evaluate((all) => all.step(-1));
    await opens(tab, 'linked');
    const mark = await spotOf(tab, 'linked');
    await expectInWindow(tab, mark);
    expect(Math.abs((await box(tab)).top - mark.y)).toBeLessThan(40);
  });

  it('gives the focus back by Escape, with the caret where it was', async () => {
    const { page: tab, strings } = await open(bench, { html: page('', FIELD) });
    await tab.evaluate(() => {
      const field = document.querySelector('input');
      field?.focus();
      field?.setSelectionRange(2, 4);
    });
    await strings.evaluate((all) => all.request(0));
    await strings.evaluate((all) => all.step(1));
    expect(await focusIn(tab)).toBe('Title of talks');
    await tab.keyboard.press('Escape');
    await closes(tab);
    const caret = await tab.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return [field.id, field.selectionStart, field.selectionEnd];
    });
    expect(caret).toEqual(['field', 2, 4]);
  });

  it('case 31: Tab reaches each control, and past the last one gives the focus back', async () => {
    const { page: tab, strings } = await open(bench, { html: page('', FIELD), group: LINKED });
    await tab.focus('#button');
    await strings.evaluate((all) => all.request(0));
    const stops = await tabThrough(tab);
    for (const name of ['A document', 'Why is this marked?', 'Title of talks']) expect(stops).toContain(name);
    expect(await focusOf(tab)).toBe('button');
  });

  it('case 31: Shift+Tab before the first control gives the focus back', async () => {
    const { page: tab, strings } = await open(bench, { html: page('', FIELD) });
    await tab.focus('#button');
    await strings.evaluate((all) => all.request(0));
    // In Firefox what can be scrolled is a stop, too.
    expect((await tabThrough(tab, true)).at(-1)).toBe('Close');
    expect(await focusOf(tab)).toBe('button');
  });

  it('leads back from another note to the button that led there, at its place, whatever was unfolded above it', async () => {
    const { page: tab, strings } = await open(bench, {
      group: { background: { html: 'What is known. '.repeat(80) }, related: ['talks', 'linked'] as CardNote['id'][] },
    });
    const place = () =>
      inCard(tab, (root) => {
        const [from = 0, to = 0] = ['.body', ':focus'].map(
          (one) => root.querySelector(one)?.getBoundingClientRect().top,
        );
        return { words: root.activeElement?.textContent, below: Math.round(to - from) };
      });
    await strings.evaluate((all) => all.request(0));
    await inCard(tab, (root) => {
      for (const folded of root.querySelectorAll('.body > details')) folded.toggleAttribute('open', true);
      root.querySelector<HTMLElement>('.notes li:last-child button')?.focus();
    });
    const before = await place();
    expect(before.words).toBe('Title of linked');
    await tab.keyboard.press('Enter');
    expect(await focusIn(tab)).toBe('Title of linked');
    expect((await place()).below).toBeLessThan(20);
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.back')?.focus());
    await tab.keyboard.press('Enter');
    await opens(tab, 'group');
    const after = await place();
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.below - before.below)).toBeLessThanOrEqual(1);
  });

  it('leaves a Tab in the page to the page, with a card open by the pointer', async () => {
    const { page: tab } = await open(bench, { html: page('', FIELD) });
    await tab.focus('#field');
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'group');
    await tab.focus('#field');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('the linked words');
    expect(await title(tab)).toBe('Title of group');
  });

  it('gives the focus back to a link of a drawing', async () => {
    const drawing = '<svg><a id="place" href="#there"><text y="20">A place</text></a></svg>';
    const { page: tab, strings } = await open(bench, { html: page('', drawing + ARTICLE) });
    await tab.evaluate(() => document.querySelector<SVGElement>('#place')?.focus());
    await strings.evaluate((all) => all.request(0));
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await focusOf(tab)).toBe('place');
  });

  it('gives the focus back into a shadow root', async () => {
    const { page: tab, strings } = await open(bench);
    await tab.evaluate(() => {
      const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      shadow.append(document.createElement('button'));
      shadow.querySelector('button')?.focus();
    });
    await strings.evaluate((all) => all.request(0));
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName)).toBe('button');
  });

  it.each([
    ['a field', '<input>'],
    ['a text area', '<textarea></textarea>'],
    ['an editor', '<div contenteditable>words</div>'],
  ])('does not come while somebody types in %s', async (_, html) => {
    const { page: tab, strings } = await open(bench, { html: page('', html + ARTICLE) });
    await tab.focus('input, textarea, [contenteditable]');
    const before = await focusOf(tab);
    await strings.evaluate((all) => all.step(1));
    await wait(tab);
    expect(await title(tab)).toBe(null);
    expect(await focusOf(tab)).toBe(before);
  });

  it('takes no key from the page', async () => {
    const { page: tab, strings } = await open(bench, { html: page('', FIELD) });
    await tab.evaluate(() => {
      Object.assign(globalThis, { heard: [] as string[] });
      const hear = (event: KeyboardEvent): void => {
        const name = event.type === 'keyup' ? `${event.key} up` : event.key;
        if (!event.defaultPrevented) (globalThis as unknown as { heard: string[] }).heard.push(name);
      };
      window.addEventListener('keydown', hear);
      window.addEventListener('keyup', hear);
    });
    const KEYS = ['j', 'k', 'l', 'Enter', 'ArrowDown', 'Escape'] as const;
    for (const key of KEYS) await tab.keyboard.press(key);
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'group');
    await tab.keyboard.press('j');
    await tab.keyboard.press('Escape');
    await closes(tab);
    await strings.evaluate((all) => all.abort());
    // The one that closed the card was for the card.
    const both = (key: string) => [key, `${key} up`];
    expect(await tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
      [...KEYS, 'j'].flatMap(both),
    );
  });
});
