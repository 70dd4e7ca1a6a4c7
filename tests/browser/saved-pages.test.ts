/** The saved pages in real browsers: the same article as in Node's DOM. */
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { ADDRESS, expectedOf, readExpectation, slugs } from '../saved-pages.ts';

inEachBrowser('saved pages', (bench) => {
  it.each(slugs())('%s is read as expected', async (slug) => {
    const page = await bench.openPage(bench.server.saved(slug));
    const finder = await bench.load<typeof import('../../src/article/find.ts')>(page, 'src/article/find.ts');
    const found = await finder.evaluate((module, address) => {
      const finding = module.findArticles(document, address);
      if (finding.kind === 'none') return { none: finding.reason };
      return { articles: finding.articles.map(({ title, date, text }) => ({ title, date, text })) };
    }, ADDRESS);
    const expected = readExpectation(slug);
    expect('none' in found ? found : { articles: found.articles.map(expectedOf) }).toEqual(
      'none' in expected ? expected : { articles: expected.articles.map(({ matches: _, ...article }) => article) },
    );
  });
});
