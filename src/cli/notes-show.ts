/** `notes show ID`: a whole note in the terminal. */
import { loadDataset } from './dataset.ts';
import { PLAIN, TERMINAL } from './footnotes.ts';
import { write } from './main.ts';
import { noteOf, onlyId } from './note-by-id.ts';
import { noteText } from './note-text.ts';

const USAGE = 'npm run -s notes -- show ID';

/** Columns: narrower cannot be read, wider is hard to. */
const width = (): number => Math.min(100, Math.max(40, process.stdout.columns ?? 80));

/** @throws UserError: for an unknown id one line with the nearest, for a file that cannot be read its faults */
export async function showNote(words: readonly string[]): Promise<number> {
  const id = onlyId(words, USAGE);
  const dataset = loadDataset();
  const note = noteOf(dataset, id);
  const titleOf = (other: string): string | undefined => dataset.notes.find((one) => one.id === other)?.title;
  await write(noteText(note, titleOf, width(), process.stdout.isTTY ? TERMINAL : PLAIN));
  return 0;
}
