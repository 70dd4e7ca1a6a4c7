/** The keys that lead through the notes, as the browsers take them from the manifest. */
import type { Browser, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { launchBrowser } from '../../src/cli/browsers.ts';
import { DIST, inEachBrowser } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { ensureScreenTools, startScreen } from '../screen.ts';
import { startServer, TEST_HOSTS } from '../server.ts';
import { installWithDoor, openPopup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { cardText, ON_TOPIC, SAMPLE, waitForMarks } from './page.ts';

const titles = findIn(readMarkedArticle(SAMPLE)).shown.map(({ match }) => titleOf(match.note));

/** The title of the card that has the focus; null without one. */
function focusedTitle(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? null);
}

/** Presses until the card is there: its script comes when idle after the first mark. */
async function walk(page: Page, press: (command: 'next-note' | 'previous-note') => unknown): Promise<void> {
  await waitForMarks(page);
  await press('next-note');
  await expect.poll(() => focusedTitle(page), { timeout: 15_000 }).toBe(titles[0]);
  await press('next-note');
  await expect.poll(() => focusedTitle(page)).toBe(titles[1]);
  await press('previous-note');
  await expect.poll(() => focusedTitle(page)).toBe(titles[0]);
  await page.keyboard.press('Escape');
  await expect.poll(() => cardText(page)).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
}

async function workerOf(browser: Browser) {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/worker.js'));
  const worker = await target.worker();
  if (!worker) throw new Error('no worker');
  return worker;
}

inEachBrowser('commands', (bench) => {
  installWithDoor(bench);

  it('have their keys: a browser drops a taken one without a word', async () => {
    const page = await bench.openPage({ html: ON_TOPIC });
    const popup = await openPopup(bench.browser, page);
    const keys = await popup.page.evaluate(async () =>
      (await browser.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
    );
    expect(Object.fromEntries(keys)).toEqual({
      'next-note': 'Alt+Shift+J',
      'previous-note': 'Alt+Shift+K',
      _execute_action: 'Alt+Shift+L',
    });
  });

  it.runIf(bench.name === 'chromium')('lead from note to note and give the card the focus', async () => {
    const page = await bench.openPage(bench.server.saved(SAMPLE));
    const worker = await workerOf(bench.browser);
    await walk(page, (command) =>
      worker.evaluate(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        chrome.commands.onCommand.dispatch(name, tab);
      }, command),
    );
  });
});

const missing = process.platform === 'linux' ? ensureScreenTools() : ['Linux'];
if (missing.length > 0) console.warn(`Real keys are not tried in Firefox: ${missing.join(', ')} missing.`);

it.skipIf(missing.length > 0)('real keys lead from note to note (firefox)', async () => {
  const screen = await startScreen();
  const server = await startServer();
  const browser = await launchBrowser('firefox', { headless: false, localHosts: TEST_HOSTS });
  try {
    await browser.installExtension(DIST);
    const page = await browser.newPage();
    await page.goto(server.saved(SAMPLE));
    await page.bringToFront();
    const KEYS = { 'next-note': 'alt+shift+j', 'previous-note': 'alt+shift+k' };
    await walk(page, (command) => screen.press('firefox', KEYS[command]));
  } finally {
    await browser.close();
    await server.close();
    screen.close();
  }
});

declare const chrome: {
  readonly tabs: { query(wanted: object): Promise<object[]> };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: object | undefined): void } };
};
