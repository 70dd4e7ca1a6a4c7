import type { JSHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type Bench, inEachBrowser, painted } from '../browsers.ts';
import type * as CardPage from './card-page.ts';
import type { Wanted } from './card-page.ts';

const ARTICLE = `<style>body{font:20px/30px serif}article{width:360px}</style><article>
<p id="a">Talks by the <b>OSCE</b> <i>Minsk</i> Group go on. The group was silent.</p>
<p id="b">ISAF again, and the OSCE Minsk Group.</p></article>`;
const WANTED: readonly Wanted[] = [
  ['OSCE Minsk Group', 'osce-minsk-group', 'term'],
  ['go on', 'mediation-status', 'claim'],
  ['ISAF', 'isaf', 'term'],
];
const PAINTED = [
  { highlight: 'sidelight-term', text: 'OSCE' },
  { highlight: 'sidelight-term', text: ' ' },
  { highlight: 'sidelight-term', text: 'Minsk' },
  { highlight: 'sidelight-term', text: ' Group' },
  { highlight: 'sidelight-claim', text: 'go on' },
  { highlight: 'sidelight-term', text: 'ISAF' },
];

type Marked = JSHandle<ReturnType<typeof CardPage.mark>>;

async function openMarked(bench: Bench, html = ARTICLE, wanted = WANTED): Promise<{ page: Page; marks: Marked }> {
  const page = await bench.openPage({ html });
  const module = await bench.load<typeof CardPage>(page, 'tests/browser/card-page.ts');
  return { page, marks: (await module.evaluateHandle((loaded, words) => loaded.mark(words), wanted)) as Marked };
}

const words = (marks: Marked): Promise<string[]> => marks.evaluate((all) => all.list().map((mark) => mark.words));
const serialised = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

