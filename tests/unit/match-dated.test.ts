import { describe, expect, it } from 'vitest';
import { firstDay, isWithin, lastDay } from '../../src/match/dated.ts';
import { matcherOf } from './match-rules.ts';

const autumn = [firstDay('2020-09-27'), lastDay('2020-11')] as const;

describe('isWithin', () => {
  it.each([
    ['2020-09-27', true],
    ['2020-09-26', false],
    ['2020-11-30', true],
    ['2020-12-01', false],
    ['2020-10', true],
    ['2020-09', false],
    ['2020-11', true],
    ['2020', false],
    [null, false],
  ])('says of %s: %s', (date, expected) => {
    expect(isWithin(date, autumn)).toBe(expected);
  });

  it('takes a year for all of its days', () => {
    expect(isWithin('2020', [firstDay('2020'), lastDay('2020')])).toBe(true);
  });
});

describe('a rule with days', () => {
  const war = matcherOf({
    war: { sentence: { what: 'the war' }, dated: { from: '2020-09-27', to: '2020-12' } },
    since: { sentence: { what: 'the war' }, dated: { from: '2021' } },
    until: { sentence: { what: 'the war' }, dated: { to: '1999' } },
    always: { sentence: { what: 'the war' } },
  });
  const raised = (date: string | null): string[] => war.match('It was the war.', { date }).map(({ note }) => note);

  it('counts only in articles of these days', () => {
    expect(raised('2020-10-03')).toEqual(['war', 'always']);
    expect(raised('2022')).toEqual(['since', 'always']);
    expect(raised('1998-05-04')).toEqual(['until', 'always']);
    expect(raised(null)).toEqual(['always']);
    expect(war.match('It was the war.').map(({ note }) => note)).toEqual(['always']);
  });
});
