/** `notes format [--check]`: every file of notes and vocabulary in its one form. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NOTES_FOLDER } from './dataset.ts';
import { type Fault, formatFaults } from './faults.ts';
import { reasonOf } from './input.ts';
import { UserError, withUsage } from './main.ts';
import { type NoteFile, pathOf, readNoteFiles } from './note-files.ts';
import { writeWhole } from './write-file.ts';
import { firstDifference, formatYaml } from './yaml-format.ts';

const USAGE = 'npm run -s notes -- format [--check]';

export interface Formatting {
  /** files that are not in their form, with the text that they should have and the first line that differs */
  readonly changes: readonly { readonly name: string; readonly text: string; readonly line: number }[];
  /** files that cannot be brought into it */
  readonly faults: readonly Fault[];
}

/** What formatting would do. Pure. */
export function planFormatting(files: readonly NoteFile[]): Formatting {
  const results = files.map((file) => ({ ...file, formatted: formatYaml(file.text, file.form) }));
  return {
    changes: results.flatMap(({ name, text, formatted }) => {
      const line = formatted.kind === 'text' ? firstDifference(text, formatted.text) : null;
      return formatted.kind === 'text' && line !== null ? [{ name, text: formatted.text, line }] : [];
    }),
    faults: results.flatMap(({ name, formatted }) =>
      formatted.kind === 'fault' ? [{ file: pathOf(name), line: formatted.line, message: formatted.message }] : [],
    ),
  };
}

/** Each file that is not in its form, as a fault with the first line that differs. */
export function formFaults(files: readonly NoteFile[]): Fault[] {
  const { changes, faults } = planFormatting(files);
  const message = 'is not in its form from here on; npm run notes -- format';
  return [...faults, ...changes.map(({ name, line }) => ({ file: pathOf(name), line, message }))];
}

function writeChanges({ changes }: Formatting): void {
  for (const { name, text } of changes) {
    try {
      writeWhole(join(NOTES_FOLDER, name), text);
    } catch (error) {
      throw new UserError(`${pathOf(name)}: ${reasonOf(error)}; it is as it was`);
    }
    console.log(pathOf(name));
  }
}

/** Prints each file that it writes. A file with a fault stays as it is, and the end is 1; with --check, also where one would be written. */
export function formatNotes(words: readonly string[]): number {
  const { values } = withUsage(USAGE, () => parseArgs({ args: [...words], options: { check: { type: 'boolean' } } }));
  const files = readNoteFiles(NOTES_FOLDER);
  const plan = planFormatting(files);
  const faults = values.check ? formFaults(files) : plan.faults;
  if (!values.check) writeChanges(plan);
  if (faults.length > 0) console.error(formatFaults(faults));
  else if (values.check || plan.changes.length === 0) console.log(`${files.length} files are in their form.`);
  return faults.length > 0 ? 1 : 0;
}
