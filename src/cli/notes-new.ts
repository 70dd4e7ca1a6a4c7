/** `notes new ID`: asks for kind and title, and writes a note to be filled in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { noteSchema } from '../notes/schema.ts';
import { ask, type Question } from './ask.ts';
import { NOTES_FOLDER } from './dataset.ts';
import { reasonOf } from './input.ts';
import { UserError } from './main.ts';
import { onlyId } from './note-by-id.ts';
import { NOTES, pathOf } from './note-files.ts';
import { noteSkeleton } from './note-skeleton.ts';
import { createWhole } from './write-file.ts';

const USAGE = 'npm run -s notes -- new ID';

/** Room for an id in the name of a file, beside what stands before and after it while it is written. */
const LONGEST_ID = 200;

/** What is wrong with a value by a schema; null where nothing is. */
function faultIn(schema: v.GenericSchema, value: string): string | null {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  return result.success ? null : (result.issues[0]?.message ?? '');
}

const QUESTIONS: readonly [Question, Question] = [
  {
    what: 'kind',
    text: 'Kind: term (a body, place, document or event that is named) or claim (a statement that recurs)?',
    refuse: (answer) => faultIn(noteSchema.entries.kind, answer),
  },
  {
    what: 'title',
    text: "Title (takes no side's wording)?",
    refuse: (answer) => (answer === '' ? 'is empty: write it' : faultIn(noteSchema.entries.title, answer)),
  },
];

function parseId(words: readonly string[]): string {
  const id = onlyId(words, USAGE);
  const fault = id.length > LONGEST_ID ? `is longer than ${LONGEST_ID} characters` : faultIn(noteSchema.entries.id, id);
  if (fault !== null) throw new UserError(`${JSON.stringify(id)} ${fault}`);
  return id;
}

const exists = (name: string): UserError =>
  new UserError(`${pathOf(name)} exists; choose another id, or change that note`);

function create(name: string, text: string): void {
  try {
    createWhole(join(NOTES_FOLDER, name), text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw exists(name);
    throw new UserError(`${pathOf(name)}: ${reasonOf(error)}; nothing is written`);
  }
}

/** Writes a whole file or none, and never over one that is there. */
export async function newNote(words: readonly string[]): Promise<number> {
  const id = parseId(words);
  const name = `${NOTES}/${id}.yaml`;
  if (existsSync(join(NOTES_FOLDER, name))) throw exists(name);
  const [kind = '', title = ''] = await ask(QUESTIONS);
  const today = new Date().toISOString().slice(0, 10);
  create(name, noteSkeleton(id, v.parse(noteSchema.entries.kind, kind), title, today));
  console.log(`${pathOf(name)} is written. What it still needs: npm run -s notes -- check`);
  return 0;
}
