/** What the page does without us it does with us: selection, the clipboard, dragging, tooltips, menus, and its own counts. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { ARTICLE, closes, HOST, hover, moveTo, open, opens, page, spotOf, title, wait } from './open-card.ts';

const selected = (tab: Page) => tab.evaluate(() => getSelection()?.toString());
const press = async (tab: Page, key: 'a' | 'c' | 'v'): Promise<void> => {
  await tab.keyboard.down('Control');
  await tab.keyboard.press(key);
  await tab.keyboard.up('Control');
};

/** What the browser's own search finds from top to bottom: the words selected, and the offset at which they begin in their element; null in the card. */
function findAll(tab: Page, words: string): Promise<(string | null)[]> {
  return tab.evaluate((wanted) => {
    const { find } = window as unknown as { find(words: string): boolean };
    const found: (string | null)[] = [];
    getSelection()?.removeAllRanges();
    while (found.length < 20 && find.call(window, wanted)) {
      const selection = getSelection();
      const { anchorNode = null, anchorOffset = 0 } = selection ?? {};
      // The card is beside the body: Chromium tells of a selection in it that it lies at its host, Firefox where it lies.
      const isInPage = document.body.contains(anchorNode);
      found.push(isInPage ? `${anchorNode?.parentElement?.localName} ${anchorOffset} ${selection}` : null);
    }
    return found;
  }, words);
}

async function drag(tab: Page, from: string, to: string): Promise<void> {
  const [start, end] = [await spotOf(tab, from), await spotOf(tab, to)];
  await tab.mouse.move(start.x, start.y);
  await tab.mouse.down();
  await tab.mouse.move(end.x, end.y, { steps: 6 });
  await wait(tab);
  await tab.mouse.up();
}

