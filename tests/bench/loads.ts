/**
 * Fresh loads of pages in a browser that measures (see `bench-extension.ts`). Each load is of a site of its own, and with that in a process of its own,
 * in which nothing is compiled or looked up yet: what a reader meets on the first page of a site. The same address again is the next page of that site.
 * Pages are cross-origin isolated, which makes their clock fine.
 */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type BrowserName, launchBrowser } from '../../src/cli/browsers.ts';
import { startServer } from '../server.ts';
import { makeBenchExtension, type Work } from './bench-extension.ts';
import type { Cost } from './in-page/clock.ts';
import { medianAndTail } from './measure.ts';
import type { BenchPage } from './pages.ts';

const LOADS = 5;
export const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
/** Firefox makes its clock coarse unless told not to. */
export const FINE_CLOCK = { 'privacy.reduceTimerPrecision': false };
/** Medians over the loads of one page, in milliseconds. */
export interface PageCost {
  /** of the whole work, on the first page of a site and on the next one */
  readonly first: number;
  readonly next: number;
  /** of the longest stretch without a wait, on the first page */
  readonly longest: number;
  /** what the work told in the end */
  readonly told: string | null;
}

export interface Loads {
  /** What each of the works costs in this page, load by load in turn. */
  costs(page: BenchPage, works: readonly Work[]): Promise<Map<Work, PageCost>>;
  close(): Promise<void>;
}

async function readCost(tab: Page, address: string): Promise<Cost> {
  await tab.goto(address, { waitUntil: 'load' });
  const told = await tab.waitForFunction(() => document.documentElement.dataset['bench']);
  const cost = JSON.parse((await told.jsonValue()) ?? '') as Cost;
  if (cost.time === null) throw new Error(`${address}: work ran after a wait that the clock does not know of`);
  return cost;
}

interface Load {
  readonly first: Cost;
  readonly next: Cost;
}

function summary(loads: readonly Load[]): PageCost {
  const middle = (pick: (load: Load) => number): number => medianAndTail(loads.map(pick)).median;
  return {
    first: middle(({ first }) => first.time),
    next: middle(({ next }) => next.time),
    longest: middle(({ first }) => first.longest),
    told: loads[0]?.first.told ?? null,
  };
}

/** Starts the browser and a server for it. */
export async function startLoads(name: BrowserName): Promise<Loads> {
  const folder = await makeBenchExtension();
  const server = await startServer();
  const browser = await launchBrowser(name, { prefs: FINE_CLOCK });
  await browser.installExtension(folder);
  const tab = await browser.newPage();
  await tab.bringToFront();
  let sites = 0;

  async function load(work: Work, { slug, html }: BenchPage): Promise<Load> {
    const path = `/${work}/${slug}`;
    server.inline({ html, headers: ISOLATED }, path);
    // Browsers take every name under localhost for this machine, and for a site of its own.
    const address = `http://site-${sites++}.localhost:${server.port}${path}`;
    return { first: await readCost(tab, address), next: await readCost(tab, address) };
  }

  return {
    async costs(page, works) {
      const loads = new Map(works.map((work): [Work, Load[]] => [work, []]));
      for (let round = 0; round < LOADS; round++) {
        for (const [work, done] of loads) done.push(await load(work, page));
      }
      return new Map([...loads].map(([work, done]) => [work, summary(done)]));
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
