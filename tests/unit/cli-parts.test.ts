import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDate } from '../../src/cli/dates.ts';
import { MAX_BYTES, readText } from '../../src/cli/input.ts';
import { indexAt, joinSentences, overlapped } from '../../src/cli/joined.ts';
import { splitLines } from '../../src/cli/lines.ts';
import { articleSchema, readRecords } from '../../src/cli/records.ts';
import { score, Tally } from '../../src/cli/score.ts';
import { overBudget, weigh, weightTable } from '../../src/cli/weights.ts';
import { wholeHtml } from '../../src/cli/whole-html.ts';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe('parseDate', () => {
  it.each([
    ['2014', '2014'],
    ['2014-10', '2014-10'],
    ['2014-10-15', '2014-10-15'],
    ['2014-10-15T11:42:00+02:00', '2014-10-15'],
    ['2014-10-15 23:59', '2014-10-15'],
    ['2014-10-15T23:30:00.123Z', '2014-10-15'],
    ['2024-02-29', '2024-02-29'],
  ])('takes %s', (given, date) => expect(parseDate(given)).toBe(date));

  it.each([
    '',
    '14',
    '15.10.2014',
    'October 2014',
    '2014-13',
    '2014-02-30',
    '2023-02-29',
    '2014-10-15T',
    '2014-1-5',
    '20141015',
    'null',
  ])('refuses %j', (given) => expect(parseDate(given)).toBeNull());
});

describe('joined sentences', () => {
  it('lie in the text where their spans say', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (sentences) => {
        const { text, spans } = joinSentences(sentences);
        expect(text).toBe(sentences.join(' '));
        expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
      }),
    );
  });

  it('are found by offset as by looking at each of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 5 }), { maxLength: 8 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 10 }),
        (sentences, start, length) => {
          const { spans } = joinSentences(sentences);
          const stretch = { start, end: start + length };
          expect(indexAt(spans, start)).toBe(spans.findIndex((span) => span.start <= start && start < span.end));
          const touched = spans.flatMap((span, i) => (span.start < stretch.end && start < span.end ? [i] : []));
          expect(overlapped(spans, stretch).filter((i) => sentences[i] !== '')).toEqual(
            touched.filter((i) => sentences[i] !== ''),
          );
        },
      ),
    );
  });
});

describe('splitLines', () => {
  it('gives the same lines however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'é', '\n', '€') }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const lines = await collect(splitLines(chunksOf(Buffer.from(text), size)));
          const expected = text.endsWith('\n') || text === '' ? text.split('\n').slice(0, -1) : text.split('\n');
          expect(lines.map(({ bytes }) => bytes?.toString())).toEqual(expected);
          expect(lines.map(({ number }) => number)).toEqual(expected.map((_, i) => i + 1));
        },
      ),
    );
  });

  it('drops a line beyond the limit and goes on after it', async () => {
    const huge = Buffer.alloc(MAX_BYTES + 1, 'x');
    const lines = await collect(splitLines(chunksOf(Buffer.concat([huge, Buffer.from('\nb\n')]), 1_000_000)));
    expect(lines.map(({ bytes }) => bytes?.toString() ?? null)).toEqual([null, 'b']);
  });
});

describe('records', () => {
  const parse = async (line: string) => (await collect(readRecords(chunksOf(Buffer.from(line), 64), articleSchema)))[0];

  it.each([
    '{"id":"a","text":"x"}',
    '{"id":1,"sentences":["x","y"],"title":"t","date":"2014-10"}',
    '{"id":"a","text":"","date":null,"url":"https://a.test","group":"other"}',
    '{"id":"a","sentences":[{"text":"x","notes":["isaf"]}],"date":"2014-10-15T10:00:00Z"}',
  ])('takes %s', async (line) => expect(await parse(line)).toMatchObject({ kind: 'record', number: 1 }));

  it.each([
    ['{"id":"a"', 'is no JSON'],
    ['[]', '"id" is missing'],
    ['"x"', 'is not an object'],
    ['{"text":"x"}', '"id" is missing'],
    ['{"id":true,"text":"x"}', '"id" must be text or a number'],
    ['{"id":9007199254740993,"text":"x"}', '"id" is too large for a number: write it as text'],
    ['{"id":"a"}', 'needs either "text" or "sentences"'],
    ['{"id":"a","text":"x","sentences":[]}', 'needs either'],
    ['{"id":"a","text":5}', '"text" must be text'],
    ['{"id":"a","sentences":[5]}', 'each of "sentences" must be text'],
    ['{"id":"a","text":"x","date":"15 October"}', 'is malformed'],
    ['{"id":"a","text":"x","date":2014}', '"date" must be text'],
  ])('refuses %s', async (line, why) => {
    expect(await parse(line)).toMatchObject({ kind: 'fault', number: 1, message: expect.stringContaining(why) });
  });

  it('counts blank lines and passes over them', async () => {
    expect(
      await collect(readRecords(chunksOf(Buffer.from('\n  \n{"id":"a","text":"x"}\n'), 5), articleSchema)),
    ).toMatchObject([{ number: 3 }]);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect(await collect(readRecords(chunksOf(bytes, 64), articleSchema))).toMatchObject([
      { kind: 'fault', message: 'is no text in UTF-8' },
    ]);
  });
});

