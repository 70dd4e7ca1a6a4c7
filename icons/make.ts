/** Draws the PNG sizes of `sidelight.svg`: `npm run icons`. The files are checked in; run it after a change of the drawing. */
import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../src/cli/browsers.ts';

/** Edge in pixels. */
const SIZES = [16, 32, 48, 96, 128];

const drawing = await readFile(new URL('sidelight.svg', import.meta.url), 'utf8');
const browser = await launchBrowser('chromium');
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
    await writeFile(new URL(`${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
