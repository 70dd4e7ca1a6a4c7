/** A page that forbids everything: marks are painted and the card has its look. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';
import { HOST, ON_TOPIC, openByHover, placeOf, waitForMarks } from './page.ts';

const STRICT = { 'content-security-policy': "default-src 'none'; style-src 'none'" };
const WORDS = 'OSCE Minsk Group';

const picture = (page: Page): Promise<string> => page.screenshot({ encoding: 'base64' });

inEachBrowser('strict content security policy', (bench) => {
  it('case 1: paints the marks', async () => {
    const page = await bench.openPage({ html: ON_TOPIC, headers: STRICT });
    const plain = await picture(page);
    // Once more, so that a difference below is the paint and not chance.
    expect(await picture(page)).toBe(plain);
    await bench.install();
    await waitForMarks(page);
    await expect.poll(() => picture(page)).not.toBe(plain);
  });

  it('makes no policy of trusted types: the page can make its own, and no site hears of another', async () => {
    await bench.install();
    const openUnder = async (names: string): Promise<Page> => {
      const policy = `require-trusted-types-for 'script'; trusted-types ${names}; report-uri /report`;
      const page = await bench.openPage({ html: ON_TOPIC, headers: { 'content-security-policy': policy } });
      await openByHover(page, WORDS, WORDS);
      return page;
    };
    const page = await openUnder('dompurify');
    const name = await page.evaluate(() => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { readonly name: string } };
      };
      return trustedTypes.createPolicy('dompurify', {}).name;
    });
    expect(name).toBe('dompurify');
    const strict = await openUnder('other');
    await strict.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect(bench.server.requests.filter((request) => request.endsWith('/report'))).toEqual([]);
  });

  it('case 1: gives the card its look and place', async () => {
    await bench.install();
    const page = await bench.openPage({ html: ON_TOPIC, headers: STRICT });
    await waitForMarks(page);
    const mark = await placeOf(page, WORDS);
    await openByHover(page, WORDS, WORDS);
    const look = await page.evaluate((selector) => {
      const host = document.querySelector(selector);
      const card = host?.shadowRoot?.querySelector('[role=dialog]');
      if (!host || !card) throw new Error('no card');
      const { left, top, width, height } = host.getBoundingClientRect();
      const { backgroundColor, borderTopLeftRadius } = getComputedStyle(card);
      return {
        left,
        top,
        width,
        height,
        position: getComputedStyle(host).position,
        backgroundColor,
        borderTopLeftRadius,
      };
    }, HOST);
    expect(look.position).toBe('fixed');
    expect(look.backgroundColor).not.toMatch(/rgba\(.*, 0\)|transparent/);
    expect(Number.parseFloat(look.borderTopLeftRadius)).toBeGreaterThan(0);
    expect(look.width).toBeLessThan(500);
    // Beside the mark: its nearest edge is less than two lines away.
    expect(Math.max(look.top - mark.y, mark.y - (look.top + look.height))).toBeLessThan(48);
    expect(look.left).toBeLessThanOrEqual(mark.x);
    expect(look.left + look.width).toBeGreaterThanOrEqual(mark.x);
  });
});
