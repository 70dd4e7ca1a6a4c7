/**
 * Reads the dataset from its YAML files, checks all of it, and compiles it to what the extension ships.
 * Every fault is collected with its file and line; nothing is thrown for a bad file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { compileRules } from '../match/compile.ts';
import type { CompiledRules } from '../match/rules.ts';
import type { CardTexts } from '../notes/compiled.ts';
import { type CuesOfNotes, cuesSchema } from '../notes/cues.ts';
import { neutralitySchema } from '../notes/neutrality.ts';
import { type Note, noteSchema, type Vocabulary, vocabularySchema } from '../notes/schema.ts';
import { parseJson } from '../shared/json.ts';
import { toCardNote } from './card-text.ts';
import { checkNote } from './check-note.ts';
import { checkSentences } from './check-sentences.ts';
import { type NeutralityLint, neutralityLint } from './neutrality.ts';
import { yamlIn } from './note-files.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const NOTES_FOLDER = join(ROOT, 'src/notes');

/** What is wrong, where, and how to mend it (both in `message`). `file` is relative to the project. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Dataset {
  readonly notes: readonly Note[];
  readonly rules: CompiledRules;
  /** as in `Compiled` */
  readonly entryNames: readonly string[];
  readonly cards: CardTexts;
  /** lower-case words of which a page on the topic holds at least one */
  readonly anchors: readonly string[];
  readonly faults: readonly Fault[];
}

type Path = readonly (string | number)[];

/** One YAML file: its value, and the line of any place within it. */
interface SourceFile {
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

interface ParsedFile<Value> {
  readonly source: SourceFile;
  readonly value: Value;
}

/** A YAML file that the schema accepts; otherwise nothing, its faults told. */
function parseFile<Schema extends v.GenericSchema>(
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
const parseFolder = <Schema extends v.GenericSchema>(
  folder: string,
  schema: Schema,
  faults: Fault[],
): ParsedFile<v.InferOutput<Schema>>[] =>
  yamlIn(folder).flatMap((name) => parseFile(join(folder, name), schema, faults) ?? []);

/** The lint of the words to watch; it finds nothing where their file has a fault. */
function loadNeutralityLint(path: string, faults: Fault[]): NeutralityLint {
  const parsed = parseFile(path, neutralitySchema, faults);
  if (!parsed) return () => [];
  const { lint, faults: wordFaults } = neutralityLint(parsed.value);
  for (const { path: place, message } of wordFaults)
    faults.push({
      file: parsed.source.file,
      line: parsed.source.lineOf(place),
      message: `\`${place.join('.')}\` ${message}`,
    });
  return lint;
}

interface LoadedVocabulary {
  readonly vocabulary: Vocabulary;
  readonly sources: ReadonlyMap<string, SourceFile>;
}

function loadVocabulary(folder: string, faults: Fault[]): LoadedVocabulary {
  const vocabulary: Vocabulary = {};
  const sources = new Map<string, SourceFile>();
  for (const { source, value } of parseFolder(folder, vocabularySchema, faults)) {
    for (const [name, entry] of Object.entries(value)) {
      const other = sources.get(name);
      if (other)
        faults.push({
          file: source.file,
          line: source.lineOf([name]),
          message: `\`${name}\` stands in ${other.file} too; merge the two`,
        });
      sources.set(name, source);
      vocabulary[name] = entry;
    }
  }
  return { vocabulary, sources };
}

const PLAIN_PHRASE = /^[^()<>|~#=]+$/;

/** The gate looks for single spellings, so an anchor's words are plain. */
function anchorsOf({ vocabulary, sources }: LoadedVocabulary, faults: Fault[]): string[] {
  const anchors = new Set<string>();
  for (const [name, entry] of Object.entries(vocabulary)) {
    if (!entry.anchor) continue;
    entry.words.forEach((phrase, i) => {
      if (PLAIN_PHRASE.test(phrase)) anchors.add(phrase.toLowerCase());
      else {
        const source = sources.get(name);
        faults.push({
          file: source?.file ?? '',
          line: source?.lineOf([name, 'words', i]) ?? 1,
          message: `"${phrase}" is no plain phrase; write each spelling of an anchor out`,
        });
      }
    });
  }
  return [...anchors].sort();
}

const RELEARN = 'npm run notes -- learn tests/corpus/learn/*.jsonl writes it anew';

/** What was learnt; nothing where there is no such file. */
function loadCues(path: string, ids: ReadonlySet<string>, faults: Fault[]): CuesOfNotes {
  if (!existsSync(path)) return {};
  const file = relative(ROOT, path);
  const parsed = parseJson(readFileSync(path, 'utf8'));
  const result = v.safeParse(cuesSchema, parsed);
  if (!result.success) {
    faults.push({ file, line: 1, message: `is not of the form that it was written in; ${RELEARN}` });
    return {};
  }
  for (const id of Object.keys(result.output.notes))
    if (!ids.has(id)) faults.push({ file, line: 1, message: `names the note "${id}", which is not there; ${RELEARN}` });
  return result.output.notes;
}

/**
 * Loads, checks and compiles the dataset under `folder` (the project's own when left out), with what was learnt or by rules alone.
 * The result is whole only where `faults` is empty.
 */
export function loadDataset(
  folder: string = NOTES_FOLDER,
  matching: 'with cues' | 'rules alone' = 'with cues',
): Dataset {
  const faults: Fault[] = [];
  const words = loadVocabulary(join(folder, 'vocabulary'), faults);
  const hasAllWords = faults.length === 0;
  const notesFolder = join(folder, 'south-caucasus');
  const parsed = parseFolder(notesFolder, noteSchema, faults);
  const notes = parsed.map(({ value }) => value);
  // A note that cannot be read is there all the same, so that what links to it is no fault.
  const ids = new Set(yamlIn(notesFolder).map((name) => basename(name, '.yaml')));
  const lint = loadNeutralityLint(join(folder, 'neutrality.yaml'), faults);
  for (const { source, value } of parsed) {
    faults.push(
      ...[...checkNote(value, source.file, ids), ...lint(value)].map(({ path, message }) => ({
        file: source.file,
        line: source.lineOf(path),
        message,
      })),
    );
  }
  const cues = matching === 'with cues' ? loadCues(join(folder, 'cues.json'), ids, faults) : {};
  const { rules, entryNames, faults: ruleFaults } = compileRules(notes, words.vocabulary, cues);
  for (const { file, path, message } of ruleFaults) {
    // Without all words every rule that names a missing one would look wrong.
    if ('note' in file && !hasAllWords) continue;
    const source =
      'note' in file ? parsed.find(({ value }) => value.id === file.note)?.source : words.sources.get(file.entry);
    faults.push({
      file: source?.file ?? folder,
      line: source?.lineOf(path) ?? 1,
      message: `\`${path.join('.')}\` ${message}`,
    });
  }
  const anchors = anchorsOf(words, faults);
  if (hasAllWords && ruleFaults.length === 0) {
    for (const { note, path, message } of checkSentences(notes, rules, anchors)) {
      const source = parsed.find(({ value }) => value.id === note)?.source;
      faults.push({ file: source?.file ?? folder, line: source?.lineOf(path) ?? 1, message });
    }
  }
  const cards = Object.fromEntries(notes.map((note) => [note.id, toCardNote(note)]));
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { notes, rules, entryNames, cards, anchors, faults };
}

/** Each fault on its line, as a compiler prints it. */
export const formatFaults = (faults: readonly Fault[]): string =>
  faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
