import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { noteSchema, vocabularySchema } from '../../src/notes/schema.ts';
import { noteOf } from './match-rules.ts';

const note = noteOf('n', [{ names: 'NATO' }]);
const accepts = (change: Record<string, unknown>): boolean => v.safeParse(noteSchema, { ...note, ...change }).success;

describe('noteSchema', () => {
  it('takes dates as exact as they are known', () => {
    const timeline = (date: unknown) => accepts({ timeline: [{ date, text: 'x', source: 'a' }] });
    for (const date of ['1993', 1993, '1993-04', '1993-04-30', '2016-02-29', '2000-02-29'])
      expect([date, timeline(date)]).toEqual([date, true]);
    for (const date of [
      '2014-02-30',
      '2015-02-29',
      '1900-02-29',
      '1993-13',
      '1993-00',
      '1993-04-31',
      '93',
      '1993-4-3',
      '1993/04/30',
      '30.04.1993',
      '1993-04-30T10:00',
      '',
      19930430,
      true,
      null,
    ]) {
      expect([date, timeline(date)]).toEqual([date, false]);
    }
  });

  it('brings text to one line', () => {
    expect(v.parse(noteSchema, { ...note, summary: '  one\n  two  ' }).summary).toBe('one two');
  });

  it('measures the summary without the white space that goes', () => {
    expect(accepts({ summary: `  ${'a'.repeat(280)}\n` })).toBe(true);
    expect(accepts({ summary: 'a'.repeat(281) })).toBe(false);
  });

  it('takes what may be absent for empty', () => {
    const { readings, timeline, related, ...rest } = note;
    expect([readings, timeline, related]).toEqual([[], [], []]);
    expect(v.parse(noteSchema, rest)).toEqual(note);
  });

  it('asks for at least one rule, sentence, near miss and entry of the history', () => {
    for (const key of ['match', 'matches', 'rejects', 'history'])
      expect([key, accepts({ [key]: [] })]).toEqual([key, false]);
  });
});

describe('vocabularySchema', () => {
  it('fills in what is left out', () => {
    expect(v.parse(vocabularySchema, { nato: { words: ['NATO'] } })).toEqual({
      nato: { words: ['NATO'], later: [], whole: false, anchor: false },
    });
  });

  it('takes no entry without words and no name that is no key', () => {
    expect(v.safeParse(vocabularySchema, { nato: { words: [] } }).success).toBe(false);
    expect(v.safeParse(vocabularySchema, { 'NATO chief': { words: ['x'] } }).success).toBe(false);
    expect(v.safeParse(vocabularySchema, { nato: ['NATO'] }).success).toBe(false);
  });
});
