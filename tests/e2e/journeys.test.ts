/** Ways from page to page and back: each page has its own marks, once, and the toolbar button their number. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser, painted } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { installWithDoor, openPopup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { article, cardText, countHosts, expectPainted, OFF_TOPIC, openByHover, placeOf, SAMPLE } from './page.ts';

/** what is injected first when a page asks for the reader */
const RULES = 'rules.js';
const found = findIn(readMarkedArticle(SAMPLE));
const words = found.shown.map(({ match }) => found.wordsOf(match));
const first = found.shown[0]?.match;

const GROUP = article(
  'The OSCE Minsk Group met the foreign ministers on Monday, and said that it would meet them again in spring.',
);
const FORCE = article(
  'The ISAF mission in Afghanistan had ended when NATO’s ministers met, the spokeswoman told reporters.',
);

async function expectBadge(bench: Bench, page: Page, text: string): Promise<void> {
  const popup = await openPopup(bench.browser, page);
  await expect.poll(() => popup.badge()).toBe(text);
  await popup.page.close();
  await page.bringToFront();
}

const wait = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);

inEachBrowser('journeys', (bench) => {
  installWithDoor(bench);

  it('within a document from article to article, and to a fragment (case 21)', async () => {
    const page = await bench.openPage({ html: GROUP });
    await expectPainted(page, ['OSCE Minsk Group']);
    await page.evaluate((html) => {
      history.pushState(null, '', '/another');
      document.body.innerHTML = html;
    }, FORCE);
    expect((await painted(page)).map(({ text }) => text).join('')).toBe('');
    await expectPainted(page, ['ISAF']);
    // The popup is opened by a fragment.
    await expectBadge(bench, page, '1');
    await wait(page, 2_500);
    await expectPainted(page, ['ISAF']);
    await page.evaluate((html) => {
      history.back();
      document.body.innerHTML = html;
    }, OFF_TOPIC);
    await expectPainted(page, []);
    await expectBadge(bench, page, '');
  });

  it('back and forward through the page cache (case 22)', async () => {
    if (!first) throw new Error('nothing is shown');
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    await expectPainted(page, words);
    await page.evaluate(() => Object.assign(window, { stamp: 'kept' }));
    await page.goto(bench.server.inline({ html: FORCE }));
    await expectPainted(page, ['ISAF']);
    await page.evaluate(() => Object.assign(window, { stamp: 'kept too' }));
    const stamp = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'stamp')).catch(() => null);
    const go = (where: 'back' | 'forward'): Promise<void> =>
      page.evaluate((way) => void setTimeout(() => history[way]()), where);

    await go('back');
    await expect.poll(stamp).toBe('kept');
    await expectPainted(page, words);
    await openByHover(page, found.wordsOf(first), titleOf(first.note));
    expect(await countHosts(page)).toBe(1);
    await page.keyboard.press('Escape');
    await go('forward');
    await expect.poll(stamp).toBe('kept too');
    await expectPainted(page, ['ISAF']);
    await expectBadge(bench, page, '1');
  });

  it('away before the card’s script came, and back: the page from the cache gets it', async () => {
    if (!first) throw new Error('nothing is shown');
    const popup = await openPopup(bench.browser, await bench.openPage({ html: OFF_TOPIC }));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'hold', file: 'card.js' }));
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    await page.evaluate(() => Object.assign(window, { stamp: 'kept' }));
    await expect.poll(() => popup.noted()).toContain('card.js');
    await page.goto(bench.server.inline({ html: OFF_TOPIC }));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'release' }));
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'stamp')).catch(() => null)).toBe('kept');
    await openByHover(page, found.wordsOf(first), titleOf(first.note));
  });

  it('away before the reader came, and back: the page from the cache gets it', async () => {
    const popup = await openPopup(bench.browser, await bench.openPage({ html: OFF_TOPIC }));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'hold', file: 'reader.js' }));
    const page = await bench.openPage({ html: GROUP });
    await page.evaluate(() => Object.assign(window, { stamp: 'kept' }));
    await expect.poll(() => popup.noted()).toContain('reader.js');
    await page.goto(bench.server.inline({ html: OFF_TOPIC }));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'release' }));
    await wait(popup.page, 500);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'stamp')).catch(() => null)).toBe('kept');
    await expectPainted(page, ['OSCE Minsk Group']);
  });

  it('to another article that the page writes in its own place: the button has the number of that one', async () => {
    const page = await bench.openPage({ html: GROUP });
    await expectPainted(page, ['OSCE Minsk Group']);
    await page.evaluate((html) => {
      document.open();
      document.write(`<!doctype html><html><body>${html}</body></html>`);
      document.close();
    }, OFF_TOPIC);
    await expectPainted(page, []);
    await expectBadge(bench, page, '');
  });

  // Firefox does not prerender.
  it.runIf(bench.name === 'chromium')('to a page that was rendered before anybody went there', async () => {
    const target = bench.server.inline({
      html: `${GROUP}<script>Object.assign(window, { wasPrerendered: document.prerendering }); fetch('/ran')</script>`,
    });
    const rules = { prerender: [{ source: 'list', urls: [target], eagerness: 'immediate' }] };
    const page = await bench.openPage({
      html: `${OFF_TOPIC}<a href="${target}">go</a><script type="speculationrules">${JSON.stringify(rules)}</script>`,
    });
    await expect.poll(() => bench.server.requests).toContain('news.test/ran');
    await wait(page, 2_500);
    const popup = await openPopup(bench.browser, page);
    expect(await popup.noted()).toEqual([]);
    expect(await popup.badge()).toBe('');
    await page.bringToFront();
    try {
      await page.click('a');
      const wasPrerendered = () => page.evaluate(() => Reflect.get(window, 'wasPrerendered')).catch(() => null);
      await expect.poll(wasPrerendered).toBe(true);
      await expectPainted(page, ['OSCE Minsk Group']);
      await expect.poll(() => popup.badge()).toBe('1');
    } finally {
      // The driver's list of pages has another in its place, which never answers.
      await page.close();
    }
  });

  it('to a mark by a tap before the card’s script came: it is answered when that is there', async () => {
    const popup = await openPopup(bench.browser, await bench.openPage({ html: OFF_TOPIC }));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'hold', file: 'card.js' }));
    const page = await bench.newPage();
    await page.setViewport({ width: 400, height: 700, hasTouch: true });
    await page.goto(bench.server.inline({ html: GROUP }));
    await expectPainted(page, ['OSCE Minsk Group']);
    await expect.poll(() => popup.noted()).toContain('card.js');
    const { x, y } = await placeOf(page, 'OSCE Minsk Group');
    await page.touchscreen.tap(x, y);
    await wait(page, 500);
    expect(await cardText(page)).toBeNull();
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'release' }));
    await expect.poll(() => cardText(page)).toContain('OSCE Minsk Group');
  });

  it('away, before the reader came: it is put into no other page', async () => {
    const page = await bench.openPage({ html: OFF_TOPIC });
    const popup = await openPopup(bench.browser, page);
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'hold' }));
    const other = await bench.openPage({ html: GROUP });
    await expect.poll(async () => (await popup.notedOfAll()).map(({ what }) => what)).toContain('topic');
    await expect.poll(async () => (await popup.notedOfAll()).at(-1)?.what).toBe(RULES);
    await other.goto(bench.server.inline({ html: OFF_TOPIC }, '/off-topic'));
    await popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'release' }));
    const state = (): Promise<unknown> =>
      popup.page.evaluate(async () => {
        const tabs = await browser.tabs.query({});
        const id = tabs.find(({ url }) => url?.endsWith('/off-topic'))?.id;
        return id === undefined ? null : browser.tabs.sendMessage(id, { type: 'state' });
      });
    await wait(popup.page, 1_500);
    expect(await state()).toEqual({ kind: 'off-topic' });
  });
});
