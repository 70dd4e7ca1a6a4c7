/** Pages whose framework takes over markup that its server sent, and renders it again: it is not disturbed, and marks follow. */
import type { JSHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inEachBrowser, painted } from '../browsers.ts';
import { compile } from '../unit/match-rules.ts';
import type * as FollowPage from './follow-page.ts';
import { bundleClient, FRAMEWORKS, renderOnServer } from './frameworks/build.ts';
import type * as Client from './frameworks/react.client.ts';
import { FIRST, type Story } from './frameworks/story.ts';

const { rules: RULES } = compile({
  isaf: { names: 'ISAF' },
  group: { names: 'Minsk Group' },
  corridor: { names: 'Lachin corridor' },
});

const OTHER: Story = {
  group: 'committee of the town',
  line: 'The Lachin corridor was open for most of the day, according to drivers who came through it.',
};

const markup = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
const paintedWords = async (page: Page): Promise<string[]> =>
  (await painted(page)).map(({ text }) => text).filter((text) => text !== '');

inEachBrowser('frameworks', (bench) => {
  it.each(FRAMEWORKS)(
    '%s wakes up and renders again without an error, and marks return (case 19, case 27)',
    async (name) => {
      const page = await bench.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type()) && !/favicon|404|devtools/i.test(message.text()))
          errors.push(message.text());
      });
      const html = `<main><article id="app">${await renderOnServer(name)}</article></main>`;
      await page.goto(bench.server.inline({ html }), { waitUntil: 'load' });
      const sent = await markup(page);
      const client = (await page.evaluateHandle(await bundleClient(name))) as JSHandle<typeof Client>;
      const module = await bench.load<typeof FollowPage>(page, 'tests/browser/follow-page.ts');
      const followed = (await module.evaluateHandle((loaded, rules) => loaded.follow(rules), RULES)) as JSHandle<
        ReturnType<typeof FollowPage.follow>
      >;
      const shows = async (words: readonly string[]): Promise<void> => {
        await followed.evaluate(({ advance }) => advance(60_000));
        expect(await followed.evaluate((all) => all.words())).toEqual(words);
        expect(await paintedWords(page)).toEqual(words);
      };
      const tell = (story: Story): Promise<void> => client.evaluate((loaded, told) => loaded.tell(told), story);

      await shows(['Minsk Group', 'ISAF']);
      expect(await markup(page)).toBe(sent);
      await client.evaluate((loaded) => loaded.hydrate(document.querySelector('#app') ?? document.body));
      await shows(['Minsk Group', 'ISAF']);
      await tell(OTHER);
      await expect.poll(() => page.$eval('article', (root) => root.textContent)).toContain(OTHER.group);
      // Before anything is read again: no mark on words that are not there any more.
      expect(await paintedWords(page)).toEqual([]);
      await shows(['Lachin corridor']);
      await tell(FIRST);
      await shows(['Minsk Group', 'ISAF']);
      const text = await page.$eval('article', (root) => root.textContent);
      expect(text?.split('Minsk Group').length).toBe(2);
      expect(text).not.toContain('Lachin');
      expect(errors).toEqual([]);
    },
  );
});
