/** `notes check`: every note and its own test sentences, as the build checks them, and the JSON Schemas. */
import { parseArgs } from 'node:util';
import { loadDataset, NOTES_FOLDER } from './dataset.ts';
import { type Fault, formatFaults } from './faults.ts';
import { withUsage } from './main.ts';
import { pathOf } from './note-files.ts';
import { outdatedSchemas } from './schema-json.ts';

const USAGE = 'npm run -s notes -- check';

const schemaFaults = (): Fault[] =>
  outdatedSchemas(NOTES_FOLDER).map(({ name }) => ({
    file: pathOf(name),
    line: 1,
    message: 'is not what schema.ts says now; npm run build writes it anew',
  }));

/** Says all that is wrong on standard error, one line each, and ends with 1; otherwise how much was checked. */
export function checkNotes(words: readonly string[]): number {
  withUsage(USAGE, () => parseArgs({ args: [...words] }));
  const dataset = loadDataset();
  const faults = [...schemaFaults(), ...dataset.faults];
  if (faults.length > 0) {
    console.error(formatFaults(faults));
    console.error(`${faults.length} to mend in ${new Set(faults.map(({ file }) => file)).size} files.`);
    return 1;
  }
  const sentences = dataset.notes.reduce((sum, note) => sum + note.matches.length + note.rejects.length, 0);
  console.log(`${dataset.notes.length} notes are in order; their ${sentences} test sentences hold.`);
  return 0;
}
