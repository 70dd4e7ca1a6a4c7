import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/card/details.ts';
import type { CardSource } from '../../src/notes/compiled.ts';

const details = (source: Partial<CardSource>, month?: 'short'): string =>
  detailsOf({ key: 'one', title: 'A document', publisher: 'CSCE', primary: false, ...source }, 'en-GB', month);

describe('what is said of a source beside its title', () => {
  it('is publisher, place and date', () => {
    expect(details({})).toBe('CSCE');
    expect(details({ where: 'chapter 2', date: '2003' })).toBe('CSCE, chapter 2, 2003');
    expect(details({ date: '1992-03-24' })).toBe('CSCE, 24 March 1992');
    expect(details({ date: '1992-03-24' }, 'short')).toBe('CSCE, 24 Mar 1992');
  });

  it('says nothing twice, in however large letters', () => {
    const where = 'Conclusions of the Helsinki meeting, 24 March 1992';
    expect(details({ where, date: '1992-03-24' })).toBe(`CSCE, ${where}`);
    expect(details({ where, date: '1992-03-24' }, 'short')).toBe(`CSCE, ${where}`);
    expect(details({ where: 'news release of 24 March 1992', date: '1992-03-24' })).not.toContain('1992, 24');
    expect(details({ publisher: 'Akhaltskha.net', where: 'akhaltskha.net, 1 November 2019' })).toBe(
      'Akhaltskha.net, 1 November 2019',
    );
    expect(details({ where: 'csce' })).toBe('CSCE');
  });

  it('keeps what only looks like the same', () => {
    expect(details({ where: 'CSCE Budapest Document 1994', date: '1994-12-06' })).toBe(
      'CSCE, CSCE Budapest Document 1994, 6 December 1994',
    );
  });
});
