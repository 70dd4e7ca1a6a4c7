/** YAML files read by a schema, so that every fault is told with its line. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './faults.ts';
import { yamlIn } from './note-files.ts';
import { ROOT } from './root.ts';

type Path = readonly (string | number)[];

/** One YAML file: its value, and the line of any place within it. */
export interface SourceFile {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
}

function readYaml(path: string, faults: Fault[]): SourceFile | undefined {
  const file = relative(ROOT, path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  for (const error of document.errors) {
    const what = (error.message.split('\n')[0] ?? '').replace(/ at line .*$/, '');
    const message =
      error.code === 'DUPLICATE_KEY'
        ? 'has this key twice; take one of the two out'
        : `is no valid YAML: ${what}; mend the indentation or quote the text`;
    faults.push({ file, line: error.linePos?.[0].line ?? 1, message });
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (place: Path): number => {
    for (let depth = place.length; depth > 0; depth--) {
      const parent = depth === 1 ? document.contents : document.getIn(place.slice(0, depth - 1), true);
      const pair = isMap(parent)
        ? parent.items.find((item) => String(item.key) === String(place[depth - 1]))
        : undefined;
      const node = pair ? pair.key : document.getIn(place.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { file, value: document.toJS(), lineOf };
}

/** A schema's complaint in words, with the place it is about. */
function faultOf(issue: v.BaseIssue<unknown>, source: SourceFile): Fault {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.length > 0 ? `\`${path.join('.')}\`` : 'the file';
  const last = path.at(-1);
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const missing = issue.type === 'strict_object' && issue.received === 'undefined';
  const message = unknownKey
    ? `${name}: no such key; take \`${last}\` out or mend its spelling`
    : missing
      ? `${name} is missing; add it`
      : `${name} ${/^(?:Invalid|Expected)/.test(issue.message) ? `must be ${issue.expected ?? 'of another form'}, not ${issue.received}; mend it` : issue.message}`;
  return { file: source.file, line: source.lineOf(path), message };
}

export interface ParsedFile<Value> {
  readonly source: SourceFile;
  readonly value: Value;
}

/** A YAML file that the schema accepts; otherwise nothing, its faults told. */
export function parseFile<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  faults: Fault[],
): ParsedFile<v.InferOutput<Schema>> | undefined {
  const source = readYaml(path, faults);
  if (!source) return undefined;
  const result = v.safeParse(schema, source.value, { abortPipeEarly: true });
  if (result.success) return { source, value: result.output };
  faults.push(...result.issues.map((issue) => faultOf(issue, source)));
  return undefined;
}

/** Every YAML file of a folder that the schema accepts, in the order of their names. */
export const parseFolder = <Schema extends v.GenericSchema>(
  folder: string,
  schema: Schema,
  faults: Fault[],
): ParsedFile<v.InferOutput<Schema>>[] =>
  yamlIn(folder).flatMap((name) => parseFile(join(folder, name), schema, faults) ?? []);
