/** Random edits of the saved pages: after quiet the marks are those of a page that is read for the first time. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { PAGES } from '../saved-pages.ts';
import type * as FuzzPage from './fuzz-page.ts';

/** Another one makes other edits; the same one makes them again, so that a failure can be looked at. */
const SEED = 1;
const ROUNDS = 8;

inEachBrowser('random edits', (bench) => {
  it(`of saved pages (seed ${SEED})`, async () => {
    const page = await bench.newPage();
    const faults: unknown[] = [];
    let marks = 0;
    for (const [index, slug] of readdirSync(PAGES).entries()) {
      await page.goto(bench.server.saved(slug), { waitUntil: 'load' });
      const module = await bench.load<typeof FuzzPage>(page, 'tests/browser/fuzz-page.ts');
      const found = await module.evaluate((loaded, ...how) => loaded.fuzz(...how), SEED * 1_000 + index, ROUNDS);
      faults.push(...found.faults.map((fault) => ({ slug, ...fault })));
      marks += found.marks;
    }
    expect(faults).toEqual([]);
    expect(marks).toBeGreaterThan(1_000);
  }, 180_000);
});
