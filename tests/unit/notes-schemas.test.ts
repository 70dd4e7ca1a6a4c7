import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTES_FOLDER } from '../../src/cli/dataset.ts';
import { outdatedSchemas, writeSchemas } from '../../src/cli/schema-json.ts';
import { noteSchema, vocabularySchema } from '../../src/notes/schema.ts';
import { read } from './source.ts';

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
}

const NOTE = JSON.parse(read('src/notes/note.schema.json')) as JsonSchema;
const VOCABULARY = JSON.parse(read('src/notes/vocabulary.schema.json')) as JsonSchema;

/** Every key at any depth that has no words of explanation. */
function unexplained(schema: JsonSchema, at = ''): string[] {
  const { properties = {}, items, additionalProperties } = schema;
  const inner = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return [
    ...Object.entries(properties).flatMap(([key, one]) => [
      ...((one.description ?? '') === '' ? [`${at}${key}`] : []),
      ...unexplained(one, `${at}${key}.`),
    ]),
    ...[items, inner].flatMap((one) => (one === undefined ? [] : unexplained(one, at))),
  ];
}

describe('the JSON Schemas that are checked in', () => {
  it('are what the schemas say now: npm run build', () => {
    expect(outdatedSchemas(NOTES_FOLDER).map(({ name }) => name)).toEqual([]);
  });

  it('have the keys of the schemas, each explained', () => {
    expect(Object.keys(NOTE.properties ?? {})).toEqual(Object.keys(noteSchema.entries));
    expect(Object.keys((VOCABULARY.additionalProperties as JsonSchema).properties ?? {})).toEqual(
      Object.keys(vocabularySchema.value.entries),
    );
    expect([...unexplained(NOTE), ...unexplained(VOCABULARY)]).toEqual([]);
  });

  it('say what an editor can check: required keys, lengths, forms, and that no others are', () => {
    expect(NOTE).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['id', 'summary', 'reviewed']),
      properties: {
        summary: { maxLength: 280 },
        kind: { enum: ['term', 'claim'] },
        sources: { minItems: 2, items: { oneOf: [{ required: ['url'] }, { required: ['where'] }] } },
        reviewed: { pattern: expect.stringContaining('d{4}') },
      },
    });
  });
});

describe('writing them', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-schemas-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes what is missing or differs and leaves the rest untouched', () => {
    writeSchemas(folder);
    expect(outdatedSchemas(folder)).toEqual([]);
    const names = readdirSync(folder);
    expect(names).toContain('note.schema.json');
    const [first = '', second = ''] = names;
    const time = statSync(join(folder, first)).mtimeMs;
    writeFileSync(join(folder, second), '{}\n');
    expect(outdatedSchemas(folder).map(({ name }) => name)).toEqual([second]);
    writeSchemas(folder);
    expect(outdatedSchemas(folder)).toEqual([]);
    expect(statSync(join(folder, first)).mtimeMs).toEqual(time);
    expect(readdirSync(folder)).toEqual(names);
  });
});
