/** `npm start [-- chromium|firefox]`: builds, and opens a browser with the extension on the sample article. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { BROWSERS, type BrowserName, ensureBrowsers, findBrowser, isBrowserName, launchBrowser } from './browsers.ts';
import { main, UserError } from './main.ts';
import { ROOT } from './root.ts';
import { serveSample } from './sample.ts';
import { openCard, picture, type SeenMark, seeMarks } from './tour.ts';

const DIST = join(ROOT, 'dist');

function chooseBrowser([word, ...more]: readonly string[]): BrowserName {
  if (word === undefined) return BROWSERS.find((name) => findBrowser(name) !== null) ?? BROWSERS[0];
  if (isBrowserName(word) && more.length === 0) return word;
  throw new UserError(`no browser "${[word, ...more].join(' ')}"; usage: npm start [-- ${BROWSERS.join('|')}]`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function build(): void {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  if (run.status !== 0) throw new UserError('The build failed: mend what is said above and run this again.');
}

/** A window on the article, until the person closes it. */
async function stayOpen(browser: Browser, url: string): Promise<number> {
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await page.goto(url);
  await page.bringToFront();
  console.log(
    `The sample article is open with Sidelight at ${url} (until the browser is closed). Hover an underlined place.`,
  );
  await new Promise((resolve) => browser.once('disconnected', resolve));
  return 0;
}

function say(marks: readonly SeenMark[]): void {
  for (const { words, title } of marks) console.log(`  “${words}”\n      ${title ?? 'no card opened'}`);
}

/** The same for a machine without a screen: the marks in words, an open card as a picture. */
async function tellAbout(browser: Browser, name: BrowserName, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  await page.bringToFront();
  const marks = await seeMarks(page);
  if (marks.length === 0) throw new UserError(`No mark was painted on ${url} in ${name}.`);
  console.log(`${marks.length} marks in ${name}, each with the title of the card that opens over it:`);
  say(marks);
  await openCard(
    page,
    marks.findIndex(({ title }) => title !== null),
  );
  console.log(`Picture of an open card: ${await picture(page, 'screenshots', `start-${name}`)}`);
  return marks.every(({ title }) => title !== null) ? 0 : 1;
}

await main(async () => {
  const name = chooseBrowser(process.argv.slice(2));
  ensureBrowsers([name]);
  build();
  const sample = await serveSample();
  const headless = !hasDisplay();
  const browser = await launchBrowser(name, { headless });
  try {
    await browser.installExtension(DIST);
    return await (headless ? tellAbout(browser, name, sample.url) : stayOpen(browser, sample.url));
  } finally {
    if (browser.connected) await browser.close();
    sample.close();
  }
});
