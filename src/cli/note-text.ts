/** A whole note for the terminal, as the card has it, with its history. Pure. */
import { Lexer, type Token } from 'marked';
import type { Note } from '../notes/schema.ts';
import type { Style } from './footnotes.ts';

type Source = Note['sources'][number];

/** Inline Markdown as plain words, each link with where it leads. */
export function plainText(markdown: string): string {
  const words = (tokens: readonly Token[]): string => tokens.map(word).join('');
  const word = (token: Token): string => {
    if (token.type === 'link') return `${words(token.tokens ?? [])} (${token['href']})`;
    if (token.type === 'em' || token.type === 'strong') return words(token.tokens ?? []);
    if (token.type === 'codespan') return String(token['text']);
    return token.type === 'br' ? ' ' : token.raw;
  };
  return words(Lexer.lexInline(markdown));
}

/** Breaks a text at spaces into lines of at most `width` columns, a longer word apart. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text whose first line begins with `head` and whose others stand below its end, or `hanging` columns in. */
function hung(head: string, text: string, width: number, hanging = head.length): string[] {
  const margin = ' '.repeat(hanging);
  const lines = wrap(text, width - Math.max(head.length, hanging));
  return lines.map((line, i) => (i === 0 ? head : margin) + line);
}

const SIDES = { armenia: 'side: Armenia', azerbaijan: 'side: Azerbaijan', none: '' } as const;

function sourceLines(
  { key, title, publisher, side, primary, date, url, where, quote }: Source,
  width: number,
): string[] {
  const facts = [publisher, SIDES[side], primary ? 'primary' : '', date ?? ''].filter((fact) => fact !== '');
  return [
    ...hung('  ', `[${key}] ${title}`, width, 4),
    ...hung('    ', facts.join('; '), width),
    ...hung('    ', url ?? where ?? '', width),
    ...(quote === undefined ? [] : hung('    ', `"${quote}"`, width)),
  ];
}

/** Columns of YYYY-MM-DD and the space around it. */
const DATE = 14;

const dated = (date: string, text: string, width: number): string[] => hung(`  ${date}`.padEnd(DATE), text, width);

/** A heading with what stands below it; nothing where nothing does. */
const section = (heading: string, lines: readonly string[], style: Style): string[] =>
  lines.length === 0 ? [] : [style.strong(heading), ...lines, ''];

/** The note in lines of `width` columns; `titleOf` gives the title of another note. Ends in a line feed. */
export function noteText(note: Note, titleOf: (id: string) => string | undefined, width: number, style: Style): string {
  const readings = note.readings.flatMap(({ party, text, source }) => [
    style.soft(`  ${party} [${source}]`),
    ...hung('    ', plainText(text), width),
  ]);
  const timeline = note.timeline.flatMap(({ date, text, source }) =>
    dated(date, `${plainText(text)} [${source}]`, width),
  );
  const related = note.related.flatMap((id) => hung('  ', `${id}: ${titleOf(id) ?? 'cannot be read'}`, width, 4));
  const lines = [
    style.strong(note.title),
    style.soft(`${note.id}, ${note.kind}, reviewed ${note.reviewed}`),
    '',
    ...wrap(plainText(note.summary), width),
    '',
    ...wrap(plainText(note.background), width),
    '',
    ...section('How the parties read it', readings, style),
    ...section('Timeline', timeline, style),
    ...section(
      'Sources',
      note.sources.flatMap((source) => sourceLines(source, width)),
      style,
    ),
    ...section('Related', related, style),
    ...section(
      'History',
      note.history.flatMap(({ date, change }) => dated(date, change, width)),
      style,
    ),
  ];
  return lines.join('\n');
}
