/** The static site as a server of a maintainer's would give it. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
};

/** Serves `dist-site/` during the tests of the suite; gives what makes an address of the name of a file. */
export function serveSite(): (path: string) => string {
  const server = createServer(async ({ url = '/' }, response) => {
    const content = await readFile(join(ROOT, 'dist-site', url)).catch(() => null);
    response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(url)] ?? 'text/plain' }).end(content);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void server.close().closeAllConnections());
  return (path) => `http://news.test:${(server.address() as AddressInfo).port}/${path}`;
}
