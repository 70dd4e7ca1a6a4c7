import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordTest } from '../../src/content/words.ts';

const test = wordTest(['nato', 'isaf', 'minsk group', 'minsk', 'qarabag', 'shusha', 'c++']);

describe('wordTest', () => {
  it.each([
    'NATO',
    'said Nato.',
    'the İSAF force',
    'QARABAĞ',
    'Qarabag\u0306',
    'Qara\u00adbağ',
    'a Minsk-based paper',
    'minsk groups',
    '(Shuşa, Shusha)',
    'nato\u200b',
    'C++',
    'senator, NATO',
    'ΝATO NATO',
  ])('finds a word in %j', (text) => expect(test(text)).toBe(true));

  it.each(['', 'the senator', 'natos', 'anato', '2nato', 'nato5', 'isafe', 'Minska', 'm insk', 'CSAF', 'снато'])(
    'finds none in %j',
    (text) => expect(test(text)).toBe(false),
  );

  it('finds nothing when there are no words', () => expect(wordTest([])('anything')).toBe(false));

  it('finds a word wherever it stands', () => {
    const filling = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(filling, filling, (before, after) => test(`${before} isaf ${after}`)));
  });
});
