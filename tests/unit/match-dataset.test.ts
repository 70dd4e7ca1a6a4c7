/** The extension's own notes through its own matching, on texts made of the notes' own sentences. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../src/cli/dataset.ts';
import { createMatcher, type Matcher } from '../../src/match/matcher.ts';

let dataset: Dataset;
let matcher: Matcher;
let sentences: readonly string[];

beforeAll(() => {
  dataset = loadDataset();
  matcher = createMatcher(dataset.rules);
  sentences = dataset.notes.flatMap((note) => [...note.matches, ...note.rejects].map(({ text }) => text));
});

/** Some of the notes' own sentences, in any order. */
const some = () =>
  fc
    .array(fc.nat(sentences.length - 1), { minLength: 1, maxLength: 15 })
    .map((indexes) => indexes.map((i) => sentences[i] ?? ''));

describe('the notes on texts of their own sentences', () => {
  it('are found', () => {
    expect(sentences.length).toBeGreaterThan(300);
    const raised = new Set(sentences.flatMap((sentence) => matcher.match(sentence).map(({ note }) => note)));
    expect([...raised].sort()).toEqual(dataset.notes.map(({ id }) => id).sort());
  });

  it('are found at the places of the words that they tell', () => {
    fc.assert(
      fc.property(some(), fc.constantFrom(' ', '\n', '\n\n', ' 😀 '), (parts, between) => {
        const text = parts.join(between);
        for (const { start, end, evidence } of matcher.match(text)) {
          expect(evidence.length).toBeGreaterThan(0);
          expect(start).toBeLessThan(end);
          for (const words of evidence) {
            expect(words.words).not.toBe('');
            expect(text.slice(words.start, words.end)).toBe(words.words);
          }
          expect(evidence.some((words) => start <= words.start && words.end <= end)).toBe(true);
          expect([start, end].map((at) => /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1)))).toEqual([
            false,
            false,
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are found alike in one paragraph and in many', () => {
    fc.assert(
      fc.property(some(), (parts) => {
        // A sentence may hold several; each ends with a full stop, and the next begins with a capital or a digit.
        const clean = parts.filter((part) => /[a-z][.]$/.test(part) && /^["“]?[A-Z0-9]/.test(part));
        expect(matcher.match(clean.join('\n'))).toEqual(matcher.match(clean.join(' ')));
      }),
      { numRuns: 150 },
    );
  });

  it('are found alike when compiled rules have been through JSON, as the build writes them', () => {
    const shipped = createMatcher(JSON.parse(JSON.stringify(dataset.rules)));
    const text = sentences.join(' ');
    expect(shipped.match(text)).toEqual(matcher.match(text));
  });
});
