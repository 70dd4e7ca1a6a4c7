import { describe, expect, it } from 'vitest';
import { formatDate, isAfter, splitTimeline } from '../../src/card/dates.ts';

describe('dates known in part', () => {
  it.each([
    ['2014-10-16', '2014-10-15', true],
    ['2014-10-15', '2014-10-15', false],
    ['2014-10-14', '2014-10-15', false],
    ['2014-10-31', '2014-10', false],
    ['2014-11-01', '2014-10', true],
    ['2014-11', '2014-10-15', true],
    ['2014-10', '2014-10-15', false],
    ['2014', '2014-10-15', false],
    ['2015', '2014-10-15', true],
    ['2014-12-31', '2014', false],
    ['2015-01-01', '2014', true],
  ])('%s is after %s: %s', (date, other, expected) => {
    expect(isAfter(date, other)).toBe(expected);
  });

  it('are written as exactly as they are known', () => {
    expect(formatDate('2014-10-15', 'en-GB')).toBe('15 October 2014');
    expect(formatDate('2014-10', 'en-GB')).toBe('October 2014');
    expect(formatDate('2014', 'en-GB')).toBe('2014');
    expect(formatDate('2014-10-05', 'en-GB', 'short')).toBe('5 Oct 2014');
  });

  it('are the same day in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const name of ['Pacific/Honolulu', 'Pacific/Auckland']) {
        process.env['TZ'] = name;
        expect(formatDate('2014-01-01', 'en-GB')).toBe('1 January 2014');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('a timeline', () => {
  const timeline = ['1992', '1994-12', '2014-10-15', '2020-11-10', '2023-09', '2025'].map((date) => ({ date }));
  const dates = (events: readonly { date: string }[]) => events.map(({ date }) => date);

  it('is split at the date of the article', () => {
    const { after, before } = splitTimeline(timeline, '2014-10-15');
    expect(dates(after)).toEqual(['2020-11-10', '2023-09', '2025']);
    expect(dates(before)).toEqual(['1992', '1994-12', '2014-10-15']);
  });

  it('shows its latest events when that date is not known', () => {
    const { after, before } = splitTimeline(timeline, null);
    expect(dates(after)).toEqual(['2014-10-15', '2020-11-10', '2023-09', '2025']);
    expect(dates(before)).toEqual(['1992', '1994-12']);
    expect(splitTimeline(timeline.slice(0, 2), null)).toEqual({ after: timeline.slice(0, 2), before: [] });
  });
});
