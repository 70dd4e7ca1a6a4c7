/** An annotated article for the terminal: the text with numbers after its marks, then the notes by these numbers. Pure. */
import { isAfter } from '../card/dates.ts';
import type { Match } from '../match/types.ts';
import type { Note } from '../notes/schema.ts';
import { visibleText } from './check-note.ts';
import type { ReadArticle } from './document.ts';

export interface Style {
  mark(words: string): string;
  strong(words: string): string;
  soft(words: string): string;
}

export const PLAIN: Style = { mark: (words) => words, strong: (words) => words, soft: (words) => words };

const code = (on: number, off: number) => (words: string) => `\u001b[${on}m${words}\u001b[${off}m`;
/** For a terminal that shows underlines and weight. */
export const TERMINAL: Style = { mark: code(4, 24), strong: code(1, 22), soft: code(2, 22) };

/** Inline Markdown without its signs. */
const plain = (markdown: string): string => visibleText(markdown).replace(/\*+/g, '');

/** Notes numbered in the order in which the article raises them. */
function numberNotes(matches: readonly Match[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { note } of matches) if (!numbers.has(note)) numbers.set(note, numbers.size + 1);
  return numbers;
}

/** Places where something begins or ends, in order, so that each stretch between two is marked or is not. */
function cuts(text: string, matches: readonly Match[]): number[] {
  return [...new Set([0, text.length, ...matches.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
}

function numberedText(
  text: string,
  matches: readonly Match[],
  numbers: ReadonlyMap<string, number>,
  style: Style,
): string {
  const places = cuts(text, matches);
  return places
    .map((start, i) => {
      const end = places[i + 1] ?? start;
      const words = text.slice(start, end);
      const marked = matches.some((match) => match.start < end && start < match.end);
      const closing = matches.filter((match) => match.end === end && end > start).map(({ note }) => numbers.get(note));
      const reference = closing.length > 0 ? style.strong(`[${closing.join(',')}]`) : '';
      return (marked ? style.mark(words) : words) + reference;
    })
    .join('');
}

function why(matches: readonly Match[]): string[] {
  const lines = matches.map(({ rule, evidence }) => {
    const words = evidence.map((piece) => `${piece.slot} “${piece.words}”`).join(', ');
    return `    why: ${rule}: ${words}`;
  });
  return [...new Set(lines)];
}

function since(note: Note, date: string | null): string[] {
  if (date === null) return [];
  return note.timeline
    .filter((event) => isAfter(event.date, date))
    .map((event) => `    since: ${event.date} ${plain(event.text)}`);
}

/** The whole page of the terminal, ending in a line feed. */
export function footnotes(
  article: ReadArticle,
  matches: readonly Match[],
  notes: readonly Note[],
  style: Style,
): string {
  const numbers = numberNotes(matches);
  const listed = [...numbers].flatMap(([id, number]) => {
    const note = notes.find((one) => one.id === id);
    if (note === undefined) return [];
    const own = matches.filter((match) => match.note === id);
    return [
      `[${number}] ${style.strong(note.title)} ${style.soft(`(${note.kind}, ${note.id})`)}`,
      `    ${plain(note.summary)}`,
      ...since(note, article.date),
      ...why(own).map(style.soft),
      '',
    ];
  });
  const count = `${matches.length} ${matches.length === 1 ? 'mark' : 'marks'} of ${numbers.size} ${numbers.size === 1 ? 'note' : 'notes'}`;
  return [
    ...(article.title ? [style.strong(article.title)] : []),
    style.soft(`${article.date ?? 'no date'}; ${count}`),
    '',
    numberedText(article.text.trimEnd(), matches, numbers, style),
    '',
    ...listed,
  ].join('\n');
}
