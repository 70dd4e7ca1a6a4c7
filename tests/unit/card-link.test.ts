import { describe, expect, it } from 'vitest';
import { sentenceLink } from '../../src/card/link.ts';

const PAGE = 'https://news.example/talks?id=3';

describe('the link to a sentence', () => {
  it('names a short sentence whole, whatever has a meaning in such a link', () =>
    expect(sentenceLink(PAGE, ' Co-chairs, at  last & again: “go on”. ')).toBe(
      `${PAGE}#:~:text=Co%2Dchairs%2C%20at%20last%20%26%20again%3A%20%E2%80%9Cgo%20on%E2%80%9D.`,
    ));

  it('names a long one by its start and its end', () =>
    expect(sentenceLink(PAGE, 'one two three four five six 7 8 9 10 11 12 13')).toBe(
      `${PAGE}#:~:text=one%20two%20three%20four%20five%20six,8%209%2010%2011%2012%2013`,
    ));

  it('keeps the fragment by which the page knows where it is', () =>
    expect(sentenceLink(`${PAGE}#/story`, 'Talks go on.')).toBe(`${PAGE}#/story:~:text=Talks%20go%20on.`));

  it('takes half a surrogate pair', () => expect(sentenceLink(PAGE, 'a \ud83d')).toContain('a%20%EF%BF%BD'));
});
