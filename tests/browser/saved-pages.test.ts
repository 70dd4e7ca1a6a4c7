/** The saved pages in real browsers: the same article as in Node's DOM. */
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { ADDRESS, readExpectation, slugs } from '../saved-pages.ts';

inEachBrowser('saved pages', (bench) => {
  it.each(slugs())('%s is read as expected', async (slug) => {
    const page = await bench.openPage(bench.server.saved(slug));
    const finder = await bench.load<typeof import('../../src/article/find.ts')>(page, 'src/article/find.ts');
    const found = await finder.evaluate((module, address) => {
      const finding = module.findArticle(document, address);
      if (finding.kind === 'none') return { none: finding.reason };
      const { title, date, text } = finding.article;
      return { title, date, text };
    }, ADDRESS);
    const { matches: _, ...expected } = readExpectation(slug);
    expect(found).toEqual(expected);
  });
});
