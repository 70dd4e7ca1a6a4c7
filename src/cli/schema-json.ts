/** The JSON Schemas by which editors explain, complete and check the YAML files: made from the schemas that the build checks with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { neutralitySchema } from '../notes/neutrality.ts';
import { noteSchema, vocabularySchema } from '../notes/schema.ts';
import { writeWhole } from './write-file.ts';

/** Each file beside `schema.ts`, with what it is made of. */
const SCHEMAS: Readonly<Record<string, { readonly title: string; readonly schema: v.GenericSchema }>> = {
  'note.schema.json': { title: 'A note', schema: noteSchema },
  'vocabulary.schema.json': { title: 'Vocabulary that notes share', schema: vocabularySchema },
  'neutrality.schema.json': { title: 'Words to watch', schema: neutralitySchema },
};

/** A schema as the text of its file. What JSON Schema cannot say (own checks, transformations) is left out. */
function textOf({ title, schema }: (typeof SCHEMAS)[string]): string {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** Names of the files in `folder` that are missing or are not what the schemas say now, with what they should be. */
export function outdatedSchemas(folder: string): { readonly name: string; readonly text: string }[] {
  return Object.entries(SCHEMAS).flatMap(([name, made]) => {
    const text = textOf(made);
    const path = join(folder, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [{ name, text }];
  });
}

/** Writes those that are not current, and no others: a build that watches would see its own writing. */
export function writeSchemas(folder: string): void {
  for (const { name, text } of outdatedSchemas(folder)) writeWhole(join(folder, name), text);
}
