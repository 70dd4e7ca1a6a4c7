/** The note that a person named. */
import { parseArgs } from 'node:util';
import type { Note } from '../notes/schema.ts';
import type { Dataset } from './dataset.ts';
import { formatFaults } from './faults.ts';
import { UserError, withUsage } from './main.ts';
import { nearest } from './nearest.ts';
import { NOTES, pathOf } from './note-files.ts';

/** The one id among the words of a command. */
export function onlyId(words: readonly string[], usage: string): string {
  const { positionals } = withUsage(usage, () => parseArgs({ args: [...words], allowPositionals: true }));
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UserError(`give one id; usage: ${usage}`);
  return id;
}

/** Says of an id that no note has it, and which are nearest. */
export function unknownNote(id: string, ids: readonly string[]): string {
  return `no note ${JSON.stringify(id)}; nearest: ${nearest(id, ids).join(', ')}`;
}

/** @throws UserError: for an unknown id one line with the nearest, for a file that cannot be read its faults */
export function noteOf({ notes, faults }: Dataset, id: string): Note {
  const note = notes.find((one) => one.id === id);
  if (note !== undefined) return note;
  const own = faults.filter(({ file }) => file === pathOf(`${NOTES}/${id}.yaml`));
  if (own.length > 0) throw new UserError(formatFaults(own));
  const ids = notes.map((one) => one.id);
  throw new UserError(unknownNote(id, ids));
}
