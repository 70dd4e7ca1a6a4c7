/** What the popup shows of the sentence round marked words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/pages/popup/excerpt.ts';

const WORDS = 'Nagorno-Karabakh';
const LEAD =
  'YEREVAN/BAKU, 12 March 2016 — The co-chairs of the OSCE Minsk Group called on Armenia and Azerbaijan over ';
const REST = ', saying that there is no alternative to a settlement that both sides have agreed to at the table.';

const joined = (before: string, after: string): string => {
  const parts = excerpt({ before, words: WORDS, after });
  return parts.before + parts.words + parts.after;
};

describe('the excerpt of a sentence', () => {
  it('is all of a short one', () => {
    expect(joined('They met over ', ' in Vienna.')).toBe(`They met over ${WORDS} in Vienna.`);
  });

  it('is cut between words on both sides of marked words that stand in the middle', () => {
    expect(joined(LEAD, REST)).toBe(`…and Azerbaijan over ${WORDS}, saying that there is no alternative to a…`);
  });

  it('gives the room that one side does not need to the other', () => {
    expect(joined('', LEAD)).not.toMatch(/^…/);
    expect(joined(LEAD, '.')).toBe(`…of the OSCE Minsk Group called on Armenia and Azerbaijan over ${WORDS}.`);
  });

  it('keeps marked words whole, however many, and cuts no word that they are a part of', () => {
    const words = LEAD.trim();
    expect(excerpt({ before: REST, words, after: REST })).toEqual({ before: '…', words, after: '…' });
    expect(joined('a '.repeat(60) + 'x'.repeat(90), 'y'.repeat(90))).toBe(`…${WORDS}…`);
  });

  it('begins and ends with words', () => {
    expect(joined('12 March 2016 — The co-chairs called on ', REST)).toMatch(/^…The co-chairs/);
    expect(
      joined('', ' called on the parties to meet, and to keep to what they have signed — as ever, he said.'),
    ).toMatch(/signed…$/);
  });

  it('holds whole words of the sentence, next to the marked ones, and keeps to its room', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = excerpt({ before, words: WORDS, after });
        if (parts.before !== before) {
          expect(parts.before).toMatch(/^…/);
          expect(before.endsWith(parts.before.slice(1))).toBe(true);
        }
        if (parts.after !== after) {
          expect(parts.after).toMatch(/…$/);
          expect(after.startsWith(parts.after.slice(0, -1))).toBe(true);
        }
        expect(parts.before.length + WORDS.length + parts.after.length).toBeLessThanOrEqual(90);
      }),
    );
  });
});
