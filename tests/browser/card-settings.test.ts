/** The card by the reader's settings, which it follows while it is open. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { expectInWindow, hover, inCard, moveTo, open, opens, spotOf, title, wait } from './open-card.ts';

const LIGHT = 'rgb(253, 252, 255)';
const DARK = 'rgb(35, 32, 44)';

const look = (tab: Page) =>
  inCard(tab, (root) => {
    const { backgroundColor, fontSize } = getComputedStyle(root.querySelector('.card') as Element);
    return { ground: backgroundColor, size: Number.parseFloat(fontSize), width: root.host.clientWidth };
  });

inEachBrowser('settings of the card', (bench) => {
  it('wait as long as is said', async () => {
    const { page: tab, strings } = await open(bench, { settings: { delay: 2_000 } });
    await moveTo(tab, 'Minsk');
    await wait(tab);
    expect(await title(tab)).toBe(null);
    await expect.poll(() => title(tab), { timeout: 5_000 }).toBe('Title of group');
    await strings.evaluate((all) => all.change({ delay: 0 }));
    await tab.mouse.move(950, 780, { steps: 3 });
    await moveTo(tab, 'go on');
    await opens(tab, 'talks');
  });

  it('choose light or dark whatever the system has, under an open card too', async () => {
    const { page: tab, strings } = await open(bench, { settings: { appearance: 'dark' } });
    await hover(tab, 'Minsk', 'group');
    expect((await look(tab)).ground).toBe(DARK);
    await strings.evaluate((all) => all.change({ appearance: 'light' }));
    await expect.poll(async () => (await look(tab)).ground).toBe(LIGHT);
    await strings.evaluate((all) => all.change({ appearance: 'system' }));
    const isDark = await tab.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(async () => (await look(tab)).ground).toBe(isDark ? DARK : LIGHT);
  });

  it('size the text, and the card with it, under an open card too', async () => {
    const { page: tab, strings } = await open(bench);
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'group');
    const usual = await look(tab);
    await strings.evaluate((all) => all.change({ textSize: 200 }));
    await expect.poll(async () => (await look(tab)).size).toBeCloseTo(2 * usual.size);
    expect((await look(tab)).width).toBeCloseTo(2 * usual.width, 0);
    await expect.poll(() => expectInWindow(tab, spot)).toBeUndefined();
  });
});
