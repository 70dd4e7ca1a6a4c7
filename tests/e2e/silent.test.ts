/** Not one request: both browsers behind a proxy that notes every host and refuses all but the test pages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { BROWSERS, type BrowserName, launchBrowser } from '../../src/cli/browsers.ts';
import { findWelcome } from '../browsers.ts';
import { readMarkedArticle } from '../saved-pages.ts';
import { startServer, TEST_HOSTS } from '../server.ts';
import { copyWithDoor, openPopup } from './doorway.ts';
import { findIn, titleOf } from './expected.ts';
import { openByHover, SAMPLE, waitForMarks } from './page.ts';

const CANARY = 'canary.test';
const [first] = findIn(readMarkedArticle(SAMPLE)).shown;

interface Proxy {
  readonly port: number;
  readonly hosts: ReadonlySet<string>;
  close(): void;
}

async function startProxy(): Promise<Proxy> {
  const hosts = new Set<string>();
  const isTest = (host: string): boolean => (TEST_HOSTS as readonly string[]).includes(host);
  const server = createServer((asked, answer) => {
    const { hostname, port, pathname, search } = new URL(asked.url ?? '/', 'http://nowhere.test');
    hosts.add(hostname);
    if (!isTest(hostname)) {
      answer.writeHead(502).end();
      return;
    }
    const onwards = { host: '127.0.0.1', port, path: pathname + search, method: asked.method, headers: asked.headers };
    asked.pipe(request(onwards, (got) => got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers))));
  });
  server.on('connect', (asked, socket) => {
    hosts.add((asked.url ?? '').replace(/:\d+$/, ''));
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    close: () => void server.close().closeAllConnections(),
  };
}

/** An extension that does ask the network, to see that the proxy would hear ours. */
function makeTalker(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const manifest = {
    manifest_version: 3,
    name: 'Talker',
    version: '1',
    browser_specific_settings: { gecko: { id: 'talker@test', data_collection_permissions: { required: ['none'] } } },
    background: { service_worker: 'talk.js', scripts: ['talk.js'] },
    content_scripts: [{ matches: ['http://*/*'], js: ['talk.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'talk.js'), `fetch('http://${CANARY}/').catch(() => {});`);
  return folder;
}

interface Heard {
  readonly hosts: ReadonlySet<string>;
  readonly paths: readonly string[];
}

/** One journey from installing to closing: with our extension, with the talking one, or with none. */
async function travel(name: BrowserName, kind: 'ours' | 'talker' | 'none', extension = ''): Promise<Heard> {
  const [proxy, server] = await Promise.all([startProxy(), startServer()]);
  const browser = await launchBrowser(name, {
    args: [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  try {
    const id = kind === 'none' ? null : await browser.installExtension(extension);
    if (kind === 'ours') await readOwnPages(await findWelcome(browser));
    const page = await browser.newPage();
    await page.goto(server.saved(SAMPLE), { waitUntil: 'load' });
    if (kind === 'ours') {
      if (!first) throw new Error('nothing is shown');
      await waitForMarks(page);
      const popup = await openPopup(browser, page);
      await expect.poll(() => popup.text()).toMatch(/notes? on this page/);
      await popup.page.close();
      await page.bringToFront();
      await openByHover(page, wordsOf(), titleOf(first.match.note));
      await page.keyboard.press('Escape');
    } else {
      if (kind === 'talker') await expect.poll(() => proxy.hosts.has(CANARY), { timeout: 15_000 }).toBe(true);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 5_000)));
    }
    if (id !== null) await browser.uninstallExtension(id);
    return { hosts: new Set(proxy.hosts), paths: [...server.requests] };
  } finally {
    await browser.close();
    proxy.close();
    await server.close();
  }
}

/** The pages of ours that open on their own or from the toolbar. */
async function readOwnPages(page: Page): Promise<void> {
  for (const name of ['library.html', 'options.html', 'try.html']) {
    await page.evaluate((path) => location.assign(path), name);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('h1') && location.pathname).catch(() => ''))
      .toBe(`/${name}`);
  }
  await page.close();
}

function wordsOf(): string {
  const expected = readMarkedArticle(SAMPLE);
  return first ? expected.text.slice(first.match.start, first.match.end) : '';
}

it.each(BROWSERS)(
  'the extension asks the network for nothing (%s)',
  async (name) => {
    const [ours, talker] = [copyWithDoor(), makeTalker()];
    try {
      const control = await travel(name, 'none');
      // The proxy would hear an extension; what a browser itself asks when one is installed is not ours either.
      const talking = await travel(name, 'talker', talker);
      expect(talking.hosts).toContain(CANARY);
      const heard = await travel(name, 'ours', ours);
      const known = new Set([...control.hosts, ...talking.hosts]);
      expect([...heard.hosts].filter((host) => !known.has(host))).toEqual([]);
      expect(heard.hosts).not.toContain(CANARY);
      expect(new Set(heard.paths)).toEqual(new Set(control.paths));
    } finally {
      for (const folder of [ours, talker]) rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
