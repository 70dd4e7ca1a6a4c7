/** `notes show ID`: a whole note in the terminal. */
import { parseArgs } from 'node:util';
import { loadDataset } from './dataset.ts';
import { PLAIN, TERMINAL } from './footnotes.ts';
import { UserError, withUsage, write } from './main.ts';
import { noteOf } from './note-by-id.ts';
import { noteText } from './note-text.ts';

const USAGE = 'npm run -s notes -- show ID';

/** Columns: narrower cannot be read, wider is hard to. */
const width = (): number => Math.min(100, Math.max(40, process.stdout.columns ?? 80));

function parseId(words: readonly string[]): string {
  const { positionals } = withUsage(USAGE, () => parseArgs({ args: [...words], allowPositionals: true }));
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UserError(`give one id; usage: ${USAGE}`);
  return id;
}

/** @throws UserError: for an unknown id one line with the nearest, for a file that cannot be read its faults */
export async function showNote(words: readonly string[]): Promise<number> {
  const id = parseId(words);
  const dataset = loadDataset();
  const note = noteOf(dataset, id);
  const titleOf = (other: string): string | undefined => dataset.notes.find((one) => one.id === other)?.title;
  await write(noteText(note, titleOf, width(), process.stdout.isTTY ? TERMINAL : PLAIN));
  return 0;
}
