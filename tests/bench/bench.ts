/**
 * `npm run bench [-- SLUG…]`: what the extension costs, as ratios of one run on this machine; on all saved pages, or on those named. Not a test: machines are noisy.
 */
import { spawnSync } from 'node:child_process';
import { BROWSERS, type BrowserName, ensureBrowsers } from '../../src/cli/browsers.ts';
import { main, UserError, write } from '../../src/cli/main.ts';
import { ROOT } from '../../src/cli/root.ts';
import { benchCosts } from './browser-costs.ts';
import { benchGrowth } from './growth.ts';
import { startLoads } from './loads.ts';
import { benchMatching } from './matching.ts';
import { type Row, table } from './measure.ts';
import { benchOpenings } from './openings.ts';
import { type BenchPage, savedPages } from './pages.ts';
import { benchStorms } from './storm.ts';

const NAMES = { chromium: 'Chromium', firefox: 'Firefox' } as const;

function build(): void {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'build.mjs'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) throw new UserError('The build failed: mend what is said above and run this again.');
}

async function benchBrowser(name: BrowserName, pages: readonly BenchPage[]): Promise<Row[]> {
  const where = NAMES[name];
  console.error(`${where}: ${pages.length} pages, some minutes`);
  const loads = await startLoads(name);
  try {
    return [...(await benchCosts(loads, pages, where)), ...(await benchGrowth(loads, where))];
  } finally {
    await loads.close();
  }
}

function wantedPages(slugs: readonly string[]): BenchPage[] {
  const pages = savedPages().filter(({ slug }) => slugs.length === 0 || slugs.includes(slug));
  if (pages.length < slugs.length) throw new UserError(`one of these is no folder of tests/pages: ${slugs.join(', ')}`);
  return pages;
}

await main(async () => {
  const pages = wantedPages(process.argv.slice(2));
  ensureBrowsers(BROWSERS);
  build();
  const rows = await benchMatching();
  for (const name of BROWSERS) rows.push(...(await benchBrowser(name, pages)));
  console.error('Cards that open, in both');
  for (const name of BROWSERS) rows.push(...(await benchOpenings(name, NAMES[name])));
  console.error('Chromium: pages that never rest');
  rows.push(...(await benchStorms()));
  await write(table(rows));
  return 0;
});
