/** Serves test pages on this machine: saved pages by name, and pages that a test gives inline. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Host names under which every test page can be asked for. 127.0.0.1 would be a secure context, which a news page over http is not. */
export const TEST_HOSTS = ['news.test', 'other.test'] as const;

export interface InlinePage {
  /** a whole document, or the inside of `body` of a plain one */
  readonly html: string;
  /** for instance `{ 'content-security-policy': "default-src 'none'" }`, or another `content-type` */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly port: number;
  /** address of `tests/pages/SLUG/source.html` */
  saved(slug: string): string;
  /** address of a page given inline; with `path` (starting with "/") at that place, again and again replaceable */
  inline(page: InlinePage, path?: string): string;
  /** the paths asked for so far, in order, of every host: `news.test/pages/x` */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const PAGES = new URL('./pages/', import.meta.url);
const SLUG = /^\/pages\/([a-z0-9-]+)$/;

function wholeDocument(html: string): string {
  if (/<html|<!doctype/i.test(html)) return html;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body>${html}</body></html>`;
}

async function findPage(path: string, given: ReadonlyMap<string, InlinePage>): Promise<InlinePage | null> {
  const inline = given.get(path);
  if (inline) return inline;
  const slug = SLUG.exec(path)?.[1];
  if (slug === undefined) return null;
  try {
    return { html: await readFile(new URL(`${slug}/source.html`, PAGES), 'utf8') };
  } catch {
    return null;
  }
}

/** Starts on a free port of this machine (or the given one). */
export async function startServer(port = 0): Promise<TestServer> {
  const given = new Map<string, InlinePage>();
  const requests: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, hostname } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    requests.push(hostname + pathname);
    const page = await findPage(pathname, given);
    if (page === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const headers = { 'content-type': 'text/html; charset=utf-8', ...page.headers };
    const isHtml = headers['content-type'].startsWith('text/html');
    response.writeHead(200, headers).end(isHtml ? wholeDocument(page.html) : page.html);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const used = (server.address() as AddressInfo).port;
  const address = (path: string): string => `http://${TEST_HOSTS[0]}:${used}${path}`;

  return {
    port: used,
    requests,
    saved: (slug) => address(`/pages/${slug}`),
    inline(page, path = `/inline/${given.size + 1}`) {
      given.set(path, page);
      return address(path);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
