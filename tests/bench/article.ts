/**
 * How well the article is found: `article.ts DIR [--out FILE] [--linkedom]`. DIR holds `ground-truth.json`
 * (`{ID: {articleBody, url}}`) and `html/ID.html.gz`. Prints precision, recall and F1 of our text and of Readability's
 * from the same run, in Chromium, or in linkedom when asked; `--out` writes `{ID: {"articleBody": text}}`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { launchBrowser } from '../../src/cli/browsers.ts';
import { ROOT } from '../../src/cli/root.ts';
import { type Pair, scoreOf } from './shingles.ts';

interface Wanted {
  readonly articleBody: string;
  readonly url: string;
}

/** What one page gives: texts, and milliseconds (for Readability of its clone and its parse). */
interface Result {
  readonly ours: string;
  readonly readability: string;
  readonly oursTime: number;
  readonly readabilityTime: number;
}

type Reader = (html: string, url: string) => Promise<Result>;

/** Runs wherever there is a DOM: in the browser's page as a bundle, in Node as a module. */
const IN_PAGE = `
import { Readability } from '@mozilla/readability';
import { findArticles } from './src/article/find.ts';
export function read(parse, html, url) {
  const page = parse(html);
  const start = performance.now();
  const found = findArticles(page, url);
  const middle = performance.now();
  const readable = new Readability(page.cloneNode(true)).parse();
  const end = performance.now();
  return {
    ours: found.kind === 'articles' ? found.articles.map(({ text }) => text).join('\\n') : '',
    readability: readable?.textContent ?? '',
    oursTime: middle - start,
    readabilityTime: end - middle,
  };
}`;

async function bundle(contents: string, format: 'iife' | 'esm'): Promise<string> {
  const options = { stdin: { contents, resolveDir: ROOT, loader: 'ts' }, bundle: true, write: false, format } as const;
  const { outputFiles } = await build({
    ...options,
    platform: format === 'esm' ? 'node' : 'browser',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function inLinkedom(): Promise<{ reader: Reader; close: () => Promise<void> }> {
  const code = await bundle(IN_PAGE, 'esm');
  const { read } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const { parseHTML } = await import('linkedom');
  const reader: Reader = async (html, url) => read((text: string) => parseHTML(text).document, html, url);
  return { reader, close: async () => {} };
}

async function inChromium(): Promise<{ reader: Reader; close: () => Promise<void> }> {
  const script = `${IN_PAGE}
globalThis.readPage = (html, url) => read((text) => new DOMParser().parseFromString(text, 'text/html'), html, url);`;
  const code = await bundle(script, 'iife');
  const browser = await launchBrowser('chromium');
  const tab = await browser.newPage();
  await tab.evaluate(code);
  const reader: Reader = (html, url) =>
    tab.evaluate(
      (text: string, address: string) =>
        (globalThis as unknown as { readPage(text: string, address: string): Result }).readPage(text, address),
      html,
      url,
    );
  return { reader, close: () => browser.close() };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const fixed = (value: number, digits = 4): string => value.toFixed(digits);

function line(name: string, pairs: readonly Pair[], time: number): string {
  const { precision, recall, f1 } = scoreOf(pairs);
  return `${name.padEnd(12)} ${fixed(precision).padStart(9)} ${fixed(recall).padStart(9)} ${fixed(f1).padStart(9)} ${fixed(time, 2).padStart(9)}`;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, linkedom: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Usage: article.ts DIR [--out FILE] [--linkedom]');
  process.exit(2);
}
const truth: Record<string, Wanted> = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
const { reader, close } = await (values.linkedom ? inLinkedom() : inChromium());
const results: (Result & { readonly id: string; readonly wanted: string })[] = [];
try {
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8');
    results.push({ id, wanted: articleBody, ...(await reader(html, url)) });
  }
} finally {
  await close();
}
const times = { ours: results.map((r) => r.oursTime), readability: results.map((r) => r.readabilityTime) };
console.log(
  `${results.length} pages in ${values.linkedom ? 'linkedom' : 'Chromium'}; ms: median, warm (Readability: clone and parse)`,
);
console.log('             precision    recall        F1        ms');
console.log(
  line(
    'Sidelight',
    results.map(({ ours, wanted }) => ({ found: ours, wanted })),
    median(times.ours),
  ),
);
console.log(
  line(
    'Readability',
    results.map(({ readability, wanted }) => ({ found: readability, wanted })),
    median(times.readability),
  ),
);
if (values.out !== undefined) {
  const predictions = Object.fromEntries(results.map(({ id, ours }) => [id, { articleBody: ours }]));
  writeFileSync(values.out, `${JSON.stringify(predictions, null, 1)}\n`);
}
