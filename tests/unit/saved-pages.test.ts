/** The saved pages: what the finder says of each, in a DOM of Node's, and what their marks are. */
import { describe, expect, it } from 'vitest';
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
});
