/**
 * The harness of the browser and e2e tests: the same suite in Chromium and in Firefox, one browser a file.
 *
 *   import { expect, it } from 'vitest';
 *   import { inEachBrowser } from '../browsers.ts';
 *
 *   // tests/browser/: a module of src in a page, without the extension
 *   inEachBrowser('boxes', (bench) => {
 *     it('gives one box a line', async () => {
 *       const page = await bench.openPage({ html: '<p>some words</p>' });
 *       const boxes = await bench.load<typeof import('../../src/mark/boxes.ts')>(page, 'src/mark/boxes.ts');
 *       // The function runs in the page: nothing of this file's imports or variables can be used in it, pass them as arguments.
 *       expect(await boxes.evaluate((module, n) => module.lineBoxes(document.body, n).length, 3)).toBe(1);
 *     });
 *   });
 *
 *   // tests/e2e/: the extension from dist/ (`npm run build` first), installed before the first test
 *   inEachBrowser('marks', (bench) => {
 *     it('marks the article', async () => {
 *       const page = await bench.openPage(bench.server.saved('sample-agency-report'));
 *       await expect.poll(() => painted(page)).toContainEqual(expect.objectContaining({ text: 'OSCE Minsk Group' }));
 *     });
 *   }, { extension: true });
 *
 * A page given inline may have headers: `openPage({ html, headers: { 'content-security-policy': "default-src 'none'" } })`.
 * Every page that `openPage` gave is closed after its test. `bench.install()` and `bench.uninstall()` add and remove the extension
 * under open pages. `bench.browser` is puppeteer's own, for all else. Run one file in one browser:
 *   npx vitest run --config tests/vitest.config.ts --project browser boxes -t firefox
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, JSHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { BROWSERS, type BrowserName, type LaunchOptions, launchBrowser } from '../src/cli/browsers.ts';
import { bundleOptions } from '../src/cli/bundling.ts';
import { ROOT } from '../src/cli/root.ts';
import { type InlinePage, startServer, TEST_HOSTS, type TestServer } from './server.ts';

export const DIST = join(ROOT, 'dist');

export interface Bench {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly server: TestServer;
  /** A new tab of 1,000 by 800 CSS pixels in front, loaded; closed after the test. */
  openPage(where: string | InlinePage): Promise<Page>;
  /** The same before it goes anywhere, to listen to its errors first. */
  newPage(): Promise<Page>;
  /** Bundles a module of the project (path from the top folder) and runs it in the page; the handle is its exports. */
  load<Module>(page: Page, path: string): Promise<JSHandle<Module>>;
  /** Installs `dist/` (once; again after `uninstall`). */
  install(): Promise<string>;
  uninstall(): Promise<void>;
}

export interface BenchOptions extends Pick<LaunchOptions, 'args' | 'prefs'> {
  /** install the extension before the first test */
  readonly extension?: boolean;
}

/** One bundle a module and run of vitest: the source does not change under a running file. */
const bundles = new Map<string, Promise<string>>();

async function bundle(path: string): Promise<string> {
  const anchors = async () => (await import('../src/cli/dataset.ts')).loadDataset().anchors;
  const options = bundleOptions(anchors);
  const result = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: [path],
    globalName: 'loaded',
    write: false,
  });
  return `(() => {${result.outputFiles[0]?.text ?? ''};return loaded;})()`;
}

function bundleOnce(path: string): Promise<string> {
  const known = bundles.get(path) ?? bundle(path);
  bundles.set(path, known);
  return known;
}

/** The path at which a tab is; '' of one that does not say so within 3 s: it is just closing, or shows a dialog. */
function pathOf(tab: Page): Promise<string> {
  // Firefox's driver says "about:blank" of a page of an extension; the page itself knows better.
  const path = tab.evaluate(() => location.pathname).catch(() => '');
  return Promise.race([path, new Promise<string>((resolve) => setTimeout(resolve, 3_000, ''))]);
}

/** The tabs that show a page of the extension ("popup.html"). */
export async function tabsAt(browser: Browser, page: string): Promise<Page[]> {
  const tabs = await browser.pages();
  const paths = await Promise.all(tabs.map(pathOf));
  return tabs.filter((_tab, i) => paths[i] === `/${page}`);
}

