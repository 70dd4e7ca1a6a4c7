import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { anyText } from './text-arbitraries.ts';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each list is one text whose sentences are joined by a space. */
const TEXTS: readonly (readonly string[])[] = [
  ['Armenia and Azerbaijan met.', 'Talks went on!', 'Will they end?', 'No one knows.'],
  ['Mr. Kerry met Gen. Dunford in St. Petersburg.', 'Dr. Smith, Sen. Cardin and Prof. de Waal spoke.'],
  ['He met U.S. Secretary of State John Kerry.', 'The U.S. Senate passed H. Res. 812 in Sept. 2014.'],
  ['They live in the U.S.', 'The embassy said so.'],
  ['It was adopted by the U.N.', 'It has not been carried out.'],
  ['J. F. Kennedy spoke.', 'W. H. Auden wrote.'],
  ['See No. 822, Nos. 853 and 874, Art. 5, pp. 3 and para. 59.', 'It was Chiragov and Others v. Armenia, of Aug. 5.'],
  ['He wrote of states, e.g. Armenia, i.e. the republic, approx. 3 million people.', 'It ended.'],
  ['Armenian forces took it.', '188 people were killed.'],
  ['He said no.', '20 percent is lost.'],
  ['It cost $3.5 billion, or 1.2 percent.', '“822 is a number,” he said.'],
  ['That was in 1993.', '2014 was worse.', '(30,000 died.)'],
  ['“The talks failed.”', 'He left.', '(It was late.)', 'She stayed.'],
  ['“We shall see.” he said.', 'They did.'],
  ['Then … nothing came.', 'NATO waited.'],
  ['Azərbaycan’s president spoke.', '😀 Everyone heard.'],
];

describe('splitSentences', () => {
  it.each(TEXTS)('parts “%s”', (...parts) => {
    expect(sentences(parts.join(' '))).toEqual(parts);
    expect(sentences(parts.join('\u00a0 '))).toEqual(parts);
    expect(sentences(`  ${parts.join('\n')}\n`)).toEqual(parts);
  });

  it('ends a sentence at each line feed, with or without a full stop', () => {
    expect(sentences('A headline\nThe U.S.\nSecretary, e.g.\nhe\r\n\n \u00a0\n said')).toEqual([
      'A headline',
      'The U.S.',
      'Secretary, e.g.',
      'he',
      'said',
    ]);
  });

  it('goes on over a line separator where the next word is small', () => {
    expect(sentences('It ended at 5 p.m.\u2028and began again.')).toEqual(['It ended at 5 p.m.\u2028and began again.']);
  });

  it('gives nothing where there is nothing', () => {
    expect(sentences('')).toEqual([]);
    expect(sentences(' \n\t\n\u00a0')).toEqual([]);
  });

  it('leaves the white space around a sentence outside', () => {
    expect(splitSentences('  One. \n\t Two.  ')).toEqual([
      { start: 2, end: 6 },
      { start: 10, end: 14 },
    ]);
  });

  it('holds for any text: sentences are in order, apart, trimmed, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          const sentence = text.slice(start, end);
          expect(sentence).not.toBe('');
          expect(sentence.trim()).toBe(sentence);
          expect(sentence).not.toContain('\n');
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('holds for any text: a block is parted alike alone and among others', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        expect(sentences(`${one}\n${two}`)).toEqual([...sentences(one), ...sentences(two)]);
      }),
      { numRuns: 300 },
    );
  });
});
