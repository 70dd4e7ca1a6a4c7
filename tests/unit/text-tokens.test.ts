import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { lowered, tokenise } from '../../src/text/tokens.ts';
import { anyText } from './text-arbitraries.ts';

const words = (source: string): string[] => tokenise(source).map(lowered);
/** The places of the words as the source has them. */
const slices = (source: string): string[] => tokenise(source).map(({ start, end }) => source.slice(start, end));
/** Words with "+" where a name may go on from the word before. */
const joints = (source: string): string =>
  tokenise(source)
    .map((token, i) => (i === 0 ? '' : token.joined ? '+' : ' ') + lowered(token))
    .join('');

describe('tokenise', () => {
  it('gives words as written with their places', () => {
    expect(tokenise('The Minsk Group')).toEqual([
      { written: 'The', start: 0, end: 3, joined: true },
      { written: 'Minsk', start: 4, end: 9, joined: true },
      { written: 'Group', start: 10, end: 15, joined: true },
    ]);
    expect(tokenise('')).toEqual([]);
    expect(tokenise(' —… 😀!\n')).toEqual([]);
  });

  it('reads İSAF, ı, decomposed accents, ligatures and hidden characters, and points at them as written', () => {
    const source = 'İSAF in Nakhchıvan, Kara\u0301bakh’s ﬁelds, Na\u00adgorno\u00a0Ka\u200brabakh';
    expect(words(source)).toEqual(['isaf', 'in', 'nakhchivan', 'karabakh', 'fields', 'nagorno', 'karabakh']);
    expect(slices(source)).toEqual([
      'İSAF',
      'in',
      'Nakhchıvan',
      'Kara\u0301bakh',
      'ﬁelds',
      'Na\u00adgorno',
      'Ka\u200brabakh',
    ]);
  });

  it('counts UTF-16 units, so that emoji before a word move it by two', () => {
    expect(tokenise('😀🇦🇿 NATO')[0]).toMatchObject({ written: 'NATO', start: 7, end: 11 });
    expect(tokenise('\ud800NATO\udc00')[0]).toMatchObject({ written: 'NATO', start: 1, end: 5 });
  });

  it('reads numbers with their separators as one', () => {
    expect(words('4,400 and 1,234,567 and 1.234.567')).toEqual(['4400', 'and', '1234567', 'and', '1234567']);
    expect(words('13.6 per cent, 12,5%')).toEqual(['13.6', 'per', 'cent', '12,5', '%']);
    expect(words('In 1993, 822 and 853.')).toEqual(['in', '1993', '822', 'and', '853']);
    expect(words('the 1990s and S/RES/822(1993)')).toEqual(['the', '1990s', 'and', 's', 'res', '822', '1993']);
    expect(slices('4,400-strong')).toEqual(['4,400', 'strong']);
  });

  it('keeps the possessive out of the word and of its place', () => {
    expect(slices("Azerbaijan's and Armenia’s")).toEqual(['Azerbaijan', 'and', 'Armenia']);
    expect(joints('the OSCE’s Minsk Group')).toBe('the+osce+minsk+group');
    expect(joints("the parties' stance")).toBe('the+parties+stance');
    expect(words('the S in S-300')).toEqual(['the', 's', 'in', 's', '300']);
  });

  it('keeps footnote numbers and trade marks out', () => {
    expect(words('resolution 822² and ISAF™')).toEqual(['resolution', '822', 'and', 'isaf']);
    expect(slices('resolution 822² and ISAF™')).toEqual(['resolution', '822', 'and', 'ISAF']);
  });

  it('lets a name go on over spaces, hyphens, slashes, quotes and brackets', () => {
    expect(joints('Nagorno-Karabakh')).toBe('nagorno+karabakh');
    expect(joints('“Minsk” Group (OSCE)')).toBe('minsk+group+osce');
    expect(joints('S/RES/822 (1993)')).toBe('s+res+822+1993');
    expect(joints('resolution #822, resolution №822')).toBe('resolution+822 resolution+822');
  });

  it('lets a name go on after a short abbreviation, however wide the space is', () => {
    expect(joints('resolution No. 822')).toBe('resolution+no+822');
    expect(joints('resolution No.\u00a0 822')).toBe('resolution+no+822');
    expect(joints('H. Res. 812')).toBe('h+res+812');
    expect(joints('U.S. forces, the U. S. Army')).toBe('u+s+forces the+u+s+army');
    expect(joints('U.N. Security Council')).toBe('u+n+security+council');
    expect(joints('on Sept. 19')).toBe('on+september+19');
  });

  it('reads small numbers in words as in figures, and months in short as in full', () => {
    expect(words('Seven districts, four-day fighting')).toEqual(['7', 'districts', '4', 'day', 'fighting']);
    expect(words('Feb. 27, 1988 and 1 Sep 1993')).toEqual(['february', '27', '1988', 'and', '1', 'september', '1993']);
    // The pronoun; the verb and the name.
    expect(words('one may march, Mr. Mar said')).toEqual(['one', 'may', 'march', 'mr', 'mar', 'said']);
  });

  it('ends a name at other punctuation, a line feed and the end of a sentence', () => {
    expect(joints('Minsk, Group')).toBe('minsk group');
    expect(joints('Minsk\nGroup')).toBe('minsk group');
    expect(joints('in Minsk. Group talks')).toBe('in+minsk group+talks');
    expect(joints('Minsk: Group; talks! again? yes… no')).toBe('minsk group talks again yes no');
  });

  it('holds for any text: each word is what stands at its place', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const { written, start, end } of tokenise(source)) {
          expect(normalise(source.slice(start, end)).text).toBe(written);
          expect(lowered({ written })).toBe(lowered({ written: lowered({ written }) }));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds for any text: places are in order, apart, not empty and inside the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        let last = 0;
        for (const { start, end } of tokenise(source)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds for any text: no word begins or ends within a surrogate pair', () => {
    const splitsPair = (source: string, at: number) =>
      /^[\ud800-\udbff][\udc00-\udfff]$/.test(source.slice(at - 1, at + 1));
    fc.assert(
      fc.property(anyText, (source) => {
        for (const { start, end } of tokenise(source)) {
          expect(splitsPair(source, start)).toBe(false);
          expect(splitsPair(source, end)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