inEachBrowser('the page under the card', (bench) => {
  it('case 33: selecting and copying across a mark, and Select All, are as without us', async () => {
    const html = page('', `${ARTICLE}<textarea></textarea>`);
    const plain = await bench.openPage({ html });
    const { page: tab } = await open(bench, { html });
    const texts: (string | undefined)[][] = [];
    for (const one of [plain, tab]) {
      await one.bringToFront();
      await drag(one, 'Talks by', 'go on');
      const dragged = await selected(one);
      await press(one, 'c');
      await one.focus('textarea');
      await press(one, 'v');
      const pasted = await one.$eval('textarea', ({ value }) => value);
      await one.evaluate(() => (document.activeElement as HTMLElement).blur());
      await press(one, 'a');
      texts.push([dragged, pasted, await selected(one)]);
    }
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[1]?.[1]).toContain('OSCE Minsk Group');
    expect(await title(tab)).toBe(null);
  });

  it('case 33: Select All leaves the words of an open card out', async () => {
    const { page: tab } = await open(bench);
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'group');
    await press(tab, 'a');
    expect(await selected(tab)).not.toContain('What is known');
  });

  it('finding in the page finds the same, in the same order; words of an open card come after all of the page’s', async () => {
    const html = page('', `${ARTICLE}<p>What is known of the OSCE Minsk Group and its sources.</p>`);
    const plain = await bench.openPage({ html });
    const { page: tab } = await open(bench, { html });
    const searches = ['the', 'OSCE Minsk Group', 'What is known', 'Title of'];
    const find = async (one: Page) => {
      const found: (string | null)[][] = [];
      for (const words of searches) found.push(await findAll(one, words));
      return found;
    };
    const without = await find(plain);
    expect(without.map(({ length }) => length)).toEqual([4, 2, 1, 0]);
    expect(await find(tab)).toEqual(without);
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'group');
    const withCard = await find(tab);
    expect(withCard.map((found) => found.filter((one) => one !== null))).toEqual(without);
    for (const [i, found] of withCard.entries()) expect(found.slice(0, without[i]?.length)).toEqual(without[i]);
    // It is on the screen: who looks for it finds it.
    expect(withCard.at(-1)).toEqual([null]);
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await find(tab)).toEqual(without);
  });

  it('case 38: a native title over a mark is there before, while and after', async () => {
    const html = page('', '<article><p title="of the page">The OSCE Minsk Group.</p></article>');
    const { page: tab } = await open(bench, { html });
    const nativeTitle = () => tab.evaluate(() => document.querySelector('p')?.title);
    await hover(tab, 'Minsk', 'group');
    expect(await nativeTitle()).toBe('of the page');
    await tab.mouse.move(950, 780);
    await closes(tab);
    expect(await nativeTitle()).toBe('of the page');
  });

  it('a menu, a drag of a marked link and the middle button are the page’s', async () => {
    const { page: tab } = await open(bench);
    await tab.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['contextmenu', 'dragstart', 'auxclick'])
        window.addEventListener(type, (event) => heard.push(`${type} ${event.defaultPrevented}`));
    });
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y, { button: 'middle' });
    await tab.mouse.click(spot.x, spot.y, { button: 'right' });
    expect(await title(tab)).toBe(null);
    await tab.keyboard.press('Escape');
    await drag(tab, 'linked', 'far below');
    const heard = await tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(expect.arrayContaining(['auxclick false', 'contextmenu false', 'dragstart false']));
    expect(await title(tab)).toBe(null);
  });

  it('case 8: an open card and a closed one make the page neither wider nor higher', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const { page: tab } = await open(bench, { html: page(`html{direction:${direction}}`) });
      const size = () =>
        tab.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
          scrollX,
          scrollY,
        ]);
      const before = await size();
      await hover(tab, 'Minsk', 'group');
      expect(await size()).toEqual(before);
      await tab.mouse.move(950, 780);
      await closes(tab);
      expect(await size()).toEqual(before);
    }
  });

  it('case 10: a popup of the page at the highest z-index is under the card', async () => {
    const cover = '<div style="position:fixed;inset:60px 0 0 0;z-index:2147483647;background:#fff"></div>';
    const { page: tab } = await open(bench, { html: page('', ARTICLE + cover) });
    await hover(tab, 'Minsk', 'group');
    const isOnTop = await tab.evaluate((host) => {
      const { left, top, width, height } = document.querySelector(host)?.getBoundingClientRect() ?? new DOMRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.matches(host);
    }, HOST);
    expect(isOnTop).toBe(true);
  });

  it.each([
    ['a body that is moved', 'body{position:relative;transform:translate(60px,20px)}'],
    ['a root that is offset', 'html{margin:30px 0 0 50px}'],
    ['a page that is zoomed', 'html{zoom:1.5}'],
    ['quirks mode', ''],
  ])('case 13, case 15, case 17: stands by its mark in %s', async (name, css) => {
    const html = name === 'quirks mode' ? page(css).replace('<!doctype html>', '') : page(css);
    const { page: tab } = await open(bench, { html });
    const spot = await hover(tab, 'Minsk', 'group');
    const gap = await tab.evaluate(
      (host, y) => (document.querySelector(host)?.getBoundingClientRect().top ?? 0) - y,
      HOST,
      spot.y,
    );
    expect(gap).toBeGreaterThan(5);
    expect(gap).toBeLessThan(40);
  });

  it('case 36: a page that stops every event hides nothing from us', async () => {
    const { page: tab } = await open(bench);
    await tab.evaluate(() => {
      for (const type of ['pointermove', 'pointerdown', 'click', 'keydown', 'mousemove'])
        document.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    });
    await hover(tab, 'Minsk', 'group');
    await tab.keyboard.press('Escape');
    await closes(tab);
  });

  it('case 37: events whose target is a text node or the document do no harm', async () => {
    const { page: tab, errors } = await open(bench);
    await tab.evaluate(() => {
      const targets = [document, window, document.querySelector('p')?.firstChild];
      for (const target of targets) {
        for (const type of ['pointermove', 'pointerdown', 'pointerout', 'click', 'scroll', 'focusin'])
          target?.dispatchEvent(
            /^pointer/.test(type) ? new PointerEvent(type, { bubbles: true }) : new MouseEvent(type, { bubbles: true }),
          );
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      }
    });
    await moveTo(tab, 'Minsk');
    await opens(tab, 'group');
    expect(errors).toEqual([]);
  });

  it('case 43: marks that touch or lie in several nodes are painted once each', async () => {
    const html = page('', '<article><p>The OSCE <b>Minsk</b> Group<i>linked</i> words.</p></article>');
    const { page: tab } = await open(bench, { html });
    const texts = await tab.evaluate(() =>
      [...CSS.highlights.values()].flatMap((layer) => [...layer]).map((range) => (range as Range).toString()),
    );
    expect(texts.sort()).toEqual([' Group', 'Minsk', 'OSCE ', 'linked']);
  });

  // Only Chromium's driver counts; the code is the same.
  it.runIf(bench.name === 'chromium')('case 52: 500 openings leave no node and no listener', async () => {
    const { page: tab, strings, errors } = await open(bench);
    const session = await tab.createCDPSession();
    const cycle = (times: number) =>
      strings.evaluate(async (all, count) => {
        for (let turn = 0; turn < count; turn += 1) {
          all.request(turn % 2);
          await new Promise((resolve) => requestAnimationFrame(resolve));
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        }
      }, times);
    const count = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
      return { nodes, jsEventListeners, documents };
    };
    // The first openings make what is kept and used again.
    await cycle(20);
    const before = await count();
    await cycle(500);
    const after = await count();
    expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners);
    expect(after.documents).toBeLessThanOrEqual(before.documents);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(errors).toEqual([]);
  });
});

inEachBrowser(
  'the card under coarse timers',
  (bench) => {
    it('case 49: opens and closes where the browser blurs its clock', async () => {
      const { page: tab } = await open(bench);
      await hover(tab, 'Minsk', 'group');
      await tab.mouse.move(600, 500);
      await closes(tab);
    });
  },
  { prefs: { 'privacy.resistFingerprinting': true } },
);
