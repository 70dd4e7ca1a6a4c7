/** `notes why ID "sentence"`: each rule of a note against each sentence of a text, slot by slot. */
import { parseArgs } from 'node:util';
import { createExplainer } from '../match/explain.ts';
import { type Dataset, loadDataset } from './dataset.ts';
import { DATE_FORMS, parseDate } from './dates.ts';
import { formatFaults } from './faults.ts';
import { PLAIN, TERMINAL } from './footnotes.ts';
import { UserError, withUsage, write } from './main.ts';
import { noteOf } from './note-by-id.ts';
import { whyLines } from './why-text.ts';

const USAGE = 'npm run -s notes -- why [--title T] [--date D] ID "sentence"';

function parseWords(words: readonly string[]) {
  return withUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { title: { type: 'string', default: '' }, date: { type: 'string' } },
    });
    const [id, text, ...more] = positionals;
    if (id === undefined || text === undefined || more.length > 0) throw new Error('give an id and a text in quotes');
    if (text.trim() === '') throw new Error('the text is empty');
    const date = values.date === undefined ? null : parseDate(values.date);
    if (values.date !== undefined && date === null)
      throw new Error(`--date ${JSON.stringify(values.date)} is malformed, ${DATE_FORMS}`);
    return { id, text, title: values.title, date };
  });
}

/** Rules that cannot be compiled would be passed over in silence. */
function refuseFaults({ faults }: Dataset): void {
  if (faults.some(({ message }) => message.startsWith('`match')))
    throw new UserError(`${formatFaults(faults)}\nMend these first: npm run notes -- check`);
}

/** @throws UserError for an unknown id, with the nearest, and for rules that cannot be compiled */
export async function explainNote(words: readonly string[]): Promise<number> {
  const { id, text, title, date } = parseWords(words);
  const dataset = loadDataset();
  const note = noteOf(dataset, id);
  refuseFaults(dataset);
  const style = process.stdout.isTTY ? TERMINAL : PLAIN;
  const sentences = createExplainer(dataset.rules).explain(text, { title, date }, (one) => one === note.id);
  const lines = sentences.flatMap((sentence) => [
    text.slice(sentence.start, sentence.end),
    ...whyLines(sentence, () => note, style),
    '',
  ]);
  await write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}
