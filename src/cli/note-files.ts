/** Which YAML files the dataset has, by folder, with the form of each and its JSON Schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neutralitySchema } from '../notes/neutrality.ts';
import { noteSchema, vocabularySchema } from '../notes/schema.ts';
import type { FileForm } from './yaml-format.ts';

/** Keys of a note under which phrases and ids stand; all else is prose. */
const NO_PROSE = new Set(['match', 'related']);

/** Form of a note's file. */
export const NOTE: FileForm = {
  schema: noteSchema,
  schemaFile: '../note.schema.json',
  isProse: (key) => !NO_PROSE.has(key),
  keepsBlankLines: false,
};
const words = { isProse: () => false, keepsBlankLines: true };
const VOCABULARY: FileForm = { ...words, schema: vocabularySchema, schemaFile: '../vocabulary.schema.json' };
const NEUTRALITY: FileForm = { ...words, schema: neutralitySchema, schemaFile: 'neutrality.schema.json' };

/** Folder of the notes below that of the dataset. */
export const NOTES = 'south-caucasus';

const FOLDERS: readonly (readonly [string, FileForm])[] = [
  [NOTES, NOTE],
  ['vocabulary', VOCABULARY],
  ['', NEUTRALITY],
];

/** A file of the dataset as messages name it: from the project's top folder. */
export const pathOf = (name: string): string => `src/notes/${name}`;

export interface NoteFile {
  /** path below the folder of the dataset */
  readonly name: string;
  readonly form: FileForm;
  readonly text: string;
}

/** The YAML files of a folder in the order of their names. Emacs puts a `.#NAME.yaml` that leads nowhere beside what it edits, macOS a `._NAME.yaml`. */
export const yamlIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort();

/** Every YAML file of the dataset in `folder`, in the order of their names. */
export function readNoteFiles(folder: string): NoteFile[] {
  return FOLDERS.flatMap(([below, form]) =>
    yamlIn(join(folder, below))
      .map((file) => (below === '' ? file : `${below}/${file}`))
      .map((name) => ({ name, form, text: readFileSync(join(folder, name), 'utf8') })),
  );
}
