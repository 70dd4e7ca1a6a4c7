/** The note that a person named. */
import type { Note } from '../notes/schema.ts';
import { type Dataset, formatFaults } from './dataset.ts';
import { UserError } from './main.ts';
import { nearest } from './nearest.ts';
import { NOTES, pathOf } from './note-files.ts';

/** @throws UserError: for an unknown id one line with the nearest, for a file that cannot be read its faults */
export function noteOf({ notes, faults }: Dataset, id: string): Note {
  const note = notes.find((one) => one.id === id);
  if (note !== undefined) return note;
  const own = faults.filter(({ file }) => file === pathOf(`${NOTES}/${id}.yaml`));
  if (own.length > 0) throw new UserError(formatFaults(own));
  const names = nearest(
    id,
    notes.map((one) => one.id),
  );
  throw new UserError(`no note ${JSON.stringify(id)}; nearest: ${names.join(', ')}`);
}