describe('score', () => {
  it('is precision, recall and F0.5', () => {
    const { precision, recall, f05 } = score({ right: 6, wrong: 2, missed: 4 });
    expect([precision, recall]).toEqual([0.75, 0.6]);
    expect(f05).toBeCloseTo((1.25 * 0.75 * 0.6) / (0.25 * 0.75 + 0.6), 12);
  });

  it('is null where there is nothing to take it of', () => {
    expect(score({ right: 0, wrong: 0, missed: 0 })).toMatchObject({ precision: null, recall: null, f05: null });
    expect(score({ right: 0, wrong: 0, missed: 3 })).toMatchObject({ precision: null, recall: 0, f05: 0 });
  });

  it('adds up by name', () => {
    const tally = new Tally();
    tally.add('a', 'right');
    tally.add('b', 'missed');
    tally.add('a', 'wrong');
    expect(tally.scores()).toMatchObject({ a: { right: 1, wrong: 1, missed: 0 }, b: { missed: 1 } });
  });
});

describe('weights', () => {
  const output = (bytes: number, inputs: Record<string, number>) => ({
    bytes,
    inputs: Object.fromEntries(Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
    imports: [],
    exports: [],
  });
  const metafile = {
    inputs: {},
    outputs: {
      'dist/gate.js': output(6_801, { 'src/content/gate.ts': 1_000, 'src/text/a.ts': 2_000, 'src/text/b.ts': 3_801 }),
      'dist/card.js': output(90_000, {
        'node_modules/@floating-ui/dom/a.js': 85_000,
        'node_modules/preact/b.js': 5_000,
      }),
      'dist/background.js': output(900_000, {}),
    },
  };
  const weights = weigh(metafile);

  it('name who weighs what, heaviest first', () => {
    expect(weights[0]?.parts).toEqual([
      ['src/text', 5_801],
      ['src/content', 1_000],
    ]);
    expect(weights[1]?.parts.map(([whose]) => whose)).toEqual(['@floating-ui/dom', 'preact']);
    expect(weightTable(weights)).toMatch(/card +90\.0 of \d+\.\d/);
  });

  it('refuse one byte above a budget, and nothing that has none', () => {
    expect(overBudget(weights)).toEqual([
      expect.stringMatching(/^gate\.js: 6801 bytes, 1 above its budget of 6800; .*src\/text/),
    ]);
  });
});

describe('the character set of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const DESCRIBED = '<meta name="description" content="what charset=foo means">';

  it.each([
    ['a byte order mark before what is declared', '\ufeff<meta charset="windows-1251">Xocalı', 'utf8'],
    ['UTF-8 where UTF-16 is declared', '<meta charset="utf-16">Xocalı', 'utf8'],
    ['no word of a description', `${DESCRIBED}<meta charset="iso-8859-1">café`, 'latin1'],
    ['a declaration after other attributes', '<meta data-rh="true" itemprop charset=latin1>café', 'latin1'],
    ['the older declaration', '<meta http-equiv="Content-Type" content="text/html; charset=latin1">café', 'latin1'],
    [
      'the older declaration, turned round',
      '<meta content="text/html; charset=latin1" http-equiv=content-type>café',
      'latin1',
    ],
  ] as const)('is %s', async (_, text, encoding) => {
    const path = join(folder, 'page.html');
    writeFileSync(path, text, encoding);
    expect(await readText(path)).toBe(text.replace('\ufeff', ''));
  });
});

describe('wholeHtml', () => {
  const HEAD = '<meta charset="utf-8"><title>T</title>';

  it.each([
    ['a fragment', '<p>a</p>', '<!doctype html><html><head></head><body><p>a</p>'],
    [
      'a document without optional tags',
      `<!doctype html>\n${HEAD}<p>a</p>`,
      `<!doctype html><html><head>${HEAD}</head><body><p>a</p>`,
    ],
    [
      'a head without a body',
      `<html lang="en"><head>${HEAD}</head><p>a</p>`,
      `<!doctype html><html lang="en"><head>${HEAD}</head><body><p>a</p>`,
    ],
    [
      'a body without a head',
      '<body class="b"><p>a</p></body>',
      '<!doctype html><html><head></head><body class="b"><p>a</p></body>',
    ],
  ])('completes %s', (_, given, whole) => expect(wholeHtml(given)).toBe(whole));

  it('leaves a whole document as it is', () => {
    const html = `<!DOCTYPE html><html><head>${HEAD}</head><body></body></html>`;
    expect(wholeHtml(html)).toBe(html);
  });
});
