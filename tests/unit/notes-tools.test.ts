/** What the maintainer's commands are made of, without a terminal. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PLAIN } from '../../src/cli/footnotes.ts';
import { editDistance, nearest } from '../../src/cli/nearest.ts';
import { NOTE } from '../../src/cli/note-files.ts';
import { noteSkeleton } from '../../src/cli/note-skeleton.ts';
import { noteText, plainText, wrap } from '../../src/cli/note-text.ts';
import { findStale } from '../../src/cli/staleness.ts';
import { createWhole, writeWhole } from '../../src/cli/write-file.ts';
import { formatYaml } from '../../src/cli/yaml-format.ts';
import { type Note, noteSchema } from '../../src/notes/schema.ts';
import { noteOf } from './match-rules.ts';

/** A whole note with some of it changed, given as in its file. */
const noteWith = (id: string, change: Record<string, unknown>): Note =>
  v.parse(noteSchema, { ...noteOf(id, [{ names: 'NATO' }]), ...change });

const event = (date: string, text = `What happened in ${date}.`) => ({ date, text, source: 'a' });

describe('nearest', () => {
  const names = ['unsc-822', 'unsc-853', 'nato-pfp', 'osce-minsk-group'];

  it('puts names that hold what was typed before those that are only like it', () => {
    expect(nearest('minsk', names)[0]).toBe('osce-minsk-group');
    expect(nearest('unsc-823', names).slice(0, 2)).toEqual(['unsc-822', 'unsc-853']);
    expect(nearest('NATO-PPF', names)[0]).toBe('nato-pfp');
    expect(nearest('x', [])).toEqual([]);
  });

  it('measures how much must be changed', () => {
    expect([editDistance('', 'abc'), editDistance('kitten', 'sitting'), editDistance('a', 'a')]).toEqual([3, 3, 0]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('noteText', () => {
  const note = noteWith('talks', {
    summary: 'They *met* in [Minsk](note:minsk), see [the report](https://example.org/a_b_c).',
    readings: [{ party: 'Armenia', text: 'It was `so`.', source: 'a' }],
    timeline: [event('1994-05-12', 'A ceasefire.'), event('2020')],
    related: ['minsk', 'gone'],
    sources: [
      { key: 'a', title: 'A paper', publisher: 'P', side: 'armenia', primary: true, date: '1994', where: 'page 1' },
      { key: 'b', title: 'B', publisher: 'Q', side: 'none', primary: false, url: 'https://q.org/', quote: 'So it is.' },
    ],
  });
  const text = noteText(note, (id) => (id === 'minsk' ? 'The talks in Minsk' : undefined), 60, PLAIN);

  it('holds all of a card and its history', () => {
    expect(text).toBe(`Note talks
talks, term, reviewed 2026-11-23

They met in Minsk (note:minsk), see the report
(https://example.org/a_b_c).

What is known.

How the parties read it
  Armenia [a]
    It was so.

Timeline
  1994-05-12  A ceasefire. [a]
  2020        What happened in 2020. [a]

Sources
  [a] A paper
    P; side: Armenia; primary; 1994
    page 1
  [b] B
    Q
    https://q.org/
    "So it is."

Related
  minsk: The talks in Minsk
  gone: cannot be read

History
  2026-11-23  First version.
`);
  });

  it('has no heading over nothing', () => {
    const bare = noteText(noteOf('n', [{ names: 'x' }]), () => undefined, 60, PLAIN);
    expect(bare).not.toMatch(/Timeline|Related|parties/);
  });

  it('keeps to the width, longer words apart', () => {
    const long = noteWith('n', {
      background: 'word '.repeat(100),
      timeline: [event('2020-01-01', 'word '.repeat(50))],
    });
    for (const line of noteText(long, () => undefined, 40, PLAIN).split('\n'))
      expect(line.length).toBeLessThanOrEqual(40);
  });

  it('reads Markdown, and shows what is none as it is', () => {
    expect(plainText('**a *b*** & 2 * 3 <i>')).toBe('a b & 2 * 3 <i>');
  });
});

describe('wrap', () => {
  it('loses no word and breaks no other', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.flatMap((line) => line.split(' '))).toEqual(words);
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

describe('findStale', () => {
  const today = '2026-11-23';
  const reasons = (notes: readonly Note[], days = 180): string[] =>
    findStale(notes, today, days).map(({ id, reason }) => `${id}: ${reason}`);

  it('names what was reviewed more than so many days ago', () => {
    const notes = [noteWith('old', { reviewed: '2026-05-26' }), noteWith('older', { reviewed: '2026-05-25' })];
    expect(reasons(notes, 181)).toEqual(['older: reviewed 2026-05-25, 182 days ago']);
    expect(reasons(notes, 182)).toEqual([]);
    expect(reasons([noteWith('n', { reviewed: '2027-01-01' })], 0)).toEqual([]);
  });

  it('names a timeline that ends before the newest event of a related note, whichever names the other', () => {
    const a = noteWith('a', { timeline: [event('2014')], related: ['b', 'c'] });
    const b = noteWith('b', { timeline: [event('2020-11-10'), event('2023-09-20')] });
    const c = noteWith('c', { timeline: [event('2022')] });
    expect(reasons([a, b, c])).toEqual([
      'a: its timeline ends 2014; b tells of 2023-09-20: What happened in 2023-09-20.',
    ]);
    expect(
      reasons([
        noteWith('a', { timeline: [event('2024')] }),
        noteWith('d', { timeline: [event('2020')], related: ['a'] }),
      ]),
    ).toEqual(['d: its timeline ends 2020; a tells of 2024: What happened in 2024.']);
  });

  it('does not call a day of a year later than that year, nor ask a note without a timeline', () => {
    const year = noteWith('year', { timeline: [event('2020')], related: ['day', 'none'] });
    expect(reasons([year, noteWith('day', { timeline: [event('2020-11-10')] }), noteWith('none', {})])).toEqual([]);
  });

  it('leaves notes apart that are not related', () => {
    expect(
      reasons([noteWith('a', { timeline: [event('2014')] }), noteWith('b', { timeline: [event('2023')] })]),
    ).toEqual([]);
  });
});

describe('noteSkeleton', () => {
  it('is in its form, with any title', () => {
    fc.assert(
      fc.property(fc.constantFrom('term', 'claim'), fc.string({ minLength: 1, maxLength: 200 }), (kind, title) => {
        fc.pre(title.trim() !== '');
        const text = noteSkeleton('a-b', kind, title, '2026-11-23');
        expect(formatYaml(text, NOTE)).toEqual({ kind: 'text', text });
        expect(parse(text)).toMatchObject({ id: 'a-b', kind, title: title.trim().replace(/\s+/g, ' ') });
      }),
      { numRuns: 100 },
    );
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.yaml');

  it('are made only where there is none, and replaced whole', () => {
    createWhole(path, 'one');
    expect(() => createWhole(path, 'two')).toThrow(/EEXIST/);
    expect(readFileSync(path, 'utf8')).toBe('one');
    writeWhole(path, 'three');
    expect(readFileSync(path, 'utf8')).toBe('three');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('leave nothing behind when they cannot be', () => {
    expect(() => writeWhole(join(folder, 'nowhere', 'a.yaml'), 'x')).toThrow(/ENOENT/);
    expect(() => writeWhole(folder, 'x')).toThrow();
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});
