/** Serves the sample article on this machine, for `npm start`. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = new URL('../../tests/pages/sample-agency-report/source.html', import.meta.url);

/** Address of the article on a free port, and what ends the serving. */
export async function serveSample(): Promise<{ url: string; close(): void }> {
  const html = await readFile(PAGE);
  const server = createServer((request, response) => {
    const known = request.url === '/';
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(known ? html : '');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
