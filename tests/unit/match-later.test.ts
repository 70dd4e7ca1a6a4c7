import { describe, expect, it } from 'vitest';
import { marks, matcherOf } from './match-rules.ts';

const WORDS = {
  nato: { words: ['NATO'], later: ['the alliance', 'the bloc'] },
  csto: { words: ['CSTO'], later: ['the alliance'] },
  lachin: ['Lachin'],
  kalbajar: ['Kalbajar'],
  districts: { words: ['seven districts', '<lachin>', '<kalbajar>'], later: ['the districts'] },
};

const alliances = matcherOf({ nato: { names: '<nato>' }, csto: { names: '<csto>' } }, WORDS);
const districts = matcherOf({ d: { names: '<districts>' } }, WORDS);

describe('words that stand for what was named', () => {
  it('count once it was named', () => {
    expect(marks(alliances, 'NATO met. The alliance spoke, and the bloc agreed.')).toEqual([
      'nato: NATO',
      'nato: The alliance',
      'nato: the bloc',
    ]);
    expect(marks(alliances, 'NATO met.\nOne.\nTwo.\nThree.\nFour.\nThe alliance spoke.')).toEqual([
      'nato: NATO',
      'nato: The alliance',
    ]);
  });

  it('count for nothing before it was named, or where it never was', () => {
    expect(marks(alliances, 'The alliance spoke. The bloc agreed.')).toEqual([]);
    expect(marks(alliances, 'The alliance spoke of NATO.')).toEqual(['nato: NATO']);
    expect(marks(alliances, 'CSTO met. The bloc agreed.')).toEqual(['csto: CSTO']);
  });

  it('stand for what was named last, of all that may be called so', () => {
    expect(marks(alliances, 'NATO met. CSTO met. The alliance spoke.').at(-1)).toBe('csto: The alliance');
    expect(marks(alliances, 'CSTO met. NATO met. The alliance spoke.').at(-1)).toBe('nato: The alliance');
    expect(marks(alliances, 'CSTO met NATO and the alliance spoke of CSTO. The alliance spoke.')).toEqual([
      'csto: CSTO',
      'nato: NATO',
      'nato: the alliance',
      'csto: CSTO',
      'csto: The alliance',
    ]);
  });

  it('are themselves a mention', () => {
    expect(marks(alliances, 'NATO met. CSTO met. The bloc agreed. The alliance spoke.').at(-1)).toBe(
      'nato: The alliance',
    );
  });

  it('take their meaning away from an entry that no rule names', () => {
    const natoOnly = matcherOf({ nato: { names: '<nato>' } }, WORDS);
    expect(marks(natoOnly, 'NATO met. CSTO met. The alliance spoke.')).toEqual(['nato: NATO']);
    expect(marks(natoOnly, 'CSTO met. NATO met. The alliance spoke.')).toEqual(['nato: NATO', 'nato: The alliance']);
  });

  it('may find it in the title, which itself is never matched', () => {
    expect(marks(alliances, 'The alliance spoke.', 'NATO meets')).toEqual(['nato: The alliance']);
    expect(marks(alliances, 'The alliance spoke.', 'CSTO after NATO')).toEqual(['nato: The alliance']);
    expect(marks(alliances, 'The alliance spoke.', 'NATO, CSTO and NATO again')).toEqual(['nato: The alliance']);
    expect(marks(alliances, 'CSTO met. The alliance spoke.', 'NATO meets').at(-1)).toBe('csto: The alliance');
    expect(marks(alliances, 'Nothing here.', 'NATO meets')).toEqual([]);
  });

  it('count for an entry that is made of others once one of those was named', () => {
    expect(marks(districts, 'Lachin is far. The districts are empty.')).toEqual(['d: Lachin', 'd: The districts']);
    expect(marks(districts, 'Seven districts lie there. The districts are empty.')).toEqual([
      'd: Seven districts',
      'd: The districts',
    ]);
    expect(marks(districts, 'The districts are empty.')).toEqual([]);
  });

  it('fill a slot of a claim', () => {
    const matcher = matcherOf({ n: { sentence: { nato: '<nato>', says: '~support' } } }, WORDS);
    expect(marks(matcher, 'NATO met. The alliance supports it.')).toEqual(['n: The alliance supports']);
    expect(marks(matcher, 'The alliance supports it.')).toEqual([]);
  });

  it('give way to longer words that begin at the same place', () => {
    const words = {
      force: { words: ['ISAF'], later: ['the force'] },
      other: ['the force of law'],
      mission: { words: ['KFOR'], later: ['the force there'] },
    };
    const matcher = matcherOf({ isaf: { names: '<force>' }, kfor: { names: '<mission>' } }, words);
    expect(marks(matcher, 'KFOR and ISAF met, and the force there left.').at(-1)).toBe('kfor: the force there');
    expect(marks(matcher, 'ISAF met, and the force there left.').at(-1)).toBe('isaf: the force');
  });
});
