/** JSON files of the project, which somebody may be writing just now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './dataset.ts';
import { UserError } from './main.ts';

/**
 * The value in a file of the project, whose path is given from its top.
 * @throws UserError that names the line where a file stops being JSON
 */
export function readJson(path: string): unknown {
  const text = readFileSync(join(ROOT, path), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
    throw new UserError(`${path}:${line}: is no JSON from here on (${message}); mend it, or save it whole`);
  }
}
