import { describe, expect, it } from 'vitest';
import { spells } from '../../src/mark/ranges.ts';

describe('whether the page still has the words', () => {
  it.each([
    [['OSCE Minsk Group'], 'OSCE Minsk Group', true],
    [['the ', 'OSCE', ' Minsk'], 'the OSCE Minsk', true],
    [['the\n\tOSCE'], 'the  OSCE', true],
    [['no\u{a0}break'], 'no break', true],
    [['before', 'after'], 'before after', true],
    [['before', 'after'], 'beforeafter', true],
    [['OSCE'], 'OSCE Minsk', false],
    [['OSCE Minsk'], 'OSCE', false],
    [['UN Minsk'], 'OSCE Minsk', false],
    [[], 'OSCE', false],
  ])('%j spell %j: %s', (pieces, words, expected) => {
    expect(spells(pieces, words)).toBe(expected);
  });
});
