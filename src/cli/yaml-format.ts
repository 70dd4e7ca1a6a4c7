/** The one form of a file of notes or vocabulary: keys in the schema's order, one layout, a first line that tells editors its schema. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type * as v from 'valibot';
import { type Document, isMap, Lexer, LineCounter, parseDocument, type Tags } from 'yaml';
import { type LayoutRules, layOutDocument, textTag } from './yaml-layout.ts';
import { putInOrder } from './yaml-order.ts';

export interface FileForm extends LayoutRules {
  readonly schema: v.GenericSchema;
  /** path of its JSON Schema from the file's folder */
  readonly schemaFile: string;
}

export type Formatted =
  | { readonly kind: 'text'; readonly text: string }
  /** `line` counts from 1 */
  | { readonly kind: 'fault'; readonly line: number; readonly message: string };

const MODE_LINE = /^# yaml-language-server:.*$/gm;
const modeLine = (form: FileForm): string => `# yaml-language-server: $schema=${form.schemaFile}`;

/** The lexer says so before each scalar: what follows is text, however it begins. */
const SCALAR = '\u001f';

/** All comments of a text, sorted. */
function commentsIn(text: string): string[] {
  const comments: string[] = [];
  let last = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && last !== SCALAR) comments.push(token.trimEnd());
    last = token;
  }
  return comments.sort();
}

const withTextTag = (tags: Tags): Tags =>
  tags.map((tag) => (typeof tag === 'object' && tag.tag === textTag.tag ? textTag : tag));

const OPTIONS = { customTags: withTextTag };

/** Values as the schemas read them, white space within text apart. */
function meaningOf(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map(meaningOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, meaningOf(inner)]));
}

/** Whether both say the same and hold the same comments. */
function saysTheSame(before: string, after: string): boolean {
  const [old, fresh] = [parseDocument(before), parseDocument(after)];
  return (
    fresh.errors.length === 0 &&
    isDeepStrictEqual(meaningOf(old.toJS()), meaningOf(fresh.toJS())) &&
    isDeepStrictEqual(commentsIn(before), commentsIn(after))
  );
}

/** Reading anew what was laid out settles after one or two times; this ends it in any case. */
const TRIES = 5;

function layOutOnce(document: Document, form: FileForm): string {
  putInOrder(document, form.schema);
  return layOutDocument(document, form);
}

/** Lays a document out until it stays as it is: a comment that moves with its key may be read as another one's afterwards. */
function settle(document: Document, form: FileForm): string {
  let text = layOutOnce(document, form);
  for (let i = 0; i < TRIES; i++) {
    const again = parseDocument(text, OPTIONS);
    const next = again.errors.length > 0 ? text : layOutOnce(again, form);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** Formats a file. What cannot be read, and what would not mean the same afterwards, is a fault and not a text. */
export function formatYaml(written: string, form: FileForm): Formatted {
  // An empty line in its place keeps the numbers of lines.
  const source = written.replace(MODE_LINE, '');
  const lines = new LineCounter();
  const document = parseDocument(source, { ...OPTIONS, lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    return { kind: 'fault', line, message: 'is no valid YAML: `notes check` says how to mend it' };
  }
  if (!isMap(document.contents)) return { kind: 'fault', line: 1, message: 'holds no keys' };
  const body = settle(document, form);
  if (!saysTheSame(source, body)) {
    const message =
      'would not say the same once formatted: move comments onto lines of their own, use each anchor once';
    return { kind: 'fault', line: 1, message };
  }
  return { kind: 'text', text: `${modeLine(form)}\n${body}` };
}

/** The first line, counted from 1, in which two texts differ; null where they are the same. */
export function firstDifference(a: string, b: string): number | null {
  if (a === b) return null;
  const [one, other] = [a.split('\n'), b.split('\n')];
  return one.findIndex((line, i) => line !== other[i]) + 1 || one.length + 1;
}
