/**
 * `npm run page`: saved pages as fixtures of the article finder.
 *
 *   npm run page -- new SLUG FILE [--marks]   puts FILE into tests/pages/SLUG/source.html and writes what is found in it beside it
 *   npm run page -- remake [SLUG…]            writes expected.json of these pages (of all) anew, and says which changed
 *
 * `expected.json` is what the finder says: read it before you commit it. A page that has marks in it keeps having them.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readText } from '../src/cli/input.ts';
import { main, UserError, withUsage, write } from '../src/cli/main.ts';
import { writeWhole } from '../src/cli/write-file.ts';
import { expectationOf, PAGES, readSource, slugs } from './saved-pages.ts';

const USAGE = 'npm run page -- new SLUG FILE [--marks] | remake [SLUG…]';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const pathOf = (slug: string, name: 'source.html' | 'expected.json'): string => join(PAGES, slug, name);

function writeExpected(slug: string, withMarks: boolean): void {
  writeWhole(pathOf(slug, 'expected.json'), `${JSON.stringify(expectationOf(readSource(slug), withMarks), null, 2)}\n`);
}

async function newPage([slug = '', file, ...more]: readonly string[], withMarks: boolean): Promise<number> {
  if (file === undefined || more.length > 0) throw new UserError(`give a slug and a file; usage: ${USAGE}`);
  if (!SLUG.test(slug)) throw new UserError(`"${slug}" is no slug: write it in lower case, words joined by hyphens`);
  if (existsSync(join(PAGES, slug)))
    throw new UserError(`tests/pages/${slug} is there already; to write its expected.json anew: remake`);
  const html = await readText(file);
  mkdirSync(join(PAGES, slug));
  try {
    writeWhole(pathOf(slug, 'source.html'), html);
    writeExpected(slug, withMarks);
  } catch (error) {
    rmSync(join(PAGES, slug), { recursive: true });
    throw error;
  }
  await write(`tests/pages/${slug} is written; read its expected.json\n`);
  return 0;
}

async function remake(wanted: readonly string[]): Promise<number> {
  for (const slug of wanted.length > 0 ? wanted : slugs()) {
    if (!existsSync(pathOf(slug, 'source.html'))) throw new UserError(`tests/pages/${slug}: no such page`);
    const path = pathOf(slug, 'expected.json');
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // By its text: a merge may have left it as no JSON.
    writeExpected(slug, before.includes('"matches"'));
    if (readFileSync(path, 'utf8') !== before) await write(`tests/pages/${slug}: changed\n`);
  }
  return 0;
}

await main(() => {
  const { values, positionals } = withUsage(USAGE, () =>
    parseArgs({ allowPositionals: true, options: { marks: { type: 'boolean', default: false } } }),
  );
  const [command, ...words] = positionals;
  if (command === 'new') return newPage(words, values.marks);
  if (command === 'remake' && !values.marks) return remake(words);
  throw new UserError(`say new or remake; usage: ${USAGE}`);
});
