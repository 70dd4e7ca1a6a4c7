/** The static site as a server gives it: to be read without a script, searched with one. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { type Bench, inEachBrowser, ROOT } from '../browsers.ts';
import { expectSound, textOf } from './own-pages.ts';

const { notes } = loadDataset();
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
};

async function serveSite(): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const content = await readFile(join(ROOT, 'dist-site', url)).catch(() => null);
    response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(url)] ?? 'text/plain' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

inEachBrowser('site', suite);

function suite(bench: Bench): void {
  let server: Server;
  beforeAll(async () => {
    server = await serveSite();
  });
  afterAll(() => void server.close().closeAllConnections());

  const openSite = (path: string): Promise<Page> =>
    bench.openPage(`http://news.test:${(server.address() as AddressInfo).port}/${path}`);
  const shown = (page: Page): Promise<number> =>
    page.$$eval('.entry', (entries) => entries.filter((entry) => (entry as HTMLElement).offsetHeight > 0).length);

  it('lists every note, and searches in any spelling', async () => {
    const page = await openSite('index.html');
    await expect.poll(() => shown(page)).toBe(notes.length);
    await page.focus('[type=search]');
    await page.keyboard.type('Xocalı');
    await expect.poll(() => shown(page)).toBeLessThan(notes.length);
    expect(await textOf(page)).toContain('Khojaly');
    await page.keyboard.type('zzz');
    await expect.poll(() => page.$eval('[role=status]', ({ textContent }) => textContent)).toBe('No note');
    await expectSound(page);
  });

  it('is whole without a script', async () => {
    const page = await bench.newPage();
    // Firefox's driver cannot switch scripts off; a page of a note has none.
    if (bench.name === 'chromium') await page.setJavaScriptEnabled(false);
    const address = `http://news.test:${(server.address() as AddressInfo).port}`;
    await page.goto(`${address}/index.html`);
    expect(await shown(page)).toBe(notes.length);
    for (const path of [`${notes[0]?.id}.html`, 'new.html']) {
      await page.goto(`${address}/${path}`);
      expect(await page.$$eval('script', (scripts) => scripts.length)).toBe(0);
      expect(await textOf(page)).toContain(notes[0]?.title);
    }
    await page.setJavaScriptEnabled(true).catch(() => {});
    await page.reload();
    await expectSound(page);
  });
}
