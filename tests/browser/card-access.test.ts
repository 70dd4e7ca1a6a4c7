/** WCAG 2.2, A and AA, as far as they concern the card: by axe-core, and point by point what it cannot see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { CardNote } from '../../src/notes/compiled.ts';
import { emulateMedia, FORCED_COLOURS, inEachBrowser } from '../browsers.ts';
import { box, expectInWindow, HOST, hover, inCard, open, opens, page, spotOf, title, wait } from './open-card.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** With every part that a card can have. */
const FULL: Partial<CardNote> = {
  summary: { html: 'A summary with <em>stress</em> and <a href="#note:talks">a note</a>.' },
  related: ['talks', 'linked'] as CardNote['id'][],
};

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds on the open card, incomplete checks of contrast included. */
async function check(tab: Page): Promise<string[]> {
  await tab.evaluate(AXE);
  const found = (await tab.evaluate(`axe.run({ include: [${JSON.stringify(HOST)}] }, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  }).then(({ violations, passes }) => ({ violations, passes: passes.length }))`)) as {
    violations: Finding[];
    passes: number;
  };
  expect(found.passes).toBeGreaterThan(10);
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Opens all that is folded. */
const unfold = (tab: Page) =>
  inCard(tab, (root) => {
    for (const folded of root.querySelectorAll('details')) folded.open = true;
  });

/** Parts of the card that are wider than what holds them, or cut. */
const cut = (tab: Page) =>
  inCard(tab, (root) => {
    const frame = root.host.getBoundingClientRect();
    return [...root.querySelectorAll<HTMLElement>('.card *')]
      .filter((part) => !part.closest('.cut') && part.checkVisibility())
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        const isCut = part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline';
        return left < frame.left - 1 || right > frame.right + 1 || isCut;
      })
      .map((part) => `${part.localName}.${part.className}: ${part.textContent?.slice(0, 40)}`);
  });

