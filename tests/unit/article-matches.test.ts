/** From page to matches: what is found, and where, does not depend on how the text is cut into nodes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { articleOf, HEADLINE } from './article-pages.ts';

const TEXTS = [
  'Presidents Aliyev and Sargsyan met in Vienna on Monday, and the co-chairs of the OSCE Minsk Group spoke of progress on Nagorno‑Karabakh 🚢.',
  'Resolutions 822, 853, 874 and 884 of the U.N. Security Council demand the withdrawal of occupying forces, Baku’s envoy said; they were not carried out.',
  'More than 100 Azerbaijani soldiers served under İSAF in Afgha\u00adnistan, and Kara\u0301bakh was again on the agenda of the ﬁnal meeting with NATO on Tuesday.',
] as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const WRAPS = [
  (piece: string) => piece,
  (piece: string) => `<!-- a comment -->${piece}`,
  (piece: string) => `<b>${piece}</b>`,
  (piece: string) => `<span><i>${piece}</i></span>`,
] as const;

/** A text as HTML, cut before some of its characters, each piece wrapped in one of the ways. */
function cut(text: string, cuts: readonly (readonly [at: number, wrap: number])[]): string {
  const characters = [...text];
  const places = [...cuts].map(([at, wrap]) => [at % characters.length, wrap] as const).sort(([a], [b]) => a - b);
  const starts = [[0, 0] as const, ...places];
  return starts
    .map(([start, wrap], i) => {
      const piece = escaped(characters.slice(start, starts[i + 1]?.[0]).join(''));
      return piece === '' ? '' : (WRAPS[wrap]?.(piece) ?? piece);
    })
    .join('');
}

const articleFrom = (texts: readonly string[]) =>
  articleOf({ body: `<article><h1>${HEADLINE}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article>` });

describe('the matches of an article', () => {
  it('are the same however its text is cut into nodes', () => {
    const matcher = createMatcher(loadDataset().rules);
    const whole = articleFrom(TEXTS.map(escaped));
    const expected = matcher.match(whole.text, whole);
    expect(new Set(expected.map(({ note }) => note)).size).toBeGreaterThan(5);
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(WRAPS.length - 1)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.tuple(cuts, cuts, cuts), (all) => {
        const article = articleFrom(TEXTS.map((text, i) => cut(text, all[i] ?? [])));
        expect(article.text).toBe(whole.text);
        expect(matcher.match(article.text, article)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
