import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../src/cli/examples.ts';
import { ERRORS_OVER_WEIGHTS, NEGATIVE, POSITIVE, regress, UNKNOWN } from '../../src/cli/learn.ts';
import { compileRules } from '../../src/match/compile.ts';
import { stem } from '../../src/text/stem.ts';
import { noteOf } from './match-rules.ts';

const column = (...examples: number[]): Int32Array => Int32Array.from(examples);

describe('regress', () => {
  it('gives weight to what tells the labels, and none to what does not', () => {
    const count = 40;
    const even = column(...Array.from({ length: 20 }, (_, i) => 2 * i));
    const low = column(...Array.from({ length: 20 }, (_, i) => i));
    const labels = Uint8Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : 0));
    const { bias, weights } = regress({ count, columns: [even, low] }, labels);
    expect(bias).toBeLessThan(0);
    expect(weights[0]).toBeGreaterThan(2);
    expect(weights[1]).toBeCloseTo(0, 1);
    expect(bias + (weights[0] ?? 0)).toBeGreaterThan(0);
  });

  it('ends at a minimum: no small change of a weight makes loss and penalty less', () => {
    const examples = fc.array(fc.tuple(fc.nat(15), fc.boolean()), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(examples, (rows) => {
        const columns = [0, 1, 2, 3].map((bit) =>
          column(...rows.flatMap(([bits], i) => ((bits >> bit) & 1 ? [i] : []))),
        );
        const labels = Uint8Array.from(rows, ([, label]) => Number(label));
        const { bias, weights } = regress({ count: rows.length, columns }, labels);
        const cost = (own: readonly number[]): number => {
          const loss = rows.map(([bits, label]) => {
            const score = own.reduce((sum, weight, bit) => sum + ((bits >> bit) & 1 ? weight : 0), bias);
            return Math.log1p(Math.exp(label ? -score : score));
          });
          return ERRORS_OVER_WEIGHTS * loss.reduce((a, b) => a + b, 0) + own.reduce((a, b) => a + Math.abs(b), 0);
        };
        const found = [...weights];
        for (const bit of [0, 1, 2, 3]) {
          for (const step of [-0.1, 0.1]) {
            const moved = found.with(bit, (found[bit] ?? 0) + step);
            expect(cost(moved)).toBeGreaterThan(cost(found) - 0.02);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('examplesOf', () => {
  it('takes from each sentence its telling words and the notes that rules raise in and around it', () => {
    const sentence = (text: string, ...notes: string[]) => ({ text, notes });
    const record = {
      id: 1,
      group: 'positive',
      sentences: [
        sentence('The Court sat in 1992.', 'court'),
        sentence('Judges backed 822 of the orders.', 'court'),
        sentence('It rained.'),
      ],
    };
    const notes = [
      noteOf('court', [{ names: 'Court' }, { rule: 'it', sentence: { what: 'It', rained: '~rain' } }]),
      noteOf('war', [{ names: 'war' }]),
    ];
    const often = Array.from({ length: 8 }, () => record);
    const { count, names, columns, labelsOf } = examplesOf(often, {
      ...compileRules(notes, {}),
      notes,
    });
    // Each of the two notes has a sentence that must match and one that must not.
    expect(count).toBe(24 + 4);
    expect(names).toEqual([
      'article:court',
      'entries:"Court"',
      'entries:"~rain"',
      'here:court',
      'near:court',
      'words:1992',
      'words:back',
      'words:court',
      'words:judg',
      'words:order',
      'words:rain',
      'words:sat',
    ]);
    expect([...(columns[names.indexOf('near:court')] ?? [])]).toEqual([
      1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23,
    ]);
    const [yes, no, unknown] = [POSITIVE, NEGATIVE, UNKNOWN];
    const court = [...labelsOf('court')];
    expect(court.slice(0, 6)).toEqual([yes, yes, no, yes, yes, no]);
    expect(court.slice(24)).toEqual([yes, no, unknown, unknown]);
    expect([...labelsOf('war')].slice(24)).toEqual([unknown, unknown, yes, no]);
  });
});

describe('stem', () => {
  it.each([
    [['mediate', 'mediates', 'mediated', 'mediating'], 'mediat'],
    [['party', 'parties'], 'party'],
    [['force', 'forces', 'forced'], 'forc'],
    [['truce', 'truces'], 'truc'],
    [['attack', 'attacks', 'attacked'], 'attack'],
    [['plan', 'planned', 'planning', 'plans'], 'plan'],
    [['isaf'], 'isaf'],
    [['1992'], '1992'],
    [['press'], 'press'],
    [['was'], 'was'],
  ])('is one for %j', (words, expected) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });
});
