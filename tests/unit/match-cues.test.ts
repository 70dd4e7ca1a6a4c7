/** Notes raised by the weight of words, beyond what rules find. */
import { describe, expect, it } from 'vitest';
import { compileRules, withoutCues } from '../../src/match/compile.ts';
import { createExplainer } from '../../src/match/explain.ts';
import { BY_WEIGHT, createMatcher } from '../../src/match/matcher.ts';
import type { CuesOfNotes } from '../../src/notes/cues.ts';
import { noteOf, vocabularyOf } from './match-rules.ts';

const none = { entries: {}, rules: {}, here: {}, near: {}, article: {} };
const CUES: CuesOfNotes = {
  court: {
    ...none,
    bias: -3,
    words: { judg: 1.5, back: 0.9, rain: -2, held: 0.1 },
    near: { court: 1 },
    article: { court: 0.5 },
  },
  war: { ...none, bias: -1, words: {}, here: { court: 2 } },
};
const notes = [noteOf('court', [{ names: 'Court' }]), noteOf('war', [{ names: 'war' }])];
const { rules } = compileRules(notes, vocabularyOf({}), CUES);
const matcher = createMatcher(rules);
const marks = (text: string): string[] =>
  matcher
    .match(text)
    .map(({ note, start, end, rule }) => `${note}: ${text.slice(start, end)}${rule === BY_WEIGHT ? ' (weight)' : ''}`);

describe('the weight of words', () => {
  it('raises a note in an article that tells of it', () => {
    expect(marks('The Court sat. Thirteen judges backed the order.')).toEqual([
      'court: Court',
      'court: judges backed (weight)',
    ]);
  });

  it('raises nothing where no rule fits in the article', () => {
    expect(marks('Thirteen judges and judges backed the order.')).toEqual([]);
  });

  it('is not enough where too little, or something else, is told', () => {
    expect(marks('The Court sat. A judge left.')).toEqual(['court: Court']);
    expect(marks('The Court sat. A. B. C. D. A judge left.')).toEqual(['court: Court']);
    expect(marks('The Court sat. Judges backed the rain.')).toEqual(['court: Court']);
  });

  it('counts what the article around the sentence tells of, not the whole of a long one', () => {
    const text = (between: number): string => `The Court sat. ${'It rained. '.repeat(between)}Judges backed the order.`;
    const cues: CuesOfNotes = { court: { ...none, bias: -3, words: { judg: 1.5, back: 0.9 }, article: { court: 1 } } };
    const count = (between: number): number =>
      createMatcher(compileRules(notes, vocabularyOf({}), cues).rules).match(text(between)).length;
    expect([count(0), count(7), count(8)]).toEqual([2, 2, 1]);
  });

  it('counts a word once a sentence, in whatever form', () => {
    expect(marks('The Court sat.\nA.\nB.\nC.\nD.\nA judge judged what judges judge.')).toEqual(['court: Court']);
  });

  it('raises nothing a second time, and nothing without a word that speaks for it', () => {
    expect(marks('The Court: judges backed the Court.')).toEqual(['court: Court', 'court: Court']);
  });

  it('tells the words that did it, each at its place', () => {
    const text = 'The Court sat. It is backed, as we hear from those who were there and who held it, by judges.';
    const [, match] = matcher.match(text);
    expect(match?.evidence.map(({ slot, words, start }) => [slot, words, text.indexOf(words) === start])).toEqual([
      ['word', 'backed', true],
      ['word', 'judges', true],
    ]);
    expect(text.slice(match?.start, match?.end)).toBe('judges');
  });

  it.each([
    ['stops at a comma', 'They backed it, and judges sat.', 'judges'],
    ['keeps the date together', 'Thirteen judges on May 5, 2016 backed the order.', 'judges on May 5, 2016 backed'],
    ['takes in a whole name', 'They were backed by Hans Judge Meier.', 'backed by Hans Judge Meier'],
    ['takes in the day of a month', 'They backed Judge 5, who held it.', 'backed Judge 5'],
    ['leaves a number that belongs to another word', 'They backed Judge 5 days ago.', 'backed Judge'],
    ['goes no further than its sentence', 'They backed the Judge. Hans held it.', 'backed the Judge'],
  ])('is marked so that it %s', (_, sentence, marked) => {
    const text = `The Court sat. ${sentence}`;
    const [, match] = matcher.match(text);
    expect(text.slice(match?.start, match?.end)).toBe(marked);
  });

  it('is explained with its score', () => {
    const [, second] = createExplainer(rules).explain('The Court sat. Thirteen judges backed the order.', {});
    expect(second?.weights).toEqual([
      {
        note: 'court',
        matches: true,
        score: expect.closeTo(0.9),
        words: [
          { words: 'judges', weight: 1.5 },
          { words: 'backed', weight: 0.9 },
        ],
      },
    ]);
  });

  it('takes in weak rules that fit, which are no match by themselves', () => {
    const weak = [
      noteOf('court', [{ names: 'Court' }, { rule: 'told of it', sentence: { what: 'order' }, weak: true }]),
    ];
    const text = 'The Court sat. It gave an order.';
    const raised = (cues: CuesOfNotes): string[] =>
      createMatcher(compileRules(weak, vocabularyOf({}), cues).rules)
        .match(text)
        .map(({ start, end }) => text.slice(start, end));
    expect(raised({})).toEqual(['Court']);
    const learnt = { ...none, bias: -1, words: {}, rules: { 'court: told of it': 1.5 } };
    expect(raised({ court: learnt })).toEqual(['Court', 'order']);
    expect(raised({ court: { ...learnt, bias: -2 } })).toEqual(['Court']);
  });

  it('can be left out', () => {
    expect(createMatcher(withoutCues(rules)).match('The Court sat. Thirteen judges backed the order.')).toHaveLength(1);
  });
});
