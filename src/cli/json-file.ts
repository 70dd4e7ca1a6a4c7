/** JSON files of the project, which somebody may be writing just now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { UserError } from './main.ts';
import { ROOT } from './root.ts';

function parseText(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
    throw new UserError(`${path}:${line}: is no JSON from here on (${message}); mend it, or save it whole`);
  }
}

/**
 * The value in a file of the project, whose path is given from its top.
 * @throws UserError that names the line where a file stops being JSON, or the place in it that is not of its form
 */
export function readJson<Schema extends v.GenericSchema>(path: string, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, parseText(path, readFileSync(join(ROOT, path), 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new UserError(`${path}: at "${v.getDotPath(issue) ?? ''}" ${issue.message}; mend it`);
}
