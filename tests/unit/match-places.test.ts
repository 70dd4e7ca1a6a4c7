/** Places of matches: where they lie, and that nothing but the words decides them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/match/types.ts';
import { normalise } from '../../src/text/normalise.ts';
import { matcherOf } from './match-rules.ts';

const NOTES = {
  nato: { names: '<nato>' },
  karabakh: { names: '<karabakh>', unless: 'football' },
  un: { names: '<un>' },
  resolution: { names: 'resolution (no|) 822 (1993|)', article: { topic: ['<karabakh>', '<armenia>'] } },
  taken: { sentence: { who: '<armenia>', took: '~occupy', what: ['<karabakh>', 'land'] }, within: 8 },
  position: {
    sentence: { nato: '<nato>', says: '~support' },
    before: { where: '<karabakh>' },
    'unless-before': 'Ukraine',
  },
};
const WORDS = {
  nato: { words: ['NATO', 'North Atlantic Alliance'], later: ['the alliance'] },
  csto: { words: ['CSTO'], later: ['the alliance'] },
  karabakh: ['(Nagorno-|) Karabakh'],
  armenia: ['Armenia', 'Armenian =forces'],
  club: { whole: true, words: ['FK Karabakh'] },
  un: ['UN', 'UN resolution'],
};
const matcher = matcherOf(NOTES, WORDS);

const SENTENCES = [
  'NATO met in Wales.',
  'The alliance supports peace.',
  'The CSTO met too.',
  'Then the North Atlantic Alliance supported it.',
  'Armenian forces occupied Nagorno-Karabakh.',
  'FK Karabakh won.',
  'Nagorno‑Karabakh’s football club lost.',
  'Karabakh is a region, Armenia says.',
  'UN resolution No. 822 (1993) asks so.',
  '822 people died.',
  'Ukraine waits.',
  'Nothing happened that day.',
  'He joined the UN.',
  'Resolution 822 was next.',
  '😀 Armenia occupied land, said the U.S. Secretary.',
  '“The alliance supported Armenia.”',
  'Nagorno\u00adKarabakh, Kara\u0301bakh, KARABAKH.',
] as const;

const someSentences = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 12 });
const someTitle = fc.option(fc.constantFrom('NATO and Karabakh', 'CSTO meets', 'On Ukraine', 'A day'), {
  nil: undefined,
});

const match = (text: string, title: string | undefined): Match[] =>
  matcher.match(text, title === undefined ? {} : { title });

/** A match without its places and with words in one spelling. */
const told = ({ note, kind, rule, evidence }: Match) => ({
  note,
  kind,
  rule,
  evidence: evidence.map(({ slot, words }) => [slot, normalise(words).text.replace(/\s+/g, ' ')]),
});

describe('matches', () => {
  it('raise enough for these tests to mean something', () => {
    const raised = new Set(match(SENTENCES.join(' '), undefined).map(({ note }) => note));
    expect([...raised].sort()).toEqual(['karabakh', 'nato', 'resolution', 'taken', 'un']);
    expect(
      match('Karabakh is far. NATO met. The alliance supports peace.', undefined).map(({ note }) => note),
    ).toContain('position');
  });

  it('lie on the words that they tell, in order of their starts', () => {
    fc.assert(
      fc.property(someSentences, someTitle, (sentences, title) => {
        const text = sentences.join(' ');
        let last = 0;
        for (const { start, end, evidence } of match(text, title)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const words of evidence) expect(text.slice(words.start, words.end)).toBe(words.words);
          expect(evidence.some((words) => words.start === start)).toBe(true);
          expect(evidence.some((words) => words.end === end)).toBe(true);
          last = start;
        }
      }),
    );
  });

  it('are the same at the same places when sentences are paragraphs of their own', () => {
    fc.assert(
      fc.property(someSentences, someTitle, (sentences, title) => {
        expect(match(sentences.join('\n'), title)).toEqual(match(sentences.join(' '), title));
      }),
    );
  });

  it('move with the text before them', () => {
    const moved = (by: number) => (one: Match) => ({
      ...one,
      start: one.start + by,
      end: one.end + by,
      evidence: one.evidence.map((words) => ({ ...words, start: words.start + by, end: words.end + by })),
    });
    fc.assert(
      fc.property(
        someSentences,
        fc.constantFrom('\n', ' \n\t\n', '😀👩‍👩‍👧\n', 'Ə – ﬁ½\n', '\ud83d\n'),
        (sentences, before) => {
          const text = sentences.join(' ');
          expect(match(before + text, undefined)).toEqual(match(text, undefined).map(moved(before.length)));
        },
      ),
    );
  });

  it('are the same however wide the spaces are', () => {
    const space = fc.constantFrom(' ', '  ', '\u00a0', '\t', ' \u2009 ', '\u202f', '\u3000');
    fc.assert(
      fc.property(someSentences, fc.array(space, { minLength: 7, maxLength: 7 }), (sentences, spaces) => {
        let i = 0;
        const plain = sentences.join(' ');
        const wide = plain.replace(/ /g, () => spaces[i++ % spaces.length] ?? ' ');
        expect(match(wide, undefined).map(told)).toEqual(match(plain, undefined).map(told));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same whatever text was matched before', () => {
    fc.assert(
      fc.property(someSentences, someSentences, someTitle, someTitle, (before, parts, titleBefore, title) => {
        const alone = matcherOf(NOTES, WORDS).match(parts.join(' '), title === undefined ? {} : { title });
        match(before.join(' '), titleBefore);
        expect(match(parts.join(' '), title)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same when the sentences are handed in', () => {
    fc.assert(
      fc.property(someSentences, (sentences) => {
        const text = sentences.join('\n');
        let at = 0;
        const known = sentences.map((sentence) => {
          const start = at;
          at += sentence.length + 1;
          return { start, end: start + sentence.length };
        });
        expect(matcher.match(text, {}, known)).toEqual(match(text, undefined));
      }),
    );
  });

  it('are never found in the title', () => {
    expect(match('', 'NATO and Karabakh')).toEqual([]);
    expect(match('A day.', 'NATO and Karabakh')).toEqual([]);
  });
});
