import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, chooseShown, MARKS_PER_SCREEN, SCREEN_LENGTH, USUAL } from '../../src/mark/display.ts';
import type { Match } from '../../src/match/types.ts';

function match(kind: Match['kind'], note: string, start: number, end: number, by: Match['by'] = 'slots'): Match {
  return { kind, note: note as Match['note'], start, end, evidence: [], rule: 'named', by };
}
const term = (note: string, start: number, end: number, by?: Match['by']): Match => match('term', note, start, end, by);
const claim = (note: string, start: number, end: number, by?: Match['by']): Match =>
  match('claim', note, start, end, by);
const blocks = (...lengths: number[]): string => lengths.map((length) => 'x'.repeat(length)).join('\n');
const shown = (text: string, ...matches: Match[]) =>
  chooseShown(text, matches).map(({ match: { note, start }, alsoHere }) => [
    note,
    start,
    ...alsoHere.map((other) => other.note),
  ]);

describe('what is shown of the matches', () => {
  it('is the first mention of a term', () => {
    expect(shown(blocks(100), term('isaf', 50, 54), term('isaf', 10, 14))).toEqual([['isaf', 10]]);
  });

  it('is the first mention of a term by its name, where it has one', () => {
    const [named, told, weighed] = [term('isaf', 50, 54, 'name'), term('isaf', 30, 40), term('isaf', 10, 20, 'weight')];
    expect(shown(blocks(100), named, told, weighed, term('isaf', 70, 74, 'name'))).toEqual([['isaf', 50]]);
    expect(shown(blocks(100), told, weighed)).toEqual([['isaf', 30]]);
  });

  it('is a claim once a block, and again in another block', () => {
    const text = blocks(50, 50);
    expect(shown(text, claim('talks', 0, 5), claim('talks', 20, 25), claim('talks', 51, 60))).toEqual([
      ['talks', 0],
      ['talks', 51],
    ]);
  });

  it('is the narrower of two that overlap; the other stands with it', () => {
    expect(shown(blocks(100), claim('talks', 0, 40), term('group', 10, 20))).toEqual([['group', 10, 'talks']]);
  });

  it('is what is surer than the weight of words, however wide', () => {
    expect(shown(blocks(100), claim('share', 0, 60), term('war', 40, 60, 'weight'))).toEqual([['share', 0, 'war']]);
  });

  it('is the claim where a term has the same words', () => {
    expect(shown(blocks(100), term('group', 10, 20), claim('talks', 10, 20))).toEqual([['talks', 10, 'group']]);
  });

  it('names a note once at a place, and never beside itself', () => {
    const text = blocks(100);
    expect(shown(text, claim('talks', 0, 40), claim('talks', 10, 20))).toEqual([['talks', 0]]);
    expect(shown(text, term('group', 10, 20), term('group', 10, 20))).toEqual([['group', 10]]);
  });

  it('gives a wide match to each narrower one that it spans', () => {
    expect(shown(blocks(100), claim('wide', 0, 60), term('a', 0, 10), term('b', 50, 60))).toEqual([
      ['a', 0, 'wide'],
      ['b', 50, 'wide'],
    ]);
  });

  it('keeps two that touch apart', () => {
    expect(shown(blocks(100), term('a', 0, 10), term('b', 10, 20))).toEqual([
      ['a', 0],
      ['b', 10],
    ]);
  });

  it('holds back terms, not claims, where there are too many for a screen', () => {
    const terms = Array.from({ length: MARKS_PER_SCREEN }, (_, i) => term(`t${i}`, i * 20, i * 20 + 5));
    const late = [claim('c', 1000, 1005), term('far', SCREEN_LENGTH + 300, SCREEN_LENGTH + 305)];
    const notes = chooseShown(blocks(4000), [...terms, ...late]).map(({ match: { note } }) => note);
    expect(notes).toEqual([...terms.slice(0, -1).map(({ note }) => note), 'c', 'far']);
  });

  it('counts a term that stands before a claim as the claim', () => {
    const terms = Array.from({ length: MARKS_PER_SCREEN }, (_, i) => term(`t${i}`, i * 20, i * 20 + 5));
    const found = chooseShown(blocks(4000), [...terms, term('group', 1000, 1005), claim('talks', 990, 1040)]);
    expect(found.at(-1)).toMatchObject({ match: { note: 'group' }, alsoHere: [{ note: 'talks' }] });
  });

  describe('by the choice of the reader', () => {
    const text = blocks(50, 50);
    const found = [term('isaf', 0, 4), term('isaf', 60, 64), claim('talks', 10, 20), claim('talks', 30, 40)];
    const placed = (choice: Partial<Choice>) =>
      chooseShown(text, found, { ...USUAL, ...choice }).map(({ match: { note, start } }) => [note, start]);

    it.each([
      [
        'first',
        [
          ['isaf', 0],
          ['talks', 10],
        ],
      ],
      [
        'all',
        [
          ['isaf', 0],
          ['talks', 10],
          ['talks', 30],
          ['isaf', 60],
        ],
      ],
      ['claims', [['talks', 10]]],
      ['asked', []],
    ] as const)('%s', (mentions, expected) => expect(placed({ mentions })).toEqual(expected));

    it('is every mention only where no note of its own is lost by it', () => {
      const all = (...matches: Match[]) =>
        chooseShown(blocks(4_000), matches, { ...USUAL, mentions: 'all' }).map(({ match: { note } }) => note);
      const repeats = Array.from({ length: 20 }, (_, i) => claim('talks', i * 20, i * 20 + 5));
      expect(all(...repeats, term('isaf', 800, 804))).toContain('isaf');
      expect(all(term('group', 0, 5), term('madrid', 20, 40), term('group', 30, 35))).toEqual(['group', 'madrid']);
    });

    it('is never a note that was muted, whose words go to the next', () => {
      expect(placed({ mutedNotes: ['talks', 'other'] })).toEqual([['isaf', 0]]);
      const both = [claim('talks', 10, 20), term('group', 10, 30)];
      expect(chooseShown(text, both, { ...USUAL, mutedNotes: ['talks'] })).toEqual([{ match: both[1], alsoHere: [] }]);
    });

    it('keeps to the number a screen holds with every mention', () => {
      const many = Array.from({ length: 40 }, (_, i) => term('isaf', i * 20, i * 20 + 4));
      expect(chooseShown(blocks(1_000), many, { ...USUAL, mentions: 'all' })).toHaveLength(MARKS_PER_SCREEN);
    });
  });

  it('never overlaps, never crowds, whatever was matched', () => {
    const any = fc.record({
      kind: fc.constantFrom('term' as const, 'claim' as const),
      note: fc.integer({ min: 0, max: 40 }),
      start: fc.integer({ min: 0, max: 5000 }),
      length: fc.integer({ min: 1, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 120 }), (found) => {
        const matches = found.map(({ kind, note, start, length }) => match(kind, `n${note}`, start, start + length));
        const places = chooseShown(blocks(1000, 2000, 2500), matches).map((place) => place.match);
        places.forEach((place, i) => {
          const next = places[i + 1];
          if (next) expect(next.start).toBeGreaterThanOrEqual(place.end);
          const beyond = places[i + MARKS_PER_SCREEN];
          if (beyond) expect(beyond.start - place.start).toBeGreaterThanOrEqual(SCREEN_LENGTH);
        });
      }),
    );
  });
});
