/** "Try it" without a browser: marks of any text, two ways of marking compared, the strict reading of a dataset file. */
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { readDataset } from '../../src/pages/try/dataset-file.ts';
import { compareMarks, type Marked, markArticle, piecesOf } from '../../src/pages/try/marking.ts';

const { rules, cards } = loadDataset();
const FILE = JSON.stringify({ sidelight: 'dataset', rules, cards });
const TEXT = 'The OSCE Minsk Group met.\nThe Minsk Group met again, and ISAF left.';
const marks = markArticle(createMatcher(rules), { title: '', date: null, text: TEXT });

describe('a text', () => {
  it('has the marks that a page would have, in pieces that are the whole text', () => {
    const words = marks.map(({ start, end }) => TEXT.slice(start, end));
    expect(words).toContain('ISAF');
    expect(words).toContain('OSCE Minsk Group');
    const pieces = piecesOf(TEXT, marks);
    expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
    expect(pieces.flatMap(({ mark }) => mark ?? [])).toEqual(marks);
    expect(piecesOf('', [])).toEqual([]);
  });

  it('differs by the marks that only one side sets', () => {
    const [first, ...others] = marks;
    const moved = { ...first, start: 1 } as Marked;
    expect(compareMarks(marks, marks)).toEqual({ gone: [], come: [] });
    expect(compareMarks(marks, [moved, ...others])).toEqual({ gone: [first], come: [moved] });
  });
});

/** The file with one place changed. */
function changed(change: (file: ReturnType<typeof parsed>) => void): string {
  const file = parsed();
  change(file);
  return JSON.stringify(file);
}
// biome-ignore lint/suspicious/noExplicitAny: a file is broken here in ways that its type forbids
const parsed = (): any => JSON.parse(FILE);

describe('a dataset file', () => {
  it('is read as it was written', () => {
    expect(readDataset(FILE)).toEqual({ kind: 'notes', notes: { sidelight: 'dataset', rules, cards } });
  });

  it.each([
    ['', 'not-json'],
    [FILE.slice(0, -1), 'not-json'],
    ['null', 'not-ours'],
    ['{"sidelight":"settings"}', 'not-ours'],
  ])('is told from another (%#)', (json, kind) => expect(readDataset(json)).toEqual({ kind }));

  it.each([
    [
      'rules.rules.0.name',
      '5',
      'a text',
      changed(({ rules: { rules: all } }) => {
        all[0].name = 5;
      }),
    ],
    [
      'rules.rules.0.note',
      'missing',
      'a whole number from 0 on',
      changed(({ rules: { rules: all } }) => {
        delete all[0].note;
      }),
    ],
    [
      'rules.rules.0.colour',
      '"violet"',
      'absent',
      changed(({ rules: { rules: all } }) => {
        all[0].colour = 'violet';
      }),
    ],
    [
      'rules.sets.1.0',
      '-1',
      'a whole number from 0 on',
      changed(({ rules: all }) => {
        all.sets[1][0] = -1;
      }),
    ],
    [
      'rules.cues',
      'null',
      'an object',
      changed(({ rules: all }) => {
        all.cues = null;
      }),
    ],
    [
      'rules.trie.edges',
      '{}',
      'a list',
      changed(({ rules: all }) => {
        all.trie.edges = {};
      }),
    ],
    [
      'cards.isaf.sources.0.url',
      '"javascript:0"',
      'an https address',
      changed((file) => {
        file.cards.isaf.sources[0].url = 'javascript:0';
      }),
    ],
    [
      'rules.rules.0.note',
      '999',
      `less than ${rules.notes.length}`,
      changed(({ rules: { rules: all } }) => {
        all[0].note = 999;
      }),
    ],
    // Words without an end have all keys that follow: a text of some lines then took minutes.
    [
      'rules.forms.starts',
      '[]',
      `${rules.forms.starts.length} numbers that rise from 0 to ${rules.forms.keys.length}`,
      changed(({ rules: all }) => {
        all.forms.starts = [];
      }),
    ],
    [
      'rules.trie.starts',
      JSON.stringify([...rules.trie.starts].reverse()).slice(0, 60),
      `${rules.trie.starts.length} numbers that rise from 0 to ${rules.trie.edges.length}`,
      changed(({ rules: all }) => {
        all.trie.starts.reverse();
      }),
    ],
    [
      'cards.isaf',
      'missing',
      'the card of a note that the rules name',
      changed((file) => {
        delete file.cards.isaf;
      }),
    ],
  ])('with a fault names it: %s is %s', (place, found, expected, json) => {
    expect(readDataset(json)).toEqual({ kind: 'faults', faults: [{ place, found, expected }] });
  });

  it('tells no more faults than somebody would read', () => {
    const read = readDataset(
      changed(({ rules: all }) => {
        for (const rule of all.rules) rule.name = 0;
      }),
    );
    expect(read).toMatchObject({ kind: 'faults' });
    expect(read.kind === 'faults' && read.faults).toHaveLength(8);
  });
});
