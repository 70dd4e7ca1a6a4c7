/** Pages that the extension has nothing to say about. */
import { expect, it } from 'vitest';
import { inEachBrowser, painted } from '../browsers.ts';
import { installWithDoor, openPopup } from './doorway.ts';
import { article, OFF_TOPIC, ON_TOPIC, openByHover, waitForMarks } from './page.ts';

const READER = 'reader.js';
const CARD = 'card.js';

/** The same words with another meaning. */
const NEAR_MISSES = article(
  'Germany and France said that the Minsk agreements, which were signed in 2014 and 2015 to end the fighting in Donbas, had not been carried out.',
  'The International Sailing Federation (ISAF) said that the regatta would be held in June, and that forty boats had entered.',
  'Qarabag FK won the match by two goals to one and meets a side from Baku in the next round of the cup on Thursday.',
);

inEachBrowser('pages off the topic', (bench) => {
  installWithDoor(bench);

  it('get no reader', async () => {
    const page = await bench.openPage({ html: OFF_TOPIC });
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('no word of this page');
    // The gate says so before its first look too: long enough for that look and one at what is added.
    await page.evaluate(() => document.body.append('More about the footbridge.'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    expect(await popup.noted()).toEqual([]);
    expect(await popup.badge()).toBe('');
  });

  it('are on it by an article in the open shadow root of a component, which is marked there', async () => {
    const page = await bench.openPage({
      html: `<x-story><template shadowrootmode="open">${ON_TOPIC}</template></x-story>`,
    });
    await waitForMarks(page);
    const sheets = (): Promise<number | undefined> =>
      page.evaluate(() => document.querySelector('x-story')?.shadowRoot?.adoptedStyleSheets.length);
    expect(await sheets()).toBe(1);
    await openByHover(page, 'OSCE Minsk Group', 'OSCE Minsk Group');
  });

  it('are on it by an article in a component that comes into its own late', async () => {
    const page = await bench.openPage({ html: '<main><x-story></x-story></main>' });
    // Later than the first look for such.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await page.$eval(
      'x-story',
      (element, html) => {
        element.attachShadow({ mode: 'open' }).innerHTML = html;
      },
      ON_TOPIC,
    );
    await waitForMarks(page);
  });

  it.each([
    ['off the topic', OFF_TOPIC],
    ['with marks', ON_TOPIC],
  ])('%s that write themselves anew are marked, with cards', async (_, html) => {
    const page = await bench.openPage({ html });
    if (html === ON_TOPIC) await waitForMarks(page);
    else await new Promise((resolve) => setTimeout(resolve, 1_500));
    await page.evaluate((markup) => {
      document.open();
      document.write(`<!doctype html><html lang="en"><body>${markup}</body></html>`);
      document.close();
    }, ON_TOPIC);
    await expect.poll(() => painted(page).then(({ length }) => length), { timeout: 15_000 }).toBeGreaterThan(0);
    await openByHover(page, 'OSCE Minsk Group', 'OSCE Minsk Group');
  });

  it('get one as soon as text on the topic comes, and once only', async () => {
    const page = await bench.openPage({ html: OFF_TOPIC });
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, ON_TOPIC);
    await waitForMarks(page);
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.noted()).toContain(CARD);
    expect((await popup.noted()).filter((what) => what === READER || what === CARD)).toEqual([READER, CARD]);
  });

  it('are not marked for words with another meaning', async () => {
    const page = await bench.openPage({ html: NEAR_MISSES });
    const popup = await openPopup(bench.browser, page);
    // The reader was there, found the article, and had nothing to mark.
    await expect.poll(() => popup.text()).toContain('no note belongs');
    expect(await popup.noted()).toContain(READER);
    expect(await popup.noted()).not.toContain(CARD);
    expect(await painted(page)).toEqual([]);
    expect(await popup.badge()).toBe('');
  });

  it('are not marked where there is no article, and the popup says so', async () => {
    const headlines = ['OSCE Minsk Group meets', 'ISAF leaves Afghanistan', 'NATO summit in Wales ends'];
    const page = await bench.openPage({ html: headlines.map((words) => `<h2><a href="/">${words}</a></h2>`).join('') });
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('no article was found');
    expect(await popup.noted()).toContain(READER);
    expect(await painted(page)).toEqual([]);
  });

  it('that are no web pages are left alone', async () => {
    const page = await bench.openPage({
      html: 'NATO led ISAF. The OSCE Minsk Group met.',
      headers: { 'content-type': 'text/plain' },
    });
    const popup = await openPopup(bench.browser, page);
    await expect.poll(() => popup.text()).toContain('cannot run on this page');
    expect(await popup.noted()).toEqual([]);
  });

  it('that hold XML, a picture, data, a printed page or nothing are left alone (case 47)', async () => {
    const popup = await openPopup(bench.browser, await bench.openPage({ html: '<p>Nothing.</p>' }));
    const before = await popup.notedOfAll();
    const words = 'The OSCE Minsk Group met.';
    const contents = {
      'application/xml': `<?xml version="1.0"?><news><p>${words}</p></news>`,
      'image/svg+xml': `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${words}</text></svg>`,
      'application/json': JSON.stringify({ news: words }),
      'application/pdf': `%PDF-1.4\n% ${words}\n%%EOF`,
    };
    for (const [index, [type, html]] of Object.entries(contents).entries()) {
      const page = await bench.newPage();
      const address = bench.server.inline({ html, headers: { 'content-type': type } }, `/plain/${index}`);
      // A browser's own viewer need not tell the driver that it is there.
      await page.goto(address, { timeout: 5_000 }).catch(() => null);
    }
    const blank = await bench.newPage();
    await blank.evaluate((text) => document.body.append(text), words);
    await blank.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    expect(await popup.notedOfAll()).toEqual(before);
    expect(bench.server.requests).toContain('news.test/plain/3');
  });
});
