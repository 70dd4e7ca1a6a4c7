/** The main job: the sample article, its marks and its card. */
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { findIn, titleOf } from './expected.ts';
import { cardText, countHosts, expectPainted, openByHover, SAMPLE, waitForMarks } from './page.ts';

const expected = readMarkedArticle(SAMPLE);
const found = findIn(expected);

it('every expected sentence of the sample article has its match', () => {
  const missing = expected.matches
    .map(({ note, sentence }) => `${note}: ${sentence}`)
    .filter((line) => !found.matches.includes(line));
  expect(missing).toEqual([]);
});

inEachBrowser(
  'sample article',
  (bench) => {
    it('paints every match that the display rule keeps, and no other', async () => {
      const page = await bench.openPage(bench.server.saved(SAMPLE));
      expect(found.shown.length).toBeGreaterThan(10);
      await expectPainted(
        page,
        found.shown.map(({ match }) => found.wordsOf(match)),
      );
    });

    it('leaves headlines, navigation and comments clean', async () => {
      const page = await bench.openPage(bench.server.saved(SAMPLE));
      await waitForMarks(page);
      const outside = await page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .map(({ startContainer }) => startContainer.parentElement)
          .filter(
            (element) => !element?.closest('.story') || element.closest('.also, header, nav, aside, footer, .comments'),
          )
          .map((element) => element?.textContent),
      );
      expect(outside).toEqual([]);
    });

    it('opens the card of the mark under the pointer, and Escape closes it', async () => {
      const page = await bench.openPage(bench.server.saved(SAMPLE));
      await waitForMarks(page);
      for (const { match } of [found.shown[0], found.shown.at(-1)].filter((shown) => shown !== undefined)) {
        await openByHover(page, found.wordsOf(match), titleOf(match.note));
        expect(await countHosts(page)).toBe(1);
        await page.keyboard.press('Escape');
        await expect.poll(() => cardText(page)).toBeNull();
        expect(await countHosts(page)).toBe(0);
      }
    });
  },
  { extension: true },
);
