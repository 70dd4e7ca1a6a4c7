/** What is marked by the reader's settings, which open pages follow. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Choice, USUAL } from '../../src/mark/display.ts';
import { type Bench, inEachBrowser, painted } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { installWithDoor, openPopup, type Popup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { cardText, countHosts, expectPainted, HOST, openByHover, SAMPLE, waitForMarks } from './page.ts';

const article = readMarkedArticle(SAMPLE);
function wordsBy(choice: Partial<Choice>): string[] {
  const { shown, wordsOf } = findIn(article, { ...USUAL, ...choice });
  return shown.map(({ match }) => wordsOf(match));
}
const [first] = findIn(article).shown;

const store = (popup: Popup, items: Record<string, unknown>): Promise<void> =>
  popup.page.evaluate((wanted) => browser.storage.local.set(wanted), items);

async function openBoth(bench: Bench): Promise<[Page, Popup]> {
  const page = await bench.openPage(bench.server.saved(SAMPLE));
  return [page, await openPopup(bench.browser, page)];
}

inEachBrowser('settings', (bench) => {
  installWithDoor(bench);

  it('mark every mention, claims alone, or the usual ones', async () => {
    const [page, popup] = await openBoth(bench);
    await waitForMarks(page);
    for (const mentions of ['all', 'claims', 'first'] as const) {
      await store(popup, { mentions });
      await expectPainted(page, wordsBy({ mentions }));
    }
    expect(wordsBy({ mentions: 'all' }).length).toBeGreaterThan(wordsBy({}).length);
    expect(wordsBy({ mentions: 'claims' }).length).toBeLessThan(wordsBy({}).length);
  });

  it('never mark a note that was muted', async () => {
    const mutedNotes = [String(first?.match.note)];
    const [page, popup] = await openBoth(bench);
    await store(popup, { mutedNotes });
    await expectPainted(page, wordsBy({ mutedNotes }));
    await store(popup, { mutedNotes: [] });
    await expectPainted(page, wordsBy({}));
  });

  it('are changed by the card, which stays for an undo and gives the focus back to where it was', async () => {
    const [page, popup] = await openBoth(bench);
    const mutedNotes = [String(first?.match.note)];
    const words = wordsBy({});
    await openByHover(page, words[0] ?? '', titleOf(String(first?.match.note)));
    await page.evaluate((host) => {
      document.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>('.mute button')?.focus();
    }, HOST);
    await page.keyboard.press('Enter');
    await expectPainted(page, wordsBy({ mutedNotes }));
    await expect.poll(() => popup.badge()).toBe(String(wordsBy({ mutedNotes }).length));
    expect(await cardText(page)).toContain('This note is muted.');
    await page.keyboard.press('Enter');
    await expectPainted(page, words);
    expect(await cardText(page)).not.toContain('This note is muted.');
    await page.keyboard.press('Enter');
    await expectPainted(page, wordsBy({ mutedNotes }));
    await page.keyboard.press('Escape');
    await expect.poll(() => countHosts(page)).toBe(0);
    expect((await painted(page)).filter(({ highlight }) => highlight === 'sidelight-active')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await store(popup, { mutedNotes: [] });
    await expectPainted(page, words);
  });

  it('mark nothing before the toolbar button was clicked, and then on that page', async () => {
    const [page, before] = await openBoth(bench);
    await store(before, { mentions: 'asked' });
    await before.page.close();
    await page.goto(bench.server.saved(SAMPLE));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    await expectPainted(page, []);
    const popup = await openPopup(bench.browser, page);
    await expectPainted(page, wordsBy({}));
    await expect.poll(() => popup.badge()).toBe(String(wordsBy({}).length));
    await popup.page.close();
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await expectPainted(page, []);
    const again = await openPopup(bench.browser, page);
    await expectPainted(page, wordsBy({}));
    await store(again, { mentions: 'first' });
  });
});
