/** The extension's own pages in both browsers, and what each of them has to stand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect } from 'vitest';
import { type Bench, DIST, findWelcome } from '../browsers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface OwnPages {
  /** Goes there in the one tab of the extension: "library.html#new". */
  open(path: string): Promise<Page>;
}

/** Installs the extension (from the folder that `prepare` gives) before the first test and keeps the tab that it opens: Firefox goes to no page of an extension from outside. */
export function installForPages(bench: Bench, prepare = () => DIST): OwnPages {
  let tab: Page;
  beforeAll(async () => {
    await bench.browser.installExtension(prepare());
    tab = await findWelcome(bench.browser);
  });
  return {
    async open(path) {
      await tab.bringToFront();
      await tab.setViewport({ width: 1000, height: 800 });
      const home = await tab.evaluate(() => location.href);
      // By way of another page, so that a change of the hash alone loads the page anew.
      for (const address of ['library-notes.js', path]) {
        const wanted = new URL(address, home).href;
        await tab.evaluate((href) => location.assign(href), wanted);
        const isThere = () =>
          tab.evaluate((href) => location.href === href && document.readyState === 'complete', wanted);
        await expect.poll(() => isThere().catch(() => false)).toBe(true);
      }
      await expect.poll(() => tab.evaluate(() => document.querySelector('h1')?.textContent ?? '')).not.toBe('');
      return tab;
    },
  };
}

interface Look {
  readonly appearance?: 'light' | 'dark';
  /** CSS pixels */
  readonly width?: number;
  /** per cent */
  readonly text?: number;
  readonly direction?: 'ltr' | 'rtl';
}

async function dress(
  page: Page,
  { appearance = 'light', width = 1000, text = 100, direction = 'ltr' }: Look,
): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.evaluate(
    (scheme, size, dir) => {
      const root = document.documentElement;
      root.dataset['appearance'] = scheme;
      root.style.fontSize = `${size}%`;
      root.dir = dir;
    },
    appearance,
    text,
    direction,
  );
}

/** What axe-core finds wrong, by rule and place. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({}),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** No fault for axe-core, light and dark. */
export async function expectFaultless(page: Page): Promise<void> {
  for (const appearance of ['light', 'dark'] as const) {
    await dress(page, { appearance });
    expect(await faultsOf(page), appearance).toEqual([]);
  }
}

/** What reaches beyond the window or is cut at the edge of what holds it; a field scrolls what is typed into it. */
function findWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.matches('input, textarea, .choice *'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const isCut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth;
        return left < -1 || right > clientWidth + 1 || isCut;
      })
      .map(({ localName, className, textContent }) => `${localName}.${className}: ${textContent?.slice(0, 30)}`);
  });
}

/** No fault, and nothing that has to be scrolled sideways: narrow and wide, at 200 % text, from right to left. */
export async function expectSound(page: Page): Promise<void> {
  await expectFaultless(page);
  const looks: readonly Look[] = [
    { width: 320 },
    { width: 320, direction: 'rtl' },
    { width: 320, text: 200 },
    { width: 640, text: 200 },
    { width: 640, text: 200, direction: 'rtl' },
    { width: 1600 },
  ];
  for (const look of looks) {
    await dress(page, look);
    expect(await findWide(page), JSON.stringify(look)).toEqual([]);
  }
  await dress(page, {});
}

const CONTROLS = 'a[href], button, input, textarea, summary';

/** On a page just opened: the Tab key leads to every control, in the order of the page, and shows where it is. */
export async function expectReached(page: Page): Promise<void> {
  const wanted = await page.$$eval(CONTROLS, (controls) =>
    controls.flatMap((control, i) => {
      // Of a group of radio buttons Tab reaches the one that is chosen.
      const isLeftOut = control.matches(':disabled, [type=radio]:not(:checked)') || !control.checkVisibility();
      return isLeftOut ? [] : [i];
    }),
  );
  const reached: number[] = [];
  // Firefox also stops at what can be scrolled, and within a field for a date.
  for (let presses = 0; presses < wanted.length + 8 && reached.at(-1) !== wanted.at(-1); presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate((selector) => {
      const { activeElement: at } = document;
      return at?.matches(':focus-visible') ? [...document.querySelectorAll(selector)].indexOf(at) : -1;
    }, CONTROLS);
    if (now !== -1 && now !== reached.at(-1)) reached.push(now);
  }
  expect(reached).toEqual(wanted);
}

/** From now on the browser stores nothing from this page, as where the disk is full. */
export const fillStore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    browser.storage.local.set = () => Promise.reject(new Error('no room left'));
  });
export const NOT_STORED = 'The browser could not store this. Is the disk full?';

/** The text of the page as it is shown. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
