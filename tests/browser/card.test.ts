import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { CardNote } from '../../src/notes/compiled.ts';
import { inEachBrowser, painted } from '../browsers.ts';
import {
  ARTICLE,
  box,
  closes,
  expectInWindow,
  HOST,
  hover,
  inCard,
  moveTo,
  open,
  opens,
  page,
  serialised,
  spotOf,
  title,
  wait,
} from './open-card.ts';

async function click(tab: Page, words: string): Promise<void> {
  const { x, y } = await spotOf(tab, words);
  await tab.mouse.click(x, y);
}

/** Selects by the mouse, from the middle of some words to that of others. */
async function select(tab: Page, from: string, to: string): Promise<void> {
  const [start, end] = [await spotOf(tab, from), await spotOf(tab, to)];
  await tab.mouse.move(start.x, start.y);
  await tab.mouse.down();
  await tab.mouse.move(end.x, end.y, { steps: 5 });
  await tab.mouse.up();
}

inEachBrowser('card', (bench) => {
  it('case 9: opens by hover at the right note, as one element more in the page, and leaves nothing', async () => {
    const { page: tab, errors } = await open(bench);
    const before = await serialised(tab);
    await hover(tab, 'Minsk', 'group');
    expect(await tab.evaluate((selector) => document.documentElement.lastElementChild?.matches(selector), HOST)).toBe(
      true,
    );
    const without = await tab.evaluate((selector) => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector(selector)?.remove();
      return copy.outerHTML;
    }, HOST);
    expect(without).toBe(before);
    expect(await painted(tab)).toContainEqual({ highlight: 'sidelight-active', text: 'OSCE Minsk Group' });
    await tab.mouse.move(900, 700);
    await closes(tab);
    expect(await serialised(tab)).toBe(before);
    expect((await painted(tab)).filter(({ highlight }) => highlight === 'sidelight-active')).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('shows what its note says, against the date of the article', async () => {
    const { page: tab } = await open(bench, { group: { related: ['talks' as CardNote['id']] } });
    await hover(tab, 'Minsk', 'group');
    const read = await inCard(tab, (root) => ({
      role: root.querySelector('[role]')?.getAttribute('role'),
      name: root.getElementById(root.querySelector('[role]')?.getAttribute('aria-labelledby') ?? '')?.textContent,
      headings: [...root.querySelectorAll('h3, h4, summary')].map((heading) => heading.textContent),
      since: root.querySelector('.since')?.textContent,
      sources: [...root.querySelectorAll('.sources li')].map((line) => line.textContent),
      links: [...root.querySelectorAll('.sources a')].map(
        (link) => `${link.getAttribute('target')} ${link.getAttribute('rel')}`,
      ),
      foot: root.querySelector('footer')?.textContent,
    }));
    expect(read).toEqual({
      role: 'dialog',
      name: 'Title of group',
      headings: [
        'Since this article (15 October 2014)',
        'Before this article',
        'What is known',
        'How it is read',
        'Armenia',
        'Azerbaijan',
        'Sources',
        'Why is this marked?',
        'Related notes',
        'Reviewed 23 November 2026',
      ],
      since: 'Since this article (15 October 2014)10 Nov 2020A late event.2',
      sources: ['A document OSCE, 12 May 1994primary', 'A book A press, chapter 2'],
      links: ['_blank noopener noreferrer'],
      foot: 'Text without a mark has not been checked.Reviewed 23 November 20261 Oct 2026First version.20 Nov 2026A date was wrong.',
    });
  });

  it('makes the marks of a note that was opened fainter, all of them, in this page view alone', async () => {
    const again = `<article><p>Talks go on.</p><p>They go on in Prague, by the OSCE Minsk Group.</p></article>`;
    const { page: tab, strings } = await open(bench, { html: page('', again) });
    const layers = async () =>
      (await painted(tab))
        .filter(({ highlight }) => highlight !== 'sidelight-active')
        .map(({ highlight, text }) => `${highlight.replace('sidelight-', '')}: ${text}`);
    expect(await layers()).toEqual(['claim: go on', 'claim: go on', 'term: OSCE Minsk Group']);
    await strings.evaluate((all) => all.request(0));
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await layers()).toEqual(['seen: go on', 'seen: go on', 'term: OSCE Minsk Group']);
    await strings.evaluate((all) => all.repaint());
    expect(await layers()).toEqual(['seen: go on', 'seen: go on', 'term: OSCE Minsk Group']);
    expect(await strings.evaluate((all) => all.settings)).toEqual({});
    await strings.evaluate((all) => all.forget());
    expect(await layers()).toEqual(['claim: go on', 'claim: go on', 'term: OSCE Minsk Group']);
  });

  it('says when the date of the article is not known', async () => {
    const { page: tab } = await open(bench, { date: null });
    await hover(tab, 'Minsk', 'group');
    const since = await inCard(tab, (root) => root.querySelector('.since')?.textContent);
    expect(since).toMatch(/^Latest eventsThe date of this article is not known\./);
  });

  it('lets nothing but the closed list through', async () => {
    const html = `<em>a</em><img src="https://evil.test/x.png" onerror="alert(1)"><style>*{color:red}</style><script>alert(1)</script><span style="color:red" class="x">b</span>
      <a href="https://ok.test/" onclick="alert(1)" style="color:red">c</a><a href="http://no.test/">d</a><a href="javascript:alert(1)">e</a><a href="#note:talks">f</a><a href="#elsewhere">g</a>`;
    const { page: tab } = await open(bench, { group: { summary: { html } } });
    await hover(tab, 'Minsk', 'group');
    expect(
      (await inCard(tab, (root) => root.querySelector('.summary span')?.innerHTML ?? '')).replace(/\s+/g, ' '),
    ).toBe(
      '<em>a</em>b <a href="about:blank" data-address="https://ok.test/" target="_blank" rel="noopener noreferrer">c</a><a>d</a><a>e</a><a href="#note:talks">f</a><a>g</a>',
    );
  });

  it('gives a source its address when it is pointed at, has the focus or is pressed, not before', async () => {
    const html = 'By <a href="https://linked.test/a">one</a>.';
    const { page: tab } = await open(bench, { group: { background: { html } } });
    await hover(tab, 'Minsk', 'group');
    const addresses = () =>
      inCard(tab, (root) => [...root.querySelectorAll<HTMLAnchorElement>('a[target]')].map(({ href }) => href));
    const blank = 'about:blank';
    const [linked, source] = ['https://linked.test/a', 'https://one.test/'];
    const before = await addresses();
    expect(new Set(before)).toEqual(new Set([blank]));
    await inCard(tab, (root) => root.querySelector<HTMLElement>('section p a')?.focus());
    expect((await addresses()).filter((address) => address !== blank)).toEqual([linked]);
    const spot = await inCard(tab, (root) => {
      const link = root.querySelector('.sources a');
      link?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top } = link?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + 5, y: top + 5 };
    });
    await tab.mouse.move(spot.x, spot.y, { steps: 3 });
    await expect.poll(async () => new Set(await addresses())).toEqual(new Set([linked, source, blank]));
    // As by a screen reader.
    await inCard(tab, (root) => {
      const number = root.querySelector<HTMLAnchorElement>('.number a');
      number?.addEventListener('click', (event) => event.preventDefault());
      number?.click();
    });
    expect((await addresses()).filter((address) => address === source)).toHaveLength(2);
  });

  // Firefox fetches nothing beforehand for such rules.
  it.runIf(bench.name === 'chromium')('lets a page that has links fetched beforehand fetch no source', async () => {
    const rules = { prefetch: [{ source: 'document', eagerness: 'immediate' }] };
    const link = '<a href="https://other.test/of-the-page">A page</a>';
    const script = `<script type="speculationrules">${JSON.stringify(rules)}</script>`;
    const { page: tab } = await open(bench, { html: page('', ARTICLE + link + script) });
    const session = await tab.createCDPSession();
    const tried = new Set<string>();
    session.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
      for (const { key } of preloadingAttemptSources) tried.add(key.url);
    });
    await session.send('Preload.enable');
    await hover(tab, 'Minsk', 'group');
    await wait(tab);
    await expect.poll(() => [...tried]).toEqual(['https://other.test/of-the-page']);
  });

  it('opens linked notes within itself, with a way back', async () => {
    const { page: tab } = await open(bench, { group: { summary: { html: 'See <a href="#note:talks">talks</a>.' } } });
    await hover(tab, 'Minsk', 'group');
    const address = tab.url();
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.summary a')?.click());
    await opens(tab, 'talks');
    expect(await inCard(tab, (root) => root.activeElement?.id)).toBe('title');
    // They are seen now, as if they had been opened at their own mark.
    expect(await painted(tab)).toContainEqual({ highlight: 'sidelight-seen', text: 'go on' });
    expect(await painted(tab)).toContainEqual({ highlight: 'sidelight-active', text: 'OSCE Minsk Group' });
    await inCard(tab, (root) => root.querySelector<HTMLElement>('.back')?.click());
    await opens(tab, 'group');
    expect(tab.url()).toBe(address);
  });

  it('case 28: stays open on the way into it and inside, and closes elsewhere', async () => {
    const { page: tab } = await open(bench);
    const from = await hover(tab, 'Minsk', 'group');
    const { left, top } = await box(tab);
    const to = { x: left + 30, y: top + 60 };
    for (let share = 0; share <= 1; share += 0.05) {
      await tab.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
    }
    expect(await title(tab)).toBe('Title of group');
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.mouse.move(950, 780);
    await closes(tab);
  });

  it.each([
    ['that cannot be selected', '<p style="user-select:none">The OSCE Minsk Group.</p>', 'Title of group'],
    ['that the pointer goes through', '<p style="pointer-events:none">The OSCE Minsk Group.</p>', null],
    [
      'under a transparent link',
      '<p style="position:relative">The OSCE Minsk Group.<a href="#there" style="position:absolute;inset:0"></a></p>',
      null,
    ],
  ])('case 39: finds text %s, or misses it', async (_, words, expected) => {
    const { page: tab } = await open(bench, { html: page('', `<article>${words}</article>`) });
    await moveTo(tab, 'Minsk');
    await wait(tab);
    expect(await title(tab)).toBe(expected);
  });

  it.each([0.67, 1.1, 1.5, 2])(
    'case 17: opens in a window or on a screen of %d pixels a CSS pixel',
    async (deviceScaleFactor) => {
      const { page: tab } = await open(bench, { viewport: { width: 1_000, height: 800, deviceScaleFactor } });
      await expectInWindow(tab, await hover(tab, 'Minsk', 'group'));
    },
  );

  it('moves from mark to mark', async () => {
    const { page: tab } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    await tab.mouse.move(950, 20);
    await hover(tab, 'go on', 'talks');
  });

  it('does not open for a pointer that passes', async () => {
    const { page: tab } = await open(bench);
    await moveTo(tab, 'Minsk');
    await tab.mouse.move(950, 780);
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it('case 30: closes by Escape, focus unmoved, and does not come back before the pointer has left', async () => {
    const { page: tab } = await open(bench, { html: page('', `<input id="field">${ARTICLE}`) });
    await tab.focus('#field');
    const spot = await hover(tab, 'Minsk', 'group');
    await tab.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true })));
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('field');
    await tab.mouse.move(spot.x + 2, spot.y);
    await wait(tab);
    expect(await title(tab)).toBe(null);
    await tab.mouse.move(950, 780);
    await hover(tab, 'Minsk', 'group');
  });

  it('opens at once by a click, stays, and closes by a click outside', async () => {
    const { page: tab } = await open(bench);
    const spot = await spotOf(tab, 'Minsk');
    await tab.mouse.click(spot.x, spot.y);
    expect(await title(tab)).toBe('Title of group');
    await tab.mouse.move(950, 780, { steps: 4 });
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.mouse.click(950, 780);
    expect(await title(tab)).toBe(null);
  });

  it.each([
    ['nothing else', async () => {}, 'Title of group'],
    ['once more', (tab: Page) => click(tab, 'Minsk'), 'Title of group'],
    ['a click elsewhere', (tab: Page) => tab.mouse.click(950, 780), null],
    ['a click on a marked link', (tab: Page) => click(tab, 'linked'), null],
    ['scrolling on', (tab: Page) => tab.evaluate(() => scrollTo(0, 1_000)), null],
    ['going elsewhere', (tab: Page) => tab.evaluate(() => window.dispatchEvent(new Event('pagehide'))), null],
    ['selecting', (tab: Page) => select(tab, 'after', 'Minsk'), null],
  ])('answers a click that came before its script did, after which came %s', async (_, next, expected) => {
    const { page: tab, errors } = await open(bench, {
      async early(before) {
        await click(before, 'Minsk');
        await next(before);
      },
    });
    expect(await title(tab)).toBe(expected);
    await wait(tab);
    expect(await title(tab)).toBe(expected);
    expect(errors).toEqual([]);
  });

  it('stays once it is used, and closes by its button', async () => {
    const { page: tab } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    const { left, top, right } = await box(tab);
    await tab.mouse.click(left + 40, top + 80);
    await tab.mouse.move(950, 780, { steps: 4 });
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.mouse.click(right - 22, top + 22);
    expect(await title(tab)).toBe(null);
  });

  it('case 34: leaves a click on a marked link to the link', async () => {
    const { page: tab } = await open(bench);
    const spot = await spotOf(tab, 'linked');
    await tab.mouse.click(spot.x, spot.y);
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#followed');
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it('case 34: opens by a tap, and not by a tap on a link', async () => {
    const { page: tab } = await open(bench, { viewport: { width: 400, height: 700, hasTouch: true } });
    const spot = await spotOf(tab, 'Minsk');
    await tab.touchscreen.tap(spot.x, spot.y);
    await opens(tab, 'group');
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.touchscreen.tap(380, 20);
    await closes(tab);
    const link = await spotOf(tab, 'linked');
    await tab.touchscreen.tap(link.x, link.y);
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#followed');
    expect(await title(tab)).toBe(null);
  });

  it('case 33: does not open while text is selected by dragging', async () => {
    const { page: tab } = await open(bench);
    const from = await spotOf(tab, 'Talks by');
    const to = await spotOf(tab, 'Minsk');
    await tab.mouse.move(from.x, from.y);
    await tab.mouse.down();
    await tab.mouse.move(to.x, to.y, { steps: 4 });
    await wait(tab);
    expect(await title(tab)).toBe(null);
    await tab.mouse.up();
    expect(await tab.evaluate(() => getSelection()?.toString())).toContain('OSCE');
    expect(await title(tab)).toBe(null);
  });

  it('case 33: does not open while text of a shadow root is selected by dragging', async () => {
    const text = '<p>Talks by the OSCE Minsk Group still, after all these many years, go on.</p>';
    const html = page('', `<article><template shadowrootmode="open">${text}</template></article>`);
    const { page: tab } = await open(bench, { html });
    await select(tab, 'after', 'Minsk');
    await tab.mouse.move(900, 10);
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it('opens by a click that leaves an earlier selection as it is', async () => {
    const html = page('article{user-select:none}', `<h1>A headline</h1>${ARTICLE}`);
    const { page: tab } = await open(bench, { html });
    await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Element));
    await click(tab, 'Minsk');
    await opens(tab, 'group');
    expect(await tab.evaluate(() => getSelection()?.toString())).toBe('A headline');
  });

  it('opens by a click in text that an editor shows to be read, not in text that can be edited', async () => {
    for (const [editable, opened] of [
      [false, 'Title of group'],
      [true, null],
    ] as const) {
      const html = page('', `<div contenteditable="${editable}">${ARTICLE}</div>`);
      const { page: tab } = await open(bench, { html });
      await click(tab, 'Minsk');
      await tab.mouse.move(900, 10);
      await wait(tab);
      expect(await title(tab)).toBe(opened);
    }
  });

  const FRAME =
    '<iframe style="position:absolute;left:0;top:90px;width:900px;height:710px;border:0" srcdoc="A film."></iframe>';
  const FRAMES = [
    ['a frame', FRAME],
    ['a frame in a shadow root', `<div><template shadowrootmode="open">${FRAME}</template></div>`],
  ] as const;

  it.each(FRAMES)('closes when the pointer goes from it into %s, of which nothing more is heard', async (_, frame) => {
    const { page: tab } = await open(bench, { html: page('', ARTICLE + frame) });
    await hover(tab, 'Minsk', 'group');
    const { left, right, top } = await box(tab);
    await tab.mouse.move((left + right) / 2, top + 60);
    await tab.mouse.move(right + 60, top + 60);
    await closes(tab);
    await moveTo(tab, 'Minsk');
    await tab.mouse.move(700, 500);
    await wait(tab);
    expect(await title(tab)).toBe(null);
  });

  it.each(FRAMES)('closes by a press in %s, too', async (_, frame) => {
    const { page: tab } = await open(bench, { html: page('', ARTICLE + frame) });
    await click(tab, 'Minsk');
    await opens(tab, 'group');
    await tab.mouse.click(700, 750);
    await closes(tab);
  });

  it('opens on request', async () => {
    const { page: tab, strings } = await open(bench);
    await strings.evaluate((all) => all.request(1));
    expect(await title(tab)).toBe('Title of talks');
  });

  it('case 1: has its styles under the strictest policy', async () => {
    // Images are let through for the browser's own request for an icon; the page has no style of its own to be refused.
    const headers = { 'content-security-policy': "default-src 'none'; style-src 'none'; img-src *" };
    const html = '<!doctype html><html lang="en"><body><article><p>The OSCE Minsk Group.</p></article></body></html>';
    const { page: tab, errors } = await open(bench, { html, headers });
    const spot = await hover(tab, 'Minsk', 'group');
    await expectInWindow(tab, spot);
    const look = await inCard(tab, (root) => {
      const { backgroundColor, borderRadius } = getComputedStyle(root.querySelector('.card') as Element);
      return { backgroundColor, borderRadius, position: getComputedStyle(root.host).position };
    });
    expect(look.position).toBe('fixed');
    expect(look.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
    expect(Number.parseFloat(look.borderRadius)).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it('case 3, case 4, case 5, case 6: is not spoilt by the rules of the page', async () => {
    const css = `*{all:unset} p{display:block} div{opacity:.1!important;position:absolute!important;display:none!important;transform:rotate(9deg)!important}
      [popover]{margin:300px!important;inset:auto!important} ::backdrop{background:#000!important} :not(:defined){visibility:hidden!important}
      div::before{content:'x'!important;display:block!important} @property --x{syntax:'*';inherits:false} @property --text{syntax:'*';inherits:false}
      html{font-size:3px;letter-spacing:9px;direction:rtl;zoom:1.25;filter:invert(1)}`;
    const { page: tab } = await open(bench, { html: page(css) });
    const spot = await hover(tab, 'Minsk', 'group');
    await expectInWindow(tab, spot);
    const look = await inCard(tab, (root) => {
      const { opacity, visibility, transform, letterSpacing, fontSize } = getComputedStyle(root.host);
      const backdrop = getComputedStyle(root.host, '::backdrop').display;
      const before = getComputedStyle(root.host, '::before').display;
      const { backgroundColor } = getComputedStyle(root.querySelector('.card') as Element);
      return {
        opacity,
        visibility,
        transform,
        letterSpacing,
        fontSize,
        backdrop,
        before,
        painted: backgroundColor !== 'rgba(0, 0, 0, 0)',
      };
    });
    expect(look).toEqual({
      opacity: '1',
      visibility: 'visible',
      transform: 'none',
      letterSpacing: 'normal',
      fontSize: '16px',
      backdrop: 'none',
      before: 'none',
      painted: true,
    });
    expect(Math.abs((await box(tab)).top - spot.y)).toBeLessThan(40);
  });

  it.each([
    ['top left', 'position:fixed;left:0;top:0'],
    ['top right', 'position:fixed;right:0;top:0'],
    ['bottom left', 'position:fixed;left:0;bottom:0'],
    ['bottom right', 'position:fixed;right:0;bottom:0'],
    ['middle', 'position:fixed;left:40%;top:48%'],
  ])('case 15: stays in the window and off the mark, %s', async (_, place) => {
    const article = `<article><p style="margin:0;width:max-content;${place}">OSCE Minsk Group</p></article>`;
    const { page: tab } = await open(bench, { html: page('', article), viewport: { width: 700, height: 500 } });
    await expectInWindow(tab, await hover(tab, 'Minsk', 'group'));
  });

  it('fits a window of 320 pixels without sideways scrolling', async () => {
    const { page: tab } = await open(bench, {
      html: page('body{width:auto;margin:8px}'),
      viewport: { width: 320, height: 600 },
    });
    await expectInWindow(tab, await hover(tab, 'Minsk', 'group'));
    expect(
      await inCard(tab, (root) =>
        [...root.querySelectorAll('.card, .body')].every((part) => part.scrollWidth <= part.clientWidth),
      ),
    ).toBe(true);
  });

  it('case 16: covers no line of a mark that wraps', async () => {
    const { page: tab } = await open(bench, { html: page('body{width:150px}') });
    await hover(tab, 'OSCE', 'group');
    const { top, bottom } = await box(tab);
    for (const words of ['OSCE', 'Minsk', 'Group']) {
      const { y } = await spotOf(tab, words);
      expect(y < top || y > bottom).toBe(true);
    }
  });

  it('case 14: follows its mark when the page is scrolled, and closes when the mark is out of sight', async () => {
    const { page: tab } = await open(bench);
    const spot = await spotOf(tab, 'far below');
    await tab.mouse.click(spot.x, spot.y);
    await opens(tab, 'below');
    const gap = async (): Promise<number> => {
      const { top, bottom } = await box(tab);
      const { y } = await spotOf(tab, 'far below');
      return Math.round(Math.max(top - y, y - bottom));
    };
    const before = await gap();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(40);
    for (const y of [60, 130]) {
      await tab.evaluate((to) => window.scrollTo(0, to), y);
      await expect.poll(async () => (await spotOf(tab, 'far below')).y).toBeCloseTo(spot.y - y);
      await expect.poll(gap).toBe(before);
    }
    await tab.evaluate(() => window.scrollTo(0, 2000));
    await closes(tab);
  });

  it('case 11: can be used in a modal dialog', async () => {
    const html = page(
      '',
      `<dialog style="width:600px;height:600px">${ARTICLE}</dialog><script>document.querySelector('dialog').showModal()</script>`,
    );
    const { page: tab } = await open(bench, { html });
    await hover(tab, 'Minsk', 'group');
    expect(await tab.evaluate((selector) => document.querySelector(selector)?.parentElement?.localName, HOST)).toBe(
      'dialog',
    );
    const { left, top } = await box(tab);
    await tab.mouse.click(left + 40, top + 80);
    await tab.mouse.move(950, 780, { steps: 4 });
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await tab.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  it('can be used in a popover, which stays open', async () => {
    const popover = `<div popover style="margin:40px">${ARTICLE}</div>`;
    const html = page('', `${popover}<script>document.querySelector('[popover]').showPopover()</script>`);
    const { page: tab } = await open(bench, { html });
    await click(tab, 'Minsk');
    await opens(tab, 'group');
    const { left, top } = await box(tab);
    await tab.mouse.click(left + 40, top + 60);
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(await tab.evaluate(() => document.querySelector('[popover]')?.matches(':popover-open'))).toBe(true);
  });

  it('opens over a mark in an open shadow root', async () => {
    const shadow = ARTICLE.replace('<article>', '<article><template shadowrootmode="open">');
    const html = page('', shadow.replace('</article>', '</template></article>'));
    const { page: tab, errors } = await open(bench, { html });
    await hover(tab, 'Minsk', 'group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(errors).toEqual([]);
  });

  it.each(['in', 'round'])('shows in a modal dialog %s the shadow root', async (where) => {
    const shadow = (inside: string): string =>
      `<article><template shadowrootmode="open">${inside}</template></article>`;
    const paragraphs = ARTICLE.replace(/<\/?article>/g, '');
    const dialog = (inside: string): string => `<dialog style="width:600px;height:600px">${inside}</dialog>`;
    const showModal = `<script>(document.querySelector('dialog') ?? document.querySelector('article').shadowRoot.querySelector('dialog')).showModal()</script>`;
    const content = where === 'in' ? shadow(dialog(paragraphs)) : dialog(shadow(paragraphs));
    const { page: tab, errors } = await open(bench, { html: page('', content + showModal) });
    const spot = await hover(tab, 'Minsk', 'group');
    // Outside the dialog it would be dead to the pointer.
    const holder = await tab.evaluate((selector) => {
      const inside = document.querySelector('article')?.shadowRoot?.querySelector(selector);
      return (inside ?? document.querySelector(selector))?.parentElement?.localName;
    }, HOST);
    expect(holder).toBe('dialog');
    await tab.mouse.move(spot.x, spot.y + 60, { steps: 6 });
    await wait(tab);
    expect(await title(tab)).toBe('Title of group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(errors).toEqual([]);
  });

  /** Text and paragraphs that components render in slots of theirs. */
  const slotted = (inside: string): string =>
    ARTICLE.replaceAll('<p', '<x-text')
      .replaceAll('</p>', '</x-text>')
      .replaceAll(/(<x-text[^>]*>)/g, `$1<template shadowrootmode="open">${inside}</template>`);

  it('opens over text in a slot', async () => {
    const { page: tab, errors } = await open(bench, { html: page('', slotted('<p><b><slot></slot></b></p>')) });
    await hover(tab, 'Minsk', 'group');
    expect(errors).toEqual([]);
  });

  it('shows in a modal dialog round the slot of the article', async () => {
    const dialog = '<dialog style="width:600px;height:600px"><slot></slot></dialog>';
    const showModal =
      "<script>document.querySelector('x-modal').shadowRoot.querySelector('dialog').showModal()</script>";
    const html = `<x-modal><template shadowrootmode="open">${dialog}</template>${ARTICLE}</x-modal>${showModal}`;
    const { page: tab } = await open(bench, { html: page('', html) });
    await moveTo(tab, 'Minsk');
    const holder = () =>
      tab.evaluate((selector) => {
        const inside = document.querySelector('x-modal')?.shadowRoot?.querySelector(selector);
        return (inside ?? document.querySelector(selector))?.parentElement?.localName;
      }, HOST);
    await expect.poll(holder).toBe('dialog');
  });

  it('case 12: shows in the fullscreen element', async () => {
    const { page: tab } = await open(bench, {
      html: page(
        '',
        `<div id="full" style="background:#fff">${ARTICLE}<button>full</button></div><script>document.querySelector('button').onclick=()=>document.querySelector('#full').requestFullscreen()</script>`,
      ),
    });
    await tab.click('button');
    await expect.poll(() => tab.evaluate(() => document.fullscreenElement?.id)).toBe('full');
    await hover(tab, 'Minsk', 'group');
    expect(await tab.evaluate((selector) => document.querySelector(selector)?.parentElement?.id, HOST)).toBe('full');
    await tab.evaluate(() => document.exitFullscreen());
    await closes(tab);
  });

  it('case 18: shows again after the page has taken its host away', async () => {
    const { page: tab, errors } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    await tab.evaluate((selector) => document.querySelector(selector)?.remove(), HOST);
    await tab.mouse.move(950, 780, { steps: 3 });
    await hover(tab, 'Minsk', 'group');
    expect(errors).toEqual([]);
  });

  it('closes when its mark goes from the page', async () => {
    const { page: tab, strings } = await open(bench);
    await hover(tab, 'Minsk', 'group');
    await tab.evaluate(() => {
      const text = document.querySelector('p')?.firstChild;
      if (text) text.textContent = 'Other words.';
    });
    await strings.evaluate((all) => all.repaint());
    expect(await title(tab)).toBe(null);
  });

  it('ends with its reader, and starts once for each', async () => {
    const { page: tab, strings, errors } = await open(bench);
    await bench.load(tab, 'src/content/card.ts');
    await hover(tab, 'Minsk', 'group');
    await tab.evaluate(() => Reflect.deleteProperty(globalThis, 'browser'));
    await strings.evaluate((all) => all.abort());
    expect(await title(tab)).toBe(null);
    expect(await painted(tab)).toEqual([]);
    await tab.mouse.move(950, 780, { steps: 3 });
    await moveTo(tab, 'Minsk');
    await wait(tab);
    expect(await title(tab)).toBe(null);
    expect(errors).toEqual([]);
  });

  it('goes on without the extension, which was removed under the page', async () => {
    const { page: tab, errors } = await open(bench);
    await tab.evaluate(() => Reflect.deleteProperty(globalThis, 'browser'));
    await hover(tab, 'Minsk', 'group');
    await tab.keyboard.press('Escape');
    await closes(tab);
    expect(errors).toEqual([]);
  });

  it('case 52: leaves nothing after fifty openings', async () => {
    const { page: tab, strings, errors } = await open(bench);
    const before = await serialised(tab);
    for (let turn = 0; turn < 50; turn += 1) {
      await strings.evaluate((all, index) => all.request(index % 2), turn);
      await tab.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
    }
    expect(await serialised(tab)).toBe(before);
    await strings.evaluate((all) => all.request(0));
    expect(await title(tab)).toBe('Title of group');
    expect(errors).toEqual([]);
  });

  it('case 7: is not printed', async () => {
    const { page: tab, strings } = await open(bench);
    await strings.evaluate((all) => all.request(0));
    const rules = await inCard(tab, (root) =>
      root.adoptedStyleSheets.flatMap((sheet) =>
        [...sheet.cssRules]
          .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print')
          .map((rule) => rule.cssText.replace(/\s+/g, ' ')),
      ),
    );
    expect(rules).toEqual(['@media print { :host { display: none !important; } }']);
  });
});
