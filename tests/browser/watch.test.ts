/** The pace in which changes are looked at, by a clock of the test's own. */
import type { JSHandle } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser } from '../browsers.ts';
import type * as WatchPage from './watch-page.ts';

type Watched = JSHandle<ReturnType<typeof WatchPage.watch>>;
type Options = Parameters<typeof WatchPage.watch>[0];

const HTML = '<p id="a">One.</p><p id="b">Two.</p><div id="c"></div>';

async function watch(bench: Bench, options: Options = {}): Promise<Watched> {
  const page = await bench.openPage({ html: HTML });
  const module = await bench.load<typeof WatchPage>(page, 'tests/browser/watch-page.ts');
  return (await module.evaluateHandle((loaded, given) => loaded.watch(given), options)) as Watched;
}

inEachBrowser('watching', (bench) => {
  it('looks a second after the first change, once, at all that came till then and is still there', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, looks: seen }) => {
      const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as HTMLElement);
      await advance(60_000);
      a?.append('More.');
      await advance(500);
      b?.remove();
      c?.append('Gone at once.');
      c?.replaceChildren();
      await advance(60_000);
      return seen;
    });
    expect(looks).toEqual([{ second: 61, added: ['More.'], touched: ['BODY', 'c'] }]);
  });

  it('waits twice as long with each look of a storm, sixteen seconds at the most, and comes back to one', async () => {
    const watched = await watch(bench);
    const [seconds, last] = await watched.evaluate(async ({ advance, storm, looks }) => {
      const c = document.getElementById('c') as HTMLElement;
      // 2,000 changed nodes a second.
      await storm(100, 64, (count) => c.replaceChildren(...Array.from({ length: 10 }, (_, i) => `${count} ${i}`)));
      const during = looks.map(({ second }) => second);
      await advance(60_000);
      looks.length = 0;
      c.append('Later.');
      await advance(60_000);
      return [during, looks.map(({ second, added }) => ({ second, added }))] as const;
    });
    expect(seconds).toEqual([1, 3, 7, 15, 31, 47, 63]);
    expect(last).toEqual([{ second: 125, added: ['Later.'] }]);
  });

  it('looks at a flood as at the whole page', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, looks: seen }) => {
      document
        .getElementById('c')
        ?.append(...Array.from({ length: 2_000 }, (_, i) => document.createElement(`x-${i}`)));
      await advance(60_000);
      return seen;
    });
    expect(looks).toEqual([{ second: 1, added: ['page'], touched: [] }]);
  });

  it('does not wait longer for looks that had nothing to do', async () => {
    const watched = await watch(bench, { works: false });
    const seconds = await watched.evaluate(async ({ storm, seconds: all }) => {
      const text = document.getElementById('a')?.firstChild as Text;
      await storm(10, 8.05, (count) => {
        text.data = `One ${count}.`;
      });
      return all();
    });
    expect(seconds).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('begins no look before the last has ended, and leaves nothing out', async () => {
    const watched = await watch(bench, { takes: 10_000 });
    const looks = await watched.evaluate(async ({ advance, looks: seen }) => {
      const c = document.getElementById('c') as HTMLElement;
      c.append('First.');
      await advance(2_000);
      c.append('Second.');
      await advance(60_000);
      return seen.map(({ second, added }) => ({ second, added }));
    });
    expect(looks).toEqual([
      { second: 1, added: ['First.'] },
      { second: 13, added: ['Second.'] },
    ]);
  });

  it('takes attributes for changes when they may hide or show, and the style of an animation for none', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, looks: seen }) => {
      const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as HTMLElement);
      if (!a || !b || !c) throw new Error('no such element');
      a.style.transform = 'rotate(1deg)';
      a.title = 'A title';
      await advance(60_000);
      const before = seen.length;
      a.style.display = 'none';
      b.className = 'wide';
      c.hidden = true;
      await advance(60_000);
      return { before, touched: seen.map(({ touched }) => touched) };
    });
    expect(looks).toEqual({ before: 0, touched: [['a', 'b', 'c']] });
  });

  it('takes them for none where it is told so', async () => {
    const watched = await watch(bench, { attributes: false });
    const looks = await watched.evaluate(async ({ advance, looks: seen }) => {
      document.body.hidden = true;
      await advance(60_000);
      return seen.length;
    });
    expect(looks).toBe(0);
  });

  it('sees into a shadow root that it was shown', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, observe, looks: seen }) => {
      const shadow = document.getElementById('c')?.attachShadow({ mode: 'open' });
      if (!shadow) throw new Error('no such element');
      observe(shadow);
      shadow.append('In the shadow.');
      await advance(60_000);
      return seen.map(({ added }) => added);
    });
    expect(looks).toEqual([['In the shadow.']]);
  });

  it('hurries when it is told that the page has gone elsewhere', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, storm, hurry, looks: seen }) => {
      const c = document.getElementById('c') as HTMLElement;
      await storm(10, 40, () => c.append('.'));
      seen.length = 0;
      hurry();
      c.append('Elsewhere.');
      await advance(2_000);
      return seen.map(({ second }) => second);
    });
    expect(looks).toEqual([41]);
  });

  it('hurries after a look during which it was told so', async () => {
    const watched = await watch(bench, { takes: 10_000 });
    const looks = await watched.evaluate(async ({ advance, hurry, looks: seen }) => {
      const c = document.getElementById('c') as HTMLElement;
      c.append('First.');
      await advance(2_000);
      hurry();
      c.append('Elsewhere.');
      await advance(60_000);
      return seen.map(({ second }) => second);
    });
    expect(looks).toEqual([1, 12]);
  });

  it('is not put off by a page that goes elsewhere again and again', async () => {
    const watched = await watch(bench);
    const seconds = await watched.evaluate(async ({ storm, hurry, seconds: all }) => {
      const c = document.getElementById('c') as HTMLElement;
      await storm(10, 5, () => {
        c.append('.');
        hurry();
      });
      return all();
    });
    expect(seconds.length).toBeGreaterThanOrEqual(3);
    expect(seconds.length).toBeLessThanOrEqual(5);
  });

  it('ends with its signal, a look that was due included', async () => {
    const watched = await watch(bench);
    const looks = await watched.evaluate(async ({ advance, abort, observe, hurry, looks: seen }) => {
      document.body.append('Before.');
      await advance(500);
      abort();
      document.body.append('After.');
      hurry();
      observe(document);
      document.body.append('And after that.');
      await advance(60_000);
      return seen;
    });
    expect(looks).toEqual([]);
  });
});
