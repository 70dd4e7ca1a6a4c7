/**
 * The built extension with a door for tests: a copy of `dist/` whose background first runs a script of ours, which notes what is injected
 * and what pages report, and keeps injections (of one file, or all) back between the messages "hold" and "release". It opens the popup as a tab behind the page when
 * that page goes to `#popup-…`, and the same page in a private window when it goes to `#private-…`. The extension's own files are as built.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Bench, DIST, findWelcome, tabsAt } from '../browsers.ts';

export interface Noted {
  readonly tab: number;
  /** files injected (the gate apart), or the type of a message */
  readonly what: string;
}

/** Runs in the extension's background, as text: before the extension's own script. */
const DOOR = `
  const noted = [];
  const inject = browser.scripting.executeScript.bind(browser.scripting);
  let held, release, holding = '';
  browser.scripting.executeScript = async (injection) => {
    const what = injection.files.join(' ');
    // Chrome's pages that are open at the installation get it this way, the others from the manifest.
    if (what !== 'gate.js') noted.push({ tab: injection.target.tabId, what });
    if (what.includes(holding)) await held;
    return inject(injection);
  };
  browser.runtime.onMessage.addListener((message, sender, answer) => {
    if (message.type === 'noted') { answer(noted); return true; }
    if (message.type === 'hold') { holding = message.file ?? ''; held = new Promise((resolve) => { release = resolve; }); return; }
    if (message.type === 'release') { release(); return; }
    noted.push({ tab: sender.tab?.id, what: message.type + (message.count ?? '') });
  });
  browser.tabs.onUpdated.addListener(async (tab, { url = '' }, { windowId, incognito }) => {
    const [page, knock = ''] = url.split('#');
    if (knock.startsWith('private')) return browser.windows.create({ incognito: true, url: page });
    if (!knock.startsWith('popup')) return;
    // Chrome opens no page of an extension in a private window, but its popup.
    if (incognito && !browser.runtime.getURL('').startsWith('moz')) return browser.action.openPopup({ windowId });
    // Firefox's driver now and then does not see a tab that opens while it closes another: whoever knocks again gets a new one.
    const unseen = await browser.tabs.query({ url: browser.runtime.getURL('popup.html') });
    await browser.tabs.remove(unseen.map(({ id }) => id));
    browser.tabs.create({ windowId, url: 'popup.html', active: false });
  });
`;

export function copyWithDoor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  cpSync(DIST, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  const background = { service_worker: 'worker.js', scripts: ['door.js', 'background.js'] };
  writeFileSync(path, JSON.stringify({ ...manifest, background }));
  writeFileSync(join(folder, 'door.js'), DOOR);
  writeFileSync(join(folder, 'worker.js'), "importScripts('door.js', 'background.js');");
  return folder;
}

export interface Popup {
  readonly page: Page;
  text(): Promise<string>;
  /** what the background noted of the page in front, in order */
  noted(): Promise<string[]>;
  /** the same of all pages */
  notedOfAll(): Promise<Noted[]>;
  badge(): Promise<string>;
}

/** Installs the extension with the door before the tests of the suite; popups left open are closed after each. */
export function installWithDoor(bench: Bench): void {
  let folder: string;
  beforeAll(async () => {
    folder = copyWithDoor();
    await bench.browser.installExtension(folder);
    await (await findWelcome(bench.browser)).close();
  });
  afterEach(async () => {
    for (const page of await findPopups(bench.browser)) await page.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

async function findPopups(driver: Browser): Promise<Page[]> {
  const found = await tabsAt(driver, 'popup.html');
  if (found.length > 0) return found;
  // Over a private page of Chrome it is the real one, which is no tab.
  const real = driver.targets().filter((target) => target.url().endsWith('/popup.html'));
  return Promise.all(real.map((target) => target.asPage()));
}

/** The popup as it stands over the page, in a tab behind it. */
export async function openPopup(driver: Browser, page: Page): Promise<Popup> {
  await page.bringToFront();
  let found: Page | null = null;
  // Again and again: right after the installation Chrome's worker may not listen yet.
  const knock = async (): Promise<Page | null> => {
    found = (await findPopups(driver))[0] ?? null;
    if (found === null) {
      await page.evaluate(() => {
        location.hash = `popup-${performance.now()}`;
      });
    }
    return found;
  };
  await expect.poll(knock, { interval: 500, timeout: 15_000 }).not.toBeNull();
  const popup = found as unknown as Page;
  const notedOfAll = (): Promise<Noted[]> =>
    popup.evaluate(async () => (await browser.runtime.sendMessage({ type: 'noted' })) as Noted[]);
  return {
    page: popup,
    text: () => popup.evaluate(() => document.body.innerText),
    notedOfAll,
    async noted() {
      const tab = await popup.evaluate(
        async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id,
      );
      return (await notedOfAll()).filter((entry) => entry.tab === tab).map(({ what }) => what);
    },
    badge: () =>
      popup.evaluate(async () => {
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        return tab?.id === undefined ? '' : browser.action.getBadgeText({ tabId: tab.id });
      }),
  };
}
