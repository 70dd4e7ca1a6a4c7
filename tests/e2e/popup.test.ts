/** The toolbar button: badge, list and switches. */
import type { Dialog, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser, painted, tabsAt } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { installWithDoor, openPopup, type Popup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { expectFaultless, fillStore, NOT_STORED } from './own-pages.ts';
import { cardText, ON_TOPIC, SAMPLE, waitForMarks } from './page.ts';

const { shown, wordsOf } = findIn(readMarkedArticle(SAMPLE));

/** Where each of its links leads, and the heading that is there. */
const LINKS = {
  'library.html': 'All notes',
  'options.html': 'Options',
  'welcome.html': 'Background beside the news',
};

/** Presses a control of the popup by keyboard, as somebody without a pointer does. */
async function press(popup: Popup, selector: string): Promise<void> {
  await popup.page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  const focused = await popup.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  expect(focused).toBe(true);
  await popup.page.evaluate(() => (document.activeElement as HTMLElement).click());
}

const headingOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('h1')?.textContent ?? '').catch(() => '');

/** Within what a popup can have (800 by 600 CSS pixels), in any size of text. */
async function expectInPopup(page: Page): Promise<void> {
  await page.setViewport({ width: 800, height: 600 });
  for (const text of [80, 100, 150, 200]) {
    const size = await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    }, text);
    expect(size, `${text} %`).toEqual([800, 600]);
  }
  // 200 % of the size that browsers call very large.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '300%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
}

const isUnpainted = async (page: Page): Promise<boolean> => (await painted(page)).length === 0;

inEachBrowser('popup', suite, { prefs: { 'extensions.webextOptionalPermissionPrompts': false } });

