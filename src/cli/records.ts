/** Articles as lines of JSON, for `annotate --jsonl` and `eval`. Untrusted: every line is parsed, and a bad one is a value, not an exception. */
import * as v from 'valibot';
import type { MatchContext } from '../match/types.ts';
import { DATE_FORMS, parseDate } from './dates.ts';
import { LIMIT } from './input.ts';
import { type Line, splitLines } from './lines.ts';

const date = v.nullish(
  v.pipe(
    v.string(`"date" must be text: ${DATE_FORMS}`),
    v.check(
      (text) => parseDate(text) !== null,
      (issue) => `"date" ${JSON.stringify(issue.input)} is malformed: ${DATE_FORMS}`,
    ),
  ),
);
/** Past this JSON's numbers are no longer those that were written. */
const isExact = (id: string | number): boolean => typeof id === 'string' || Math.abs(id) <= Number.MAX_SAFE_INTEGER;

const heading = {
  id: v.pipe(
    v.union([v.string(), v.number()], '"id" must be text or a number'),
    v.check(isExact, '"id" is too large for a number: write it as text, in quotes'),
  ),
  title: v.nullish(v.string('"title" must be text')),
  date,
};

const labelled = v.object(
  {
    text: v.string('a sentence\'s "text" must be text'),
    notes: v.array(v.string('a label must be the id of a note'), '"notes" must be a list of ids'),
  },
  'a sentence must be {"text", "notes"}',
);
export const labelledSchema = v.object(
  {
    ...heading,
    group: v.optional(v.string('"group" must be text'), 'none'),
    sentences: v.array(labelled, '"sentences" must be a list'),
  },
  'is not an object',
);
export type LabelledRecord = v.InferOutput<typeof labelledSchema>;

/** A sentence may stand alone or carry labels, which annotating does not read: a labelled file can be annotated as it is. */
const sentence = v.union(
  [
    v.string(),
    v.pipe(
      v.object({ text: v.string() }),
      v.transform(({ text }) => text),
    ),
  ],
  'each of "sentences" must be text',
);
export const articleSchema = v.pipe(
  v.object(
    {
      ...heading,
      text: v.optional(v.string('"text" must be text')),
      sentences: v.optional(v.array(sentence, '"sentences" must be a list')),
    },
    'is not an object',
  ),
  v.check(
    (record) => (record.text === undefined) !== (record.sentences === undefined),
    'needs either "text" or "sentences"',
  ),
);
export type ArticleRecord = v.InferOutput<typeof articleSchema>;

/** What matching is told of a record besides its text. */
export const contextOf = ({ title, date }: Pick<ArticleRecord, 'title' | 'date'>): MatchContext => ({
  title: title ?? '',
  date: date ? parseDate(date) : null,
});

export type Parsed<Value> =
  | { readonly kind: 'record'; readonly number: number; readonly value: Value }
  | { readonly kind: 'fault'; readonly number: number; readonly message: string };

function wording(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map((item) => String(item.key)).join('.');
  return issue.type === 'object' && path !== '' && issue.received === 'undefined'
    ? `"${path}" is missing`
    : issue.message;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parseLine<Schema extends v.GenericSchema>(
  { number, bytes }: Line,
  schema: Schema,
): Parsed<v.InferOutput<Schema>> | null {
  const fault = (message: string) => ({ kind: 'fault', number, message }) as const;
  if (bytes === null) return fault(`is longer than ${LIMIT}`);
  try {
    const text = decoder.decode(bytes);
    if (text.trim() === '') return null;
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? { kind: 'record', number, value: result.output } : fault(wording(result.issues[0]));
  } catch (error) {
    return fault(error instanceof SyntaxError ? 'is no JSON' : 'is no text in UTF-8');
  }
}

/** Each line's record or fault, in order; blank lines give nothing. */
export async function* readRecords<Schema extends v.GenericSchema>(
  stream: AsyncIterable<Buffer>,
  schema: Schema,
): AsyncGenerator<Parsed<v.InferOutput<Schema>>> {
  for await (const line of splitLines(stream)) {
    const parsed = parseLine(line, schema);
    if (parsed !== null) yield parsed;
  }
}