inEachBrowser('access to the card', (bench) => {
  it.each(['light', 'dark'])('axe-core finds nothing, %s: 1.3.1, 1.4.3, 2.4.4, 2.5.8, 4.1.2', async (appearance) => {
    const { page: tab } = await open(bench, { group: FULL, settings: { appearance } });
    await hover(tab, 'Minsk', 'group');
    await unfold(tab);
    expect(await check(tab)).toEqual([]);
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.notes button')?.click());
    await opens(tab, 'talks');
    expect(await check(tab)).toEqual([]);
  });

  it('1.3.1, 4.1.2, case 32: a named dialog that is not modal, its parts under headings, nothing hidden from readers', async () => {
    const { page: tab } = await open(bench, { group: FULL });
    await hover(tab, 'Minsk', 'group');
    const found = await inCard(tab, (root) => {
      const dialog = root.querySelector('[role=dialog]');
      const unnamed = [...root.querySelectorAll('button, a')].filter(
        (control) => !(control.getAttribute('aria-label') ?? control.textContent)?.trim(),
      );
      return {
        name: root.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent,
        modal: dialog?.hasAttribute('aria-modal'),
        hidden: root.querySelectorAll('[aria-hidden], [inert], [hidden]').length,
        unnamed: unnamed.length,
        headless: [...root.querySelectorAll('section:not(.actions)')].filter((part) => !part.querySelector('h3, h4'))
          .length,
        lists: root.querySelectorAll('ol, ul').length,
      };
    });
    expect(found).toEqual({ name: 'Title of group', modal: false, hidden: 0, unnamed: 0, headless: 0, lists: 6 });
    // Nothing of it stands in the page, whose text is read without us.
    expect(await tab.evaluate(() => document.querySelector('article')?.innerHTML.includes('sidelight'))).toBe(false);
  });

  it.each([
    ['says how many notes there are, once', {}, ['4 context notes on this page']],
    ['says nothing where that is switched off', { announce: false }, []],
  ])('4.1.3: %s', async (_, settings, expected) => {
    const { page: tab, strings } = await open(bench, {
      settings,
      before() {
        const said: string[] = [];
        Object.assign(globalThis, { said });
        Object.assign(document, { ariaNotify: (words: string) => said.push(words) });
      },
    });
    await strings.evaluate((all) => all.repaint());
    await strings.evaluate((all) => all.change({ delay: 10, announce: true }));
    await hover(tab, 'Minsk', 'group');
    expect(await tab.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual(expected);
  });

  it('4.1.3: says nothing, and goes on, where the browser has no way to', async () => {
    const { page: tab, errors } = await open(bench, {
      before() {
        Object.defineProperty(Document.prototype, 'ariaNotify', { value: undefined });
      },
    });
    await hover(tab, 'Minsk', 'group');
    expect(errors).toEqual([]);
    expect(await tab.evaluate(() => document.querySelector('[aria-live], [role=status], [role=alert]'))).toBe(null);
  });

  it('1.4.4: holds text of twice the size without cutting it', async () => {
    const { page: tab } = await open(bench, { group: FULL, settings: { textSize: 200 } });
    const spot = await hover(tab, 'Minsk', 'group');
    await expectInWindow(tab, spot);
    await unfold(tab);
    expect(await cut(tab)).toEqual([]);
  });

  it.each([100, 200])('1.4.10, case 15: fits 320 pixels at %d percent without sideways scrolling', async (textSize) => {
    const html = page('body{width:auto;margin:8px}');
    const long = `${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} words`;
    const { page: tab } = await open(bench, {
      html,
      group: { ...FULL, background: { html: long } },
      settings: { textSize },
      viewport: { width: 320, height: 600 },
    });
    await expectInWindow(tab, await hover(tab, 'Minsk', 'group'));
    await unfold(tab);
    expect(await cut(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('1.4.12: holds wider spacing without cutting text', async () => {
    const { page: tab } = await open(bench, { group: FULL });
    await hover(tab, 'Minsk', 'group');
    await unfold(tab);
    await inCard(tab, (root) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}',
      );
      root.adoptedStyleSheets.push(sheet);
    });
    expect(await cut(tab)).toEqual([]);
  });

  it('1.4.13: can be dismissed without moving, can be hovered, and stays until it is left', async () => {
    const { page: tab } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    const { left, top } = await box(tab);
    await tab.mouse.move(left + 40, top + 90, { steps: 12 });
    await wait(tab);
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await expect.poll(() => title(tab)).toBe(null);
  });

  it('2.3.3: nothing moves by itself', async () => {
    const { page: tab } = await open(bench, { group: FULL });
    await hover(tab, 'Minsk', 'group');
    const moving = await inCard(
      tab,
      (root) =>
        [root.host, ...root.querySelectorAll('*')].filter((part) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(part);
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto';
        }).length,
    );
    expect(moving).toBe(0);
  });

  it('2.4.7, 2.4.11: shows the focus, in the part of the card that can be seen', async () => {
    const { page: tab, strings } = await open(bench, { group: FULL, viewport: { width: 1_000, height: 420 } });
    await strings.evaluate((all) => all.request(0));
    for (let stop = 0; stop < 8; stop += 1) {
      await tab.keyboard.press('Tab');
      const seen = await inCard(tab, (root) => {
        const at = root.activeElement as HTMLElement;
        if (at.matches('.body')) return { ring: 'solid', inside: true };
        const { top, bottom } = at.getBoundingClientRect();
        const body = (root.querySelector('.body') as HTMLElement).getBoundingClientRect();
        const inside = at.closest('header') !== null || (top >= body.top - 2 && bottom <= body.bottom - 4);
        return { ring: getComputedStyle(at).outlineStyle, inside };
      });
      expect(seen).toEqual({ ring: 'solid', inside: true });
    }
  });

  it('2.5.8: has controls of at least 24 by 24 pixels, or in a line of text', async () => {
    const { page: tab } = await open(bench, { group: FULL });
    await hover(tab, 'Minsk', 'group');
    await unfold(tab);
    const small = await inCard(tab, (root) =>
      [...root.querySelectorAll('button, summary')]
        .map((control) => ({ words: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => width < 24 || height < 24)
        .map(({ words, box: { width, height } }) => `${words}: ${width} x ${height}`),
    );
    expect(small).toEqual([]);
  });

  it('writes from right to left in such a language, cut nowhere', async () => {
    const { page: tab } = await open(bench, {
      group: FULL,
      messages: { direction: { message: 'rtl' }, card_label: { message: 'רקע' } },
    });
    await hover(tab, 'Minsk', 'group');
    await unfold(tab);
    const sides = await inCard(tab, (root) => {
      const at = (selector: string): number => root.querySelector(selector)?.getBoundingClientRect().left ?? 0;
      return {
        direction: getComputedStyle(root.querySelector('.card') as Element).direction,
        closeFirst: at('.close') < at('.label'),
      };
    });
    expect(sides).toEqual({ direction: 'rtl', closeFirst: true });
    expect(await cut(tab)).toEqual([]);
  });

  it('stands by its mark in a page that is written from right to left', async () => {
    const { page: tab } = await open(bench, { html: page('html{direction:rtl}') });
    const spot = await hover(tab, 'Minsk', 'group');
    await expectInWindow(tab, spot);
    const { left, right } = await box(tab);
    expect(left).toBeLessThan(spot.x);
    expect(right).toBeGreaterThan(spot.x);
  });
});

inEachBrowser(
  'access to the card, forced colours',
  (bench) => {
    it('keeps its edges, and its words apart from their ground', async () => {
      const { page: tab } = await open(bench, { group: FULL });
      await emulateMedia(bench, tab, FORCED_COLOURS.media);
      expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      const spot = await spotOf(tab, 'Minsk');
      await tab.mouse.click(spot.x, spot.y);
      await opens(tab, 'group');
      const edges = await inCard(tab, (root) =>
        ['.card', '.since', '.tag', '.notes button'].map((selector) => {
          const { borderTopColor, backgroundColor } = getComputedStyle(root.querySelector(selector) as Element);
          return borderTopColor !== 'rgba(0, 0, 0, 0)' && borderTopColor !== backgroundColor;
        }),
      );
      expect(edges).toEqual([true, true, true, true]);
      expect(await check(tab)).toEqual([]);
    });
  },
  { prefs: FORCED_COLOURS.prefs },
);
