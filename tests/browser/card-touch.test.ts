/** The card under a finger: a phone's screen, taps and swipes. */
import type { CDPSession, Page, Viewport } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser } from '../browsers.ts';
import { ARTICLE, box, closes, HOST, inCard, type Opened, open, opens, spotOf, title, wait } from './open-card.ts';

const PHONE = { width: 360, height: 640, hasTouch: true, deviceScaleFactor: 2 };

/** Firefox's driver knows no phones; a narrow window with touch is what it can have. */
const phone = (bench: Bench): Viewport => ({ ...PHONE, isMobile: bench.name === 'chromium' });

const mobilePage = (article = ARTICLE, after = '<p style="height:1500px">'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <style>body{font:18px/28px serif;margin:16px}</style></head><body>${article}${after}</body></html>`;

const openOnPhone = (bench: Bench, html = mobilePage()): Promise<Opened> =>
  open(bench, { html, viewport: phone(bench) });

async function tap(tab: Page, words: string): Promise<void> {
  const { x, y } = await spotOf(tab, words);
  await tab.touchscreen.tap(x, y);
}

/** The sheet lies along the lower edge, over the whole width, and leaves the mark free. */
async function expectSheet(tab: Page, words: string): Promise<void> {
  const { left, top, right, bottom, height } = await box(tab);
  const width = await tab.evaluate(() => document.documentElement.clientWidth);
  expect([left, right, bottom]).toEqual([0, width, height]);
  expect(top).toBeGreaterThan(height * 0.3);
  const mark = await spotOf(tab, words);
  expect(mark.y).toBeGreaterThan(0);
  expect(mark.y).toBeLessThan(top);
}

inEachBrowser('card by touch', (bench) => {
  it('case 34: a tap opens a sheet, that tap does not close it, one outside does', async () => {
    const { page: tab, errors } = await openOnPhone(bench);
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    await expectSheet(tab, 'Minsk');
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.touchscreen.tap(200, 8);
    await closes(tab);
    expect(errors).toEqual([]);
  });

  it('case 34: a second tap on the mark closes it', async () => {
    const { page: tab } = await openOnPhone(bench);
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    await wait(tab);
    await tap(tab, 'Minsk');
    await closes(tab);
  });

  it('case 34: a tap on a marked link follows the link', async () => {
    const { page: tab } = await openOnPhone(bench);
    await tap(tab, 'linked');
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#followed');
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it('scrolls a mark that the sheet would cover into sight above it', async () => {
    const html = mobilePage(`<p style="height:380px"></p>${ARTICLE}`);
    const { page: tab } = await openOnPhone(bench, html);
    await tap(tab, 'go on');
    await opens(tab, 'talks');
    await expectSheet(tab, 'go on');
  });

  it('lies on the scroll bar of a page that is wider than the window', async () => {
    const html = mobilePage(ARTICLE, '<p style="width:600px;height:1500px">');
    const { page: tab } = await open(bench, { html, viewport: { ...PHONE, isMobile: false } });
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    const { right, bottom } = await box(tab);
    const { clientWidth, clientHeight } = await tab.evaluate(() => {
      const { clientWidth, clientHeight } = document.documentElement;
      return { clientWidth, clientHeight };
    });
    expect([right, bottom].map(Math.round)).toEqual([clientWidth, clientHeight]);
  });

  it('leaves the mark free at the end of a page, where nothing can be scrolled', async () => {
    const html = mobilePage(`<p style="height:600px"></p><article><p>Talks by the OSCE Minsk Group.</p></article>`, '');
    const { page: tab } = await openOnPhone(bench, html);
    await tab.evaluate(() => scrollTo(0, 5_000));
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    const { top, bottom } = await box(tab);
    const { y } = await spotOf(tab, 'Minsk');
    expect(y < top || y > bottom).toBe(true);
    expect(bottom - top).toBeGreaterThan(120);
  });

  it('hands no tap in the sheet on to the page, and none of the page’s to the sheet', async () => {
    const { page: tab } = await openOnPhone(bench);
    await tab.evaluate(() => {
      Object.assign(globalThis, { clicks: [] as string[] });
      document.addEventListener('click', (event) => {
        (globalThis as unknown as { clicks: string[] }).clicks.push((event.target as Element).localName);
      });
    });
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    await wait(tab);
    expect(await inCard(tab, (root) => root.activeElement)).toBe(null);
    const close = await tab.evaluate((host) => {
      const button = document.querySelector(host)?.shadowRoot?.querySelector('.close');
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, HOST);
    await tab.touchscreen.tap(close.x, close.y);
    await closes(tab);
    await wait(tab);
    const clicks = await tab.evaluate(() => (globalThis as unknown as { clicks: string[] }).clicks);
    expect(clicks.filter((name) => name !== 'div')).toEqual(['p']);
  });

  it('does not come while a finger scrolls over a mark', async () => {
    const { page: tab } = await openOnPhone(bench);
    const { x, y } = await spotOf(tab, 'go on');
    const finger = await tab.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 10; step += 1) await finger.move(x, y - 8 * step);
    await finger.end();
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it('goes when its mark is scrolled away', async () => {
    const { page: tab } = await openOnPhone(bench);
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    await tab.evaluate(() => scrollTo(0, 1_000));
    await closes(tab);
  });

  // Firefox's driver neither zooms by two fingers nor widens a window to the page.
  it.runIf(bench.name === 'chromium').each([
    ['zoomed by two fingers', mobilePage(), 1.5],
    ['wider than the screen', mobilePage(ARTICLE, '<p style="width:400px;height:1500px">'), 1],
  ])('case 17: lies in what is seen of a page that is %s', async (_, html, pageScaleFactor) => {
    const { page: tab } = await openOnPhone(bench, html);
    await tap(tab, 'Minsk');
    await opens(tab, 'group');
    const session: CDPSession = await tab.createCDPSession();
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor });
    const seen = () =>
      tab.evaluate(() => {
        const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
        return [offsetLeft, offsetLeft + width, offsetTop + height].map(Math.round);
      });
    const lies = async () => {
      const { left, right, bottom } = await box(tab);
      return [left, right, bottom].map(Math.round);
    };
    await expect.poll(lies).toEqual(await seen());
  });
});
