import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { createExplainer, type RuleTrace, type SentenceTrace, tellingOf } from '../../src/match/explain.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import type { MatchContext } from '../../src/match/types.ts';
import { compile, type RulesById } from './match-rules.ts';

const WORDS = { nato: { words: ['NATO'], later: ['the alliance'] }, karabakh: ['Karabakh'] };

/** The traces of a text's last sentence. */
function traces(notes: RulesById, text: string, context: MatchContext = {}): SentenceTrace {
  const last = createExplainer(compile(notes, WORDS).rules).explain(text, context).at(-1);
  if (!last) throw new Error('no sentence');
  return last;
}
const trace = (rule: Record<string, unknown>, text: string, context?: MatchContext): RuleTrace | undefined =>
  traces({ n: rule }, text, context).rules[0];

describe('the trace of a rule', () => {
  const frame = {
    sentence: { who: '<nato>', says: '~support' },
    before: { where: '<karabakh>' },
    about: { when: 'summit' },
    article: { what: 'peace' },
  };

  it('tells slot by slot the words that were found, and where nothing was', () => {
    expect(trace(frame, 'Karabakh waits. NATO supports it. Peace is far.', { title: 'The summit' })?.matches).toBe(
      false,
    );
    expect(trace(frame, 'Peace is far from Karabakh. NATO supported it.', { title: 'The summit' })).toEqual({
      note: 'n',
      rule: 'rule 1',
      matches: true,
      weighs: false,
      slots: [
        { level: 'sentence', slot: 'who', words: 'NATO' },
        { level: 'sentence', slot: 'says', words: 'supported' },
        { level: 'before', slot: 'where', words: 'Karabakh' },
        { level: 'about', slot: 'when', words: '' },
        { level: 'article', slot: 'what', words: 'Peace' },
      ],
      blockers: [],
      outdated: false,
      apart: false,
    });
    expect(trace(frame, 'The alliance supported it.')?.slots.map(({ words }) => words)).toEqual([
      null,
      'supported',
      null,
      null,
      null,
    ]);
  });

  it('tells what forbids it, at each level', () => {
    const forbidden = {
      names: '<nato>',
      unless: 'club',
      'unless-before': '<karabakh>',
      'unless-article': 'yacht',
    };
    expect(trace(forbidden, 'A Yacht. Karabakh. The club of NATO.', { title: 'yachts' })).toMatchObject({
      matches: false,
      blockers: [
        { level: 'unless', words: 'club' },
        { level: 'unless-before', words: 'Karabakh' },
        { level: 'unless-article', words: 'Yacht' },
      ],
    });
  });

  it('tells that the date is wrong, and that the words stand apart', () => {
    const near = { sentence: { who: '<nato>', says: '~support' }, within: 2, dated: { from: '2014' } };
    expect(trace(near, 'NATO supports it.')).toMatchObject({ matches: false, outdated: true, apart: false });
    expect(trace(near, 'NATO often supports it.', { date: '2015' })).toMatchObject({ outdated: false, apart: true });
    const both = { names: ['one', 'two'], several: 2 };
    expect(trace(both, 'Only one of them.')).toMatchObject({ matches: false, apart: true });
    expect(trace(both, 'One of the two.')).toMatchObject({ matches: true, apart: false });
  });
});

describe('what is worth telling of a sentence', () => {
  const told = (notes: RulesById, text: string): string[] =>
    tellingOf(traces(notes, text)).rules.map(({ note, rule, matches }) => `${note} ${rule} ${matches}`);

  it('is what matches, and what lacks one thing where something of weight is there', () => {
    const notes = {
      three: { sentence: { a: 'one', b: 'two', c: 'three' } },
      two: { sentence: { a: 'one', b: 'four' } },
      name: { names: 'one', article: { x: 'five' } },
      blocked: { sentence: { a: 'one' }, unless: 'two' },
      far: { sentence: { a: 'one', b: 'four', c: 'five' } },
    };
    expect(told(notes, 'One and two.')).toEqual(['three rule 1 false', 'name rule 1 false', 'blocked rule 1 false']);
  });

  it('is not what came near of a note that is raised there', () => {
    const notes = { n: [{ names: 'one' }, { sentence: { a: 'one', b: 'two', c: 'three' } }] };
    expect(told(notes, 'One and two.')).toEqual(['n rule 1 true']);
  });
});

describe('the traces of the notes', () => {
  it('agree with the matches, on texts of the notes’ own sentences', () => {
    const { notes, rules } = loadDataset();
    const [matcher, explainer] = [createMatcher(rules), createExplainer(rules)];
    const sentences = notes.flatMap((note) => [...note.matches, ...note.rejects].map(({ text }) => text));
    const some = fc.array(fc.nat(sentences.length - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.constantFrom(null, '2014-09', '2020-10-20', '2023-10-02'), (indexes, date) => {
        const text = indexes.map((i) => sentences[i]).join('\n');
        const context = { title: sentences[indexes[0] ?? 0] ?? '', date };
        const matches = matcher.match(text, context);
        for (const { start, end, rules, weights } of explainer.explain(text, context)) {
          const here = matches.filter((match) => match.start >= start && match.end <= end);
          const raised = new Set(here.map(({ note }) => note as string));
          const traced = new Set(
            [...rules, ...weights].filter(({ matches }) => matches).map(({ note }) => note as string),
          );
          expect([...raised].sort()).toEqual([...traced].sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