inEachBrowser('marks', (bench) => {
  it('are painted once, over several nodes, and change nothing of the page', async () => {
    const page = await bench.openPage({ html: ARTICLE });
    const before = await serialised(page);
    const module = await bench.load<typeof CardPage>(page, 'tests/browser/card-page.ts');
    const marks = (await module.evaluateHandle((loaded, given) => loaded.mark(given), WANTED)) as Marked;
    expect(await painted(page)).toEqual(PAINTED);
    await marks.evaluate((all) => all.repaint());
    expect(await painted(page)).toEqual(PAINTED);
    expect(await serialised(page)).toBe(before);
    expect(await marks.evaluate((all) => all.list().map(({ sentence }) => sentence))).toContain(
      'ISAF again, and the OSCE Minsk Group.',
    );
  });

  it('go when their reader ends, and leave the highlights of others', async () => {
    const { page, marks } = await openMarked(bench);
    await page.evaluate(() => CSS.highlights.set('theirs', new Highlight()));
    await marks.evaluate((all) => all.abort());
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['theirs']);
    expect(await words(marks)).toEqual([]);
  });

  it('of a newer reader stay when the older one ends', async () => {
    const { page, marks } = await openMarked(bench);
    const module = await bench.load<typeof CardPage>(page, 'tests/browser/card-page.ts');
    await module.evaluate((loaded, given) => {
      loaded.clearMarks();
      loaded.mark(given);
    }, WANTED);
    await marks.evaluate((all) => all.abort());
    expect(await painted(page)).toEqual(PAINTED);
  });

  it('come back after the page has cleared them', async () => {
    const { page } = await openMarked(bench);
    await page.evaluate(() => CSS.highlights.clear());
    expect(await painted(page)).toEqual([]);
    await expect.poll(() => painted(page)).toEqual(PAINTED);
  });

  it('are dropped with their words, not moved to others, and found again with them', async () => {
    const { page, marks } = await openMarked(bench);
    const setText = (text: string): Promise<void> =>
      page.evaluate((data) => {
        const node = document.querySelector('#b')?.firstChild;
        if (node instanceof Text) node.data = data;
      }, text);
    await setText('Fish again, and nothing of the kind here at all.');
    expect((await painted(page)).map(({ text }) => text)).not.toContain('Fish');
    expect(await words(marks)).toEqual(['OSCE Minsk Group', 'go on']);
    await marks.evaluate((all) => all.repaint());
    expect(await words(marks)).toEqual(['OSCE Minsk Group', 'go on']);
    await setText('ISAF again, and the OSCE Minsk Group.');
    await marks.evaluate((all) => all.repaint());
    expect(await painted(page)).toEqual(PAINTED);
  });

  it('survive that the page puts the same text in new nodes', async () => {
    const { page, marks } = await openMarked(bench);
    await page.evaluate(() => {
      const block = document.querySelector('#a');
      block?.replaceWith(block.cloneNode(true));
    });
    await marks.evaluate((all) => all.repaint());
    expect(await painted(page)).toEqual(PAINTED);
  });

  it('skip hidden text for the first mention that can be seen', async () => {
    const html = '<article><p hidden>ISAF here.</p><p>And ISAF there.</p></article>';
    const { marks } = await openMarked(bench, html, [['ISAF', 'isaf', 'term']]);
    const holders = await marks.evaluate((all) => all.list().map((mark) => all.container(mark)?.textContent));
    expect(holders).toEqual(['And ISAF there.']);
  });

  it('know their boxes and the element that holds them', async () => {
    const { marks } = await openMarked(bench, ARTICLE.replace('360px', '150px'));
    const found = await marks.evaluate((all) => {
      const [first] = all.list();
      if (!first) throw new Error('no mark');
      return { boxes: all.boxes(first).map(({ top, left }) => ({ top, left })), id: all.container(first)?.id };
    });
    expect(found.id).toBe('a');
    expect(new Set(found.boxes.map(({ top }) => Math.round(top / 30))).size).toBeGreaterThan(1);
  });

  it.each([1, 2])('are found under a point on a screen of %d pixels a CSS pixel', async (deviceScaleFactor) => {
    const { page, marks } = await openMarked(bench);
    await page.setViewport({ width: 1_000, height: 800, deviceScaleFactor });
    const found = await marks.evaluate((all) => {
      const wordsAt = (x: number, y: number): string | null => all.at(x, y)?.words ?? null;
      return all.list().map((mark) => {
        const [box] = all.boxes(mark);
        if (!box) return [];
        const middle = box.top + box.height / 2;
        return [wordsAt(box.left + 3, middle), wordsAt(box.right - 3, middle), wordsAt(box.left + 3, box.top - 12)];
      });
    });
    expect(found[0]?.slice(0, 2)).toEqual(['OSCE Minsk Group', 'OSCE Minsk Group']);
    expect(found[2]).toEqual(['ISAF', 'ISAF', null]);
    expect(await marks.evaluate((all) => all.at(900, 700))).toBe(null);
  });

  it('have one that is active', async () => {
    const { page, marks } = await openMarked(bench);
    const active = async (): Promise<string[]> =>
      (await painted(page)).filter(({ highlight }) => highlight === 'sidelight-active').map(({ text }) => text);
    await marks.evaluate((all) => all.setActive(all.list()[1] ?? null));
    expect(await active()).toEqual(['go on']);
    await marks.evaluate((all) => all.setActive(null));
    expect(await active()).toEqual([]);
  });

  it('keep the active one, unlisted, when its note is muted, and know it again when it is not', async () => {
    const { page, marks } = await openMarked(bench);
    const state = () =>
      marks.evaluate((all) => {
        const mark = Reflect.get(window, 'kept') as ReturnType<typeof all.list>[number];
        const isListed = all.list().some(({ id }) => id === mark.id);
        return { isListed, boxes: all.boxes(mark).length };
      });
    const layers = async (): Promise<string[]> =>
      (await painted(page)).filter(({ text }) => text === 'go on').map(({ highlight }) => highlight);
    const mute = (mutedNotes: readonly string[]): Promise<void> =>
      marks.evaluate((all, notes) => all.choose({ mentions: 'first', mutedNotes: notes }), mutedNotes);
    const note = await marks.evaluate((all) => {
      const [, kept] = all.list();
      Object.assign(window, { kept });
      all.setActive(kept ?? null);
      return String(kept?.note);
    });

    await mute([note]);
    expect(await state()).toEqual({ isListed: false, boxes: 1 });
    expect(await layers()).toEqual(['sidelight-active']);
    await mute([]);
    expect(await state()).toEqual({ isListed: true, boxes: 1 });
    await mute([note]);
    await marks.evaluate((all) => all.setActive(null));
    expect(await state()).toEqual({ isListed: false, boxes: 0 });
    expect(await layers()).toEqual([]);
  });

  it('have a line that tells terms from claims, a ground and no second line in links, and nothing in print', async () => {
    const html = '<p>words <b>words</b> <a href="#there">words <i>words</i></a></p>';
    const page = await bench.openPage({ html });
    await page.addStyleTag({ path: 'src/mark/marks.css' });
    const looks = await page.evaluate(() =>
      ['p', 'b', 'a', 'i'].map((name) => {
        const element = document.querySelector(name) as Element;
        return ['term', 'claim', 'seen'].map((layer) => {
          const look = getComputedStyle(element, `::highlight(sidelight-${layer})`);
          const { textDecorationLine: line, textDecorationStyle: style, backgroundColor } = look;
          const hasGround = backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent';
          return line === 'none' ? { hasGround } : { line, style, hasGround };
        });
      }),
    );
    const lined = ['dotted', 'dashed', 'dotted'].map((style) => ({ line: 'underline', style, hasGround: false }));
    const linked = Array(3).fill({ hasGround: true });
    expect(looks).toEqual([lined, lined, linked, linked]);
    const media = await page.evaluate(() => {
      const rules = [...(document.styleSheets[0]?.cssRules ?? [])];
      return rules.map((rule) => (rule instanceof CSSMediaRule ? rule.conditionText : rule.cssText));
    });
    expect(media.length).toBeGreaterThan(0);
    expect(media.filter((condition) => !/^screen\b/.test(condition))).toEqual([]);
  });

  const inShadow = ARTICLE.replace('<article>', '<article><template shadowrootmode="open">').replace(
    '</article>',
    '</template></article>',
  );
  /** Style sheets of the root that know our highlights, and how many there are in all. */
  const sheets = (page: Page): Promise<{ ours: number; all: number }> =>
    page.evaluate(() => {
      const all = document.querySelector('article')?.shadowRoot?.adoptedStyleSheets ?? [];
      const texts = all.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join(''));
      return { ours: texts.filter((text) => text.includes('::highlight(sidelight-term)')).length, all: all.length };
    });

  it('are painted in an open shadow root, by a sheet that goes with them', async () => {
    const page = await bench.openPage({ html: inShadow });
    await page.evaluate(() => {
      document.querySelector('article')?.shadowRoot?.adoptedStyleSheets.push(new CSSStyleSheet());
    });
    const picture = (): Promise<string> => page.screenshot({ encoding: 'base64' });
    const plain = await picture();
    expect(await picture()).toBe(plain);
    const module = await bench.load<typeof CardPage>(page, 'tests/browser/card-page.ts');
    const marks = (await module.evaluateHandle((loaded, given) => loaded.mark(given), WANTED)) as Marked;
    expect(await words(marks)).toEqual(['OSCE Minsk Group', 'go on', 'ISAF']);
    expect(await sheets(page)).toEqual({ ours: 1, all: 2 });
    await expect.poll(picture, { timeout: 10_000 }).not.toBe(plain);
    await marks.evaluate((all) => all.repaint());
    expect(await sheets(page)).toEqual({ ours: 1, all: 2 });
    await marks.evaluate((all) => all.abort());
    expect(await sheets(page)).toEqual({ ours: 0, all: 1 });
    await expect.poll(picture, { timeout: 10_000 }).toBe(plain);
  });

  it('take their sheet out of a shadow root that holds none any more', async () => {
    const { page, marks } = await openMarked(bench, inShadow);
    await page.evaluate(() => document.querySelector('article')?.shadowRoot?.replaceChildren());
    await marks.evaluate((all) => all.repaint());
    expect(await words(marks)).toEqual([]);
    expect(await sheets(page)).toEqual({ ours: 0, all: 0 });
  });

  it.each(['highlightsFromPoint', 'caretPositionFromPoint'])('are found in an open shadow root by %s', async (way) => {
    const { page, marks } = await openMarked(bench, inShadow);
    if (way !== 'highlightsFromPoint') {
      await page.evaluate(() => {
        Object.defineProperty(HighlightRegistry.prototype, 'highlightsFromPoint', { value: undefined });
      });
    }
    const found = await marks.evaluate((all) =>
      all.list().map((mark) => {
        const [box] = all.boxes(mark);
        return box && all.at(box.left + 3, box.top + box.height / 2)?.words;
      }),
    );
    expect(found).toEqual(['OSCE Minsk Group', 'go on', 'ISAF']);
    expect(await marks.evaluate((all) => all.at(900, 700))).toBe(null);
    expect(await marks.evaluate((all) => all.list().map((mark) => all.container(mark)?.id))).toEqual(['a', 'a', 'b']);
  });
});
