/**
 * The neutrality lint: loaded words in what a card says itself. A watched word may stand in a sentence that says whose word it is
 * ("Baku called it …", "in its view"), or in quotation marks; a few may stand in quotation marks only.
 * The words are data (`src/notes/neutrality.yaml`); they are found by the matching of the extension itself. Pure.
 */
import { compileRules, type RuleFault } from '../match/compile.ts';
import { createMatcher } from '../match/matcher.ts';
import type { Neutrality } from '../notes/neutrality.ts';
import type { Note, NoteId } from '../notes/schema.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { cardTexts, type NoteFault, visibleText } from './check-note.ts';

/** Gives the faults of one note. */
export type NeutralityLint = (note: Note) => NoteFault[];

/** A phrase that cannot be read; `path` leads to it within the file. */
export type WordFault = Pick<RuleFault, 'path' | 'message'>;

const MARK = '["“”„‟«»]';
const QUOTATION = new RegExp(`${MARK}[^"“”„‟«»]*${MARK}`, 'g');
const QUOTATION_MARKS = new RegExp(MARK, 'g');

/** A text of the same length in which nothing that is quoted can be read; full stops stay, so that sentences do. */
const withoutQuotations = (text: string): string =>
  text.replace(QUOTATION, (quoted) => quoted.replace(/[\p{L}\p{N}]/gu, 'x'));

/** Sentences, and what a semicolon parts: "Baku said so; the … did that" attributes its first half only. */
function statementsIn(text: string): Sentence[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const starts = [
      start,
      ...[...text.slice(start, end).matchAll(/;\s+/g)].map((stop) => start + stop.index + stop[0].length),
    ];
    return starts.map((from, i) => ({ start: from, end: starts[i + 1] ?? end }));
  });
}

/** What the lint reads of a note: all that a card says itself. Titles of sources and test sentences speak for others. */
function* spokenTexts(note: Note): Generator<{ path: NoteFault['path']; text: string }> {
  yield { path: ['title'], text: note.title };
  for (const [i, { party }] of note.readings.entries()) yield { path: ['readings', i, 'party'], text: party };
  yield* cardTexts(note);
}

const LINT = 'neutrality' as NoteId;

/** The words as rules of one note: each group of watched words a rule, with what attributes it in `unless`. */
function compileWords({ watch, except, attribution, nobody }: Neutrality) {
  const entry = { later: [], anchor: false };
  const match = watch.map(({ words, always }, i) => ({
    rule: String(i),
    names: words,
    ...(always ? {} : { unless: ['<attribution>'] }),
  }));
  return compileRules([{ id: LINT, kind: 'term', title: '', match }], {
    attribution: { ...entry, words: attribution, whole: false },
    except: { ...entry, words: except, whole: true },
    nobody: { ...entry, words: nobody, whole: true },
  });
}

/** The place in the file of words: "match", 3, "names", 0 is `watch.3.words.0`. */
const placeOf = ({ file, path }: RuleFault): WordFault['path'] =>
  'note' in file ? ['watch', ...path.slice(1, 2), 'words', ...path.slice(3)] : path.filter((part) => part !== 'words');

/** Makes the lint of the words that are watched. It finds nothing where `faults` is not empty. */
export function neutralityLint(words: Neutrality): { lint: NeutralityLint; faults: WordFault[] } {
  const { rules, faults } = compileWords(words);
  if (faults.length > 0)
    return { lint: () => [], faults: faults.map((fault) => ({ path: placeOf(fault), message: fault.message })) };
  const matcher = createMatcher(rules);
  const faultsIn = (path: NoteFault['path'], written: string): NoteFault[] => {
    const text = visibleText(written);
    if ((text.match(QUOTATION_MARKS)?.length ?? 0) % 2 > 0)
      return [{ path, message: 'has a quotation mark without its pair; close the quotation' }];
    const spoken = withoutQuotations(text);
    const statements = statementsIn(spoken);
    return matcher.match(spoken, {}, statements).map(({ start, end, rule }) => {
      const { always, write } = words.watch[Number(rule)] ?? { always: false, write: '' };
      const statement = statements.find((one) => one.start <= start && end <= one.end) ?? { start, end };
      const says = `says "${text.slice(start, end)}" in its own voice: "${text.slice(statement.start, statement.end).trim()}"`;
      return { path, message: `${says}; ${always ? '' : 'say there whose word it is, '}quote it, or write ${write}` };
    });
  };
  return { lint: (note) => [...spokenTexts(note)].flatMap(({ path, text }) => faultsIn(path, text)), faults: [] };
}
