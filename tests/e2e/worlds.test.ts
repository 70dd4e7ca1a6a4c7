/** Scripts that come twice, a background that has gone to sleep, pages that take the names that scripts need. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser, painted } from '../browsers.ts';
import { installWithDoor, openPopup } from './doorway.ts';
import { article, collectErrors, countHosts, expectPainted, openByHover, waitForMarks } from './page.ts';

const WORDS = 'OSCE Minsk Group';
const GROUP = article(
  `The ${WORDS} met the foreign ministers on Monday, and said that it would meet them again in spring.`,
);

/** Ends Chrome's worker as idleness would; Firefox's event page ends by itself, soon by its setting below. */
async function putToSleep(bench: Bench, page: Page): Promise<void> {
  if (bench.name === 'chromium') {
    const target = bench.browser.targets().find((one) => one.type() === 'service_worker');
    await (await target?.worker())?.close();
    await expect.poll(() => bench.browser.targets().some((one) => one.type() === 'service_worker')).toBe(false);
  } else {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
  }
}

inEachBrowser('worlds', suite, {
  prefs: { 'extensions.background.idle.timeout': 1_000, 'extensions.background.idle.enabled': true },
});

function suite(bench: Bench): void {
  installWithDoor(bench);

  it('every script injected again and again: marks once, one card, no error (case 45)', async () => {
    const page = await bench.newPage();
    const errors = collectErrors(page);
    await page.goto(bench.server.inline({ html: GROUP }), { waitUntil: 'load' });
    await expectPainted(page, [WORDS]);
    await openByHover(page, WORDS, WORDS);
    const popup = await openPopup(bench.browser, page);
    for (const file of ['gate.js', 'rules.js', 'reader.js', 'cards.js', 'card.js', 'cards.js', 'card.js']) {
      await popup.page.evaluate(async (script) => {
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        await browser.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files: [script] });
      }, file);
    }
    await page.bringToFront();
    await expectPainted(page, [WORDS]);
    await openByHover(page, WORDS, WORDS);
    expect(await countHosts(page)).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => countHosts(page)).toBe(0);
    await expect.poll(() => popup.badge()).toBe('1');
    expect(errors).toEqual([]);
  });

  it('a background asleep: pages are read, cards come, settings stay (case 46)', async () => {
    const before = await bench.openPage({ html: GROUP });
    await expectPainted(before, [WORDS]);
    const popup = await openPopup(bench.browser, before);
    await popup.page.evaluate(() => browser.storage.local.set({ offSites: ['other.test'] }));
    await popup.page.close();
    await before.bringToFront();

    await putToSleep(bench, before);
    await openByHover(before, WORDS, WORDS);
    const address = bench.server.inline({ html: GROUP });
    const after = await bench.openPage(address);
    await expectPainted(after, [WORDS]);
    await openByHover(after, WORDS, WORDS);
    const off = await bench.openPage(address.replace('news.test', 'other.test'));
    const state = await openPopup(bench.browser, off);
    await expect.poll(() => state.text()).toContain('switched off here');
    expect((await painted(off)).length).toBe(0);
    await state.page.evaluate(() => browser.storage.local.clear());
    await off.bringToFront();
    await waitForMarks(off);
  });

  it.each([
    ['a form named body', '<form name="body"></form>'],
    [
      'elements with the names of what scripts use',
      '<a id="navigation"></a><a id="CSS"></a><a id="Highlight"></a><img name="head" alt="">',
    ],
    [
      'variables with such names',
      '<script>var Highlight = 1, navigation = {}, requestIdleCallback = 2; Object.defineProperty(window, "CSS", { value: null });</script>',
    ],
  ])('%s does not keep marks from a page (case 26)', async (_, html) => {
    const page = await bench.newPage();
    const errors = collectErrors(page);
    await page.goto(bench.server.inline({ html: html + GROUP }), { waitUntil: 'load' });
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.badge()).toBe('1');
    await expect.poll(() => popup.text()).toContain(WORDS);
    expect(errors).toEqual([]);
  });
}
