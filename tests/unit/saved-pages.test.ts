/** The saved pages: what the finder says of each, in a DOM of Node's, and what their marks are. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import {
  expectationOf,
  holdsMatches,
  openSlugs,
  readExpectation,
  readIntention,
  readSource,
  slugs,
} from '../saved-pages.ts';
import { run } from './command.ts';

describe('saved pages', () => {
  it('hold articles and pages that are none', () => {
    const expectations = slugs().map(readExpectation);
    expect(expectations.filter((expected) => 'none' in expected).length).toBeGreaterThan(2);
    expect(expectations.filter((expected) => 'articles' in expected).length).toBeGreaterThan(5);
    expect(expectations.filter(holdsMatches).length).toBeGreaterThan(5);
  });

  it.each(slugs())('%s is read as expected', (slug) => {
    const expected = readExpectation(slug);
    expect(expectationOf(readSource(slug), holdsMatches(expected))).toEqual(expected);
  });
});

describe('pages that are not read rightly yet', () => {
  // One that is read as intended fails here: its expected.json is due, see `Intention`.
  it.fails.each(openSlugs())('%s', (slug) => {
    const found = expectationOf(readSource(slug), false);
    expect('none' in found ? { articles: [] } : found).toEqual(readIntention(slug));
  });
});

describe('npm run page', () => {
  it.each([
    [[], /^say new or remake; usage: /],
    [['new', 'a'], /^give a slug and a file; usage: /],
    [['new', 'A b', 'x.html'], /^"A b" is no slug: /],
    [['new', 'front-page', 'x.html'], /^tests\/pages\/front-page is there already/],
    [['new', 'never-made', 'gone.html'], /^gone\.html: no such file/],
    [['remake', 'never-made'], /^tests\/pages\/never-made: no such page/],
  ])('says in one line what is wrong with %j, and makes nothing', async (words, message) => {
    const { code, stdout, stderr } = await run('tests/page.ts', words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(slugs()).not.toContain('never-made');
  });

  it('writes anew what a merge has left as no JSON, with the marks that it had', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'sidelight-pages-'));
    for (const part of ['src', 'tests', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const path = join(copy, 'tests/pages/sample-agency-report/expected.json');
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, `<<<<<<< ours\n${good}=======\n${good}>>>>>>> theirs\n`);
    const { code, stderr } = await run('tests/page.ts', ['remake', 'sample-agency-report'], '', copy);
    expect({ code, stderr, made: readFileSync(path, 'utf8') }).toEqual({ code: 0, stderr: '', made: good });
    rmSync(copy, { recursive: true });
  });
});
