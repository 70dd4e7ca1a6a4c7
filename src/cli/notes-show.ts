/** `notes show ID`: a whole note in the terminal. */
import { parseArgs } from 'node:util';
import { formatFaults, loadDataset } from './dataset.ts';
import { PLAIN, TERMINAL } from './footnotes.ts';
import { UserError, withUsage, write } from './main.ts';
import { nearest } from './nearest.ts';
import { NOTES, pathOf } from './note-files.ts';
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
  const { notes, faults } = loadDataset();
  const note = notes.find((one) => one.id === id);
  if (note === undefined) {
    const own = faults.filter(({ file }) => file === pathOf(`${NOTES}/${id}.yaml`));
    if (own.length > 0) throw new UserError(formatFaults(own));
    throw new UserError(
      `no note ${JSON.stringify(id)}; nearest: ${nearest(
        id,
        notes.map((one) => one.id),
      ).join(', ')}`,
    );
  }
  const titleOf = (other: string): string | undefined => notes.find((one) => one.id === other)?.title;
  await write(noteText(note, titleOf, width(), process.stdout.isTTY ? TERMINAL : PLAIN));
  return 0;
}
