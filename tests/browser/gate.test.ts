/** What a page off the topic pays for the gate. */
import type { JSHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser } from '../browsers.ts';
import { OFF_TOPIC } from '../e2e/page.ts';
import type * as GatePage from './gate-page.ts';

type Arranged = JSHandle<ReturnType<typeof GatePage.arrange>>;

async function open(bench: Bench): Promise<{ page: Page; arranged: Arranged }> {
  const page = await bench.openPage({ html: OFF_TOPIC });
  const module = await bench.load<typeof GatePage>(page, 'tests/browser/gate-page.ts');
  const arranged = (await module.evaluateHandle((loaded) => loaded.arrange())) as Arranged;
  await bench.load(page, 'src/content/gate.ts');
  return { page, arranged };
}

inEachBrowser('gate', (bench) => {
  it('keeps one observer, two events of navigation and one listener for the popup, and leaves the page as it is', async () => {
    const { page, arranged } = await open(bench);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const kept = await arranged.evaluate(async ({ advance, observers, listeners, laidOut, sent, told }) => {
      await advance(60_000);
      document.body.append('More about the footbridge.');
      await advance(60_000);
      document.body.lastChild?.remove();
      return { observers, listeners, laidOut, sent, answers: told.answers, highlights: CSS.highlights.size };
    });
    expect(kept).toEqual({
      observers: ['MutationObserver'],
      listeners: ['pageshow', 'currententrychange'],
      laidOut: [],
      sent: [],
      answers: 1,
      highlights: 0,
    });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('looks at a storm less and less often, and finds what comes in it', async () => {
    const { arranged } = await open(bench);
    const seen = await arranged.evaluate(async ({ advance, told, sent }) => {
      const box = document.body.appendChild(document.createElement('div'));
      await advance(10_000);
      told.looks = 0;
      // 2,000 new nodes a second.
      setInterval(() => box.replaceChildren(...Array.from({ length: 20 }, (_, i) => `Footbridge ${i}. `)), 10);
      await advance(64_000);
      const { looks } = told;
      document.body.append('The OSCE Minsk Group met.');
      await advance(17_000);
      const found = [...sent];
      await advance(60_000);
      return { looks, found, after: sent.length };
    });
    expect(seen.looks).toBeGreaterThan(0);
    expect(seen.looks).toBeLessThanOrEqual(7);
    expect(seen.found).toEqual([{ type: 'topic' }]);
    expect(seen.after).toBe(1);
  });
});