/** The tab that the extension opens once, when it is installed: it comes in front when it likes, so tests wait for it. */
export async function findWelcome(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 150; tries++) {
    const [found] = await tabsAt(browser, 'welcome.html');
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the extension opened no welcome page');
}

/** Asks Firefox's driver for what puppeteer has no words for (WebDriver BiDi). */
export async function askFirefox(browser: Browser, method: string, params: object): Promise<void> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  await connection.send(method, params);
}

export interface Media {
  readonly name: string;
  readonly value: string;
}

/** The page's media from now on, in Chromium; Firefox knows them from its preferences when it starts. */
export async function emulateMedia({ name }: Bench, page: Page, media: readonly Media[]): Promise<void> {
  if (name !== 'chromium') return;
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [...media] });
}

/** Forced colours: what Chromium is told of a page, and Firefox at its start. */
export const FORCED_COLOURS = {
  media: [{ name: 'forced-colors', value: 'active' }],
  prefs: { 'browser.display.document_color_use': 2 },
} as const;

class RunningBench implements Bench {
  readonly name: BrowserName;
  readonly #options: BenchOptions;
  readonly #pages: Page[] = [];
  #browser: Browser | undefined;
  #server: TestServer | undefined;
  #extension: string | undefined;

  constructor(name: BrowserName, options: BenchOptions) {
    this.name = name;
    this.#options = options;
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('the browser runs only during tests and hooks');
    return this.#browser;
  }

  get server(): TestServer {
    if (!this.#server) throw new Error('the server runs only during tests and hooks');
    return this.#server;
  }

  async start(): Promise<void> {
    this.#server = await startServer();
    // Less than a test may take, so that the log has the command which was not answered.
    const options = { ...this.#options, localHosts: TEST_HOSTS, answerWithin: 45_000 };
    this.#browser = await launchBrowser(this.name, options);
    if (this.#options.extension) await this.install();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  async closePages(): Promise<void> {
    for (const page of this.#pages.splice(0)) if (!page.isClosed()) await page.close();
  }

  async newPage(): Promise<Page> {
    const page = await this.browser.newPage();
    this.#pages.push(page);
    await page.setViewport({ width: 1000, height: 800 });
    await page.bringToFront();
    return page;
  }

  async openPage(where: string | InlinePage): Promise<Page> {
    const page = await this.newPage();
    await page.goto(typeof where === 'string' ? where : this.server.inline(where), { waitUntil: 'load' });
    return page;
  }

  async load<Module>(page: Page, path: string): Promise<JSHandle<Module>> {
    return (await page.evaluateHandle(await bundleOnce(path))) as JSHandle<Module>;
  }

  async install(): Promise<string> {
    if (!existsSync(`${DIST}/manifest.json`)) throw new Error('dist/ is missing: run `npm run build` first');
    if (this.#extension === undefined) {
      this.#extension = await this.browser.installExtension(DIST);
      await (await findWelcome(this.browser)).close();
    }
    return this.#extension;
  }

  async uninstall(): Promise<void> {
    if (this.#extension === undefined) return;
    await this.browser.uninstallExtension(this.#extension);
    this.#extension = undefined;
  }
}

/** Declares `suite` once a browser, under the name "title (browser)". */
export function inEachBrowser(title: string, suite: (bench: Bench) => void, options: BenchOptions = {}): void {
  describe.each(BROWSERS)(`${title} (%s)`, (name) => {
    const bench = new RunningBench(name, options);
    beforeAll(() => bench.start());
    afterEach(() => bench.closePages());
    afterAll(() => bench.stop());
    suite(bench);
  });
}

/** What the page sees painted: every range of a highlight of ours, in document order. */
export interface Painted {
  /** name in `CSS.highlights` */
  readonly highlight: string;
  readonly text: string;
}

/** Reads `CSS.highlights` from the page's own world, as any script of the page could. */
export function painted(page: Page): Promise<Painted[]> {
  return page.evaluate(() => {
    const found = [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('sidelight'))
      .flatMap(([highlight, ranges]) => [...ranges].map((range) => ({ highlight, range })));
    const place = (range: AbstractRange): Range => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    };
    return found
      .map(({ highlight, range }) => ({ highlight, live: place(range) }))
      .sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live))
      .map(({ highlight, live }) => ({ highlight, text: live.toString() }));
  });
}
