/** `npm run shots`: pictures of every surface, in both browsers, for a person to look at. They go to `screenshots/`. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { type Bench, type BenchOptions, emulateMedia, FORCED_COLOURS, inEachBrowser, type Media } from '../browsers.ts';
import { installWithDoor, openPopup } from '../e2e/doorway.ts';
import { installForPages } from '../e2e/own-pages.ts';
import { countHosts, ON_TOPIC, openByHover, placeOf, SAMPLE, waitForMarks } from '../e2e/page.ts';

/** A mark of the sample article, and one of the short one. */
const WORDS = 'co-chairs of the OSCE Minsk Group';
const SHORT = 'OSCE Minsk Group';
const DESKTOP = { width: 1_000, height: 900 };
const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const DARK_PAGE = '<style>html{background:#16181c;color:#dfe2e7;font:18px/1.6 serif}</style>';

/** Addresses of our own pages, by the name of their picture. */
const OWN_PAGES = [
  ['welcome', 'welcome.html'],
  ['library', 'library.html'],
  ['note', 'library.html#note:osce-minsk-group'],
  ['news', 'library.html#new'],
  ['try', 'try.html'],
  ['options', 'options.html'],
] as const;
const WIDTHS = { wide: 1_000, narrow: 390 };

async function shoot(bench: Bench, page: Page, name: string): Promise<void> {
  const folder = `${ROOT}screenshots/${bench.name}`;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

interface Scene extends Pick<BenchOptions, 'prefs'> {
  readonly name: string;
  readonly media?: readonly Media[];
}

const SCENES: readonly Scene[] = [
  { name: 'light' },
  {
    name: 'dark',
    media: [{ name: 'prefers-color-scheme', value: 'dark' }],
    prefs: { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 },
  },
  { name: 'forced-colours', ...FORCED_COLOURS },
];

for (const { name, media = [], prefs = {} } of SCENES) {
  inEachBrowser(
    name,
    (bench) => {
      installWithDoor(bench);

      async function open(html: string | null, viewport: typeof DESKTOP = DESKTOP): Promise<Page> {
        const page = await bench.newPage();
        await page.setViewport(viewport);
        await emulateMedia(bench, page, media);
        await page.goto(html === null ? bench.server.saved(SAMPLE) : bench.server.inline({ html }));
        await waitForMarks(page);
        return page;
      }

      /** Scrolls through the card, a picture each. */
      async function shootCard(page: Page, surface: string): Promise<void> {
        for (let part = 1; part <= 8; part += 1) {
          await shoot(bench, page, `${name}-${surface}-${part}`);
          const isEnd = await page.evaluate(() => {
            const body = document.querySelector('[data-sidelight-card]')?.shadowRoot?.querySelector('.body');
            const before = body?.scrollTop;
            for (const folded of body?.querySelectorAll('section ~ details, footer details') ?? [])
              folded.toggleAttribute('open', true);
            body?.scrollBy({ top: body.clientHeight * 0.85, behavior: 'instant' });
            return body?.scrollTop === before;
          });
          if (isEnd) return;
        }
      }

      it('card', async () => {
        const page = await open(name === 'dark' ? DARK_PAGE + ON_TOPIC : null);
        await openByHover(page, name === 'dark' ? SHORT : WORDS, 'Minsk');
        await shootCard(page, 'card');
      });

      it('phone', async () => {
        const page = await open(null, PHONE);
        const tap = async (): Promise<number> => {
          const { x, y } = await placeOf(page, WORDS);
          // The sample is a little wider than a phone: what is seen is a part of the window.
          const [left = 0, top = 0] = await page.evaluate(() => [
            visualViewport?.offsetLeft,
            visualViewport?.offsetTop,
          ]);
          await page.touchscreen.tap(x - left, y - top);
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
          return countHosts(page);
        };
        await expect.poll(tap, { interval: 500, timeout: 10_000 }).toBe(1);
        await shootCard(page, 'phone');
      });

      it('right to left', async () => {
        const page = await open(ON_TOPIC.replace('<main', '<main dir="rtl" style="font:18px/1.6 serif"'));
        await openByHover(page, SHORT, SHORT);
        await shoot(bench, page, `${name}-rtl`);
      });

      it('popup, and large text', async () => {
        const page = await open(null);
        const popup = await openPopup(bench.browser, page);
        await popup.page.setViewport({ width: 384, height: 560 });
        await emulateMedia(bench, popup.page, media);
        await popup.page.waitForSelector('.entry');
        await shoot(bench, popup.page, `${name}-popup`);
        await popup.page.evaluate(() => browser.storage.local.set({ textSize: 200 }));
        await page.bringToFront();
        await openByHover(page, WORDS, 'Minsk');
        await shootCard(page, 'large');
        await popup.page.evaluate(() => browser.storage.local.remove('textSize'));
      });
    },
    { prefs },
  );

  inEachBrowser(
    `our pages, ${name}`,
    (bench) => {
      const pages = installForPages(bench);

      it.each(OWN_PAGES)('%s', async (title, path) => {
        const page = await pages.open(path);
        await emulateMedia(bench, page, media);
        for (const [screen, width] of Object.entries(WIDTHS)) {
          await page.setViewport({ width, height: 900 });
          await shoot(bench, page, `${name}-${title}-${screen}`);
        }
      });
    },
    { prefs },
  );
}
