/** `notes stale [--days N]`: which notes want reading again. A list, not a fault: the exit code is 0 however long it is. */
import { parseArgs } from 'node:util';
import { loadDataset, NOTES_FOLDER } from './dataset.ts';
import { UserError, withUsage, write } from './main.ts';
import { NOTES, readNoteFiles } from './note-files.ts';
import { plainText } from './note-text.ts';
import { findStale } from './staleness.ts';

const USAGE = 'npm run -s notes -- stale [--days N]';

/** A note is read again about twice a year. */
const DAYS = 180;

function parseDays(words: readonly string[]): number {
  const { values } = withUsage(USAGE, () => parseArgs({ args: [...words], options: { days: { type: 'string' } } }));
  const days = values.days ?? String(DAYS);
  if (!/^\d{1,6}$/.test(days))
    throw new UserError(`--days ${JSON.stringify(days)}: must be a whole number; usage: ${USAGE}`);
  return Number(days);
}

/** Prints a line for each reason; on standard error, how many files could not be looked at. */
export async function listStale(words: readonly string[]): Promise<number> {
  const days = parseDays(words);
  const { notes } = loadDataset();
  const files = readNoteFiles(NOTES_FOLDER).filter(({ name }) => name.startsWith(`${NOTES}/`));
  const stale = findStale(notes, new Date().toISOString().slice(0, 10), days);
  const none = `no note was reviewed more than ${days} days ago, and none ends before a related one\n`;
  await write(stale.map(({ id, reason }) => `${id}: ${plainText(reason)}\n`).join('') || none);
  const unread = files.length - notes.length;
  if (unread > 0) console.error(`not looked at, as check finds faults in them: ${unread} of ${files.length} notes`);
  return 0;
}