function suite(bench: Bench): void {
  installWithDoor(bench);

  it('lists the notes in the order of the page, as many as the badge says', async () => {
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    const titles = () => popup.page.$$eval('.title', (found) => found.map((element) => element.textContent));
    await expect.poll(titles).toEqual(shown.map(({ match }) => titleOf(match.note)));
    const marked = await popup.page.$$eval('.sentence mark', (found) =>
      found.map((mark) => `${mark.className}: ${mark.textContent}`),
    );
    expect(marked).toEqual(shown.map(({ match }) => `mark ${match.kind}: ${wordsOf(match)}`));
    await expect.poll(() => popup.badge()).toBe(String(shown.length));
    const text = await popup.text();
    expect(text).toContain(`${shown.length} notes on this page`);
    expect(text).toContain('Text without a mark has not been checked.');
    await expectFaultless(popup.page);
    await expectInPopup(popup.page);
  });

  it('leads to our other pages, each link to its own', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    for (const [path, heading] of Object.entries(LINKS)) {
      const popup = await openPopup(bench.browser, page);
      const links = () => popup.page.$$eval('a', (found) => found.map((link) => link.getAttribute('href')));
      await expect.poll(links).toEqual(Object.keys(LINKS));
      await press(popup, `a[href="${path}"]`);
      const opened = async (): Promise<string[]> => Promise.all((await tabsAt(bench.browser, path)).map(headingOf));
      await expect.poll(opened).toEqual([heading]);
      for (const tab of await tabsAt(bench.browser, path)) await tab.close();
      if (!popup.page.isClosed()) await popup.page.close();
    }
  });

  it('shows which way a switch stands, from right to left as well', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('Marks on news.test');
    const knobs = () =>
      popup.page.$$eval('[type=checkbox]', (switches) =>
        switches.map((one) => Number.parseFloat(getComputedStyle(one, '::before').left)),
      );
    await popup.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const [on = 0] = await knobs();
    await press(popup, '#site');
    await expect.poll(async () => (await knobs())[0]).toBeGreaterThan(on);
    await press(popup, '#site');
    await expect.poll(knobs).toEqual([on, on]);
  });

  // Only Chromium's driver makes a phone of a tab.
  it.runIf(bench.name === 'chromium')('fits a phone, where it fills the window', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    const popup = await openPopup(bench.browser, page);
    await popup.page.waitForSelector('.entry');
    await popup.page.setViewport({ width: 320, height: 600, hasTouch: true, isMobile: true });
    await popup.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await popup.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('leads to a mark and its card', async () => {
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.page.$$eval('.entry', (entries) => entries.length)).toBe(shown.length);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await press(popup, 'li:last-child .entry');
    const last = shown.at(-1)?.match.note ?? '';
    await expect.poll(() => cardText(page)).toContain(titleOf(last));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    // Firefox lets a script close a popup, and not the tab that stands for it here.
    if (bench.name === 'chromium') await expect.poll(() => popup.page.isClosed()).toBe(true);
  });

  it('switches a site off and on again without a reload', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('Marks on news.test');
    await press(popup, '#site');
    await expect.poll(() => isUnpainted(page)).toBe(true);
    await expect.poll(() => popup.text()).toContain('switched off here');
    await expect.poll(() => popup.badge()).toBe('');
    await expectFaultless(popup.page);
    await popup.page.close();

    const address = bench.server.inline({ html: ON_TOPIC });
    const sameSite = await bench.openPage(address);
    const otherSite = await bench.openPage(address.replace('news.test', 'other.test'));
    await waitForMarks(otherSite);
    expect(await isUnpainted(sameSite)).toBe(true);

    const again = await openPopup(bench.browser, page);
    await expect.poll(() => again.text()).toContain('switched off here');
    await press(again, '#site');
    await waitForMarks(page);
    await expect.poll(() => again.text()).toMatch(/notes? on this page/);
    // A tab behind is read when it is shown.
    await sameSite.bringToFront();
    await waitForMarks(sameSite);
  });

  it('has its switches over a page that does not answer, and the list as soon as it does', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const dialog = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
    const popup = await openPopup(bench.browser, page);
    // In Chromium nothing of a page runs while it shows a dialog.
    await page.evaluate(() => void setTimeout(() => alert('Subscribe?')));
    const open = await dialog;
    await popup.page.evaluate(() => location.reload());
    await expect.poll(() => popup.text().catch(() => '')).toContain('Marks on news.test');
    if (bench.name === 'chromium') expect(await popup.text()).toContain('has not answered yet');
    await open.accept();
    await expect.poll(() => popup.text()).toContain('2 notes on this page');
  });

  it('switches all sites off and on again', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('Marks on all sites');
    await press(popup, '#all');
    await expect.poll(() => isUnpainted(page)).toBe(true);
    expect(await popup.page.$eval('#site', (site) => (site as HTMLInputElement).disabled)).toBe(true);
    await press(popup, '#all');
    await waitForMarks(page);
  });

  it('says so where the browser does not store a switch, which goes back', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('Marks on all sites');
    await fillStore(popup.page);
    await press(popup, '#all');
    await expect.poll(() => popup.text()).toContain(NOT_STORED);
    expect(await popup.page.$eval('#all', (all) => (all as HTMLInputElement).checked)).toBe(true);
    await expectFaultless(popup.page);
  });

  // Chrome lets nobody take back by script what the manifest asks for.
  it.runIf(bench.name === 'firefox')(
    'asks for the access that was taken away, and marks the open page once it is given',
    async () => {
      const page = await bench.openPage({ html: ON_TOPIC });
      await waitForMarks(page);
      const popup = await openPopup(bench.browser, page);
      await popup.page.evaluate(() => browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }));
      // The page's script is still there, then it is not.
      for (const reload of [async () => {}, () => page.reload()]) {
        await reload();
        await popup.page.evaluate(() => {
          Object.assign(window, { isOld: true });
          location.reload();
        });
        // What is being left says the same.
        const text = () => popup.page.evaluate(() => ('isOld' in window ? '' : document.body.innerText));
        await expect.poll(() => text().catch(() => '')).toContain('has not been allowed');
      }
      await expect.poll(() => isUnpainted(page)).toBe(true);
      await popup.page.bringToFront();
      await popup.page.click('.allow');
      await page.bringToFront();
      await waitForMarks(page);
    },
  );
}
