/**
 * Reads the dataset from its YAML files, checks all of it, and compiles it to what the extension ships.
 * Every fault is collected with its file and line; nothing is thrown for a bad file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import * as v from 'valibot';
import { compileRules, type RuleFault } from '../match/compile.ts';
import type { CompiledRules } from '../match/rules.ts';
import type { CardTexts } from '../notes/compiled.ts';
import { type CuesOfNotes, cuesSchema } from '../notes/cues.ts';
import { neutralitySchema } from '../notes/neutrality.ts';
import { type Note, noteSchema, type Vocabulary, vocabularySchema } from '../notes/schema.ts';
import { parseJson } from '../shared/json.ts';
import { toCardNote } from './card-text.ts';
import { checkNote } from './check-note.ts';
import { checkSentences } from './check-sentences.ts';
import type { Fault } from './faults.ts';
import { type NeutralityLint, neutralityLint } from './neutrality.ts';
import { NOTES, yamlIn } from './note-files.ts';
import { ROOT } from './root.ts';
import { parseFile, parseFolder, type SourceFile } from './yaml-file.ts';

export const NOTES_FOLDER = join(ROOT, 'src/notes');

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
  const notesFolder = join(folder, NOTES);
  const parsed = parseFolder(notesFolder, noteSchema, faults);
  const notes = parsed.map(({ value }) => value);
  // A note that cannot be read is there all the same, so that what links to it is no fault.
  const ids = new Set(yamlIn(notesFolder).map((name) => basename(name, '.yaml')));
  const lint = loadNeutralityLint(join(folder, 'neutrality.yaml'), faults);
  const sourceOf = (id: string): SourceFile | undefined => parsed.find(({ value }) => value.id === id)?.source;
  const tell = (source: SourceFile | undefined, path: RuleFault['path'], message: string): void => {
    faults.push({ file: source?.file ?? folder, line: source?.lineOf(path) ?? 1, message });
  };
  for (const { source, value } of parsed) {
    for (const { path, message } of [...checkNote(value, source.file, ids), ...lint(value)])
      tell(source, path, message);
  }
  const cues = matching === 'with cues' ? loadCues(join(folder, 'cues.json'), ids, faults) : {};
  const { rules, entryNames, faults: ruleFaults } = compileRules(notes, words.vocabulary, cues);
  for (const { file, path, message } of ruleFaults) {
    // Without all words every rule that names a missing one would look wrong.
    if ('note' in file && !hasAllWords) continue;
    const source = 'note' in file ? sourceOf(file.note) : words.sources.get(file.entry);
    tell(source, path, `\`${path.join('.')}\` ${message}`);
  }
  const anchors = anchorsOf(words, faults);
  if (hasAllWords && ruleFaults.length === 0) {
    for (const { note, path, message } of checkSentences(notes, rules, anchors)) tell(sourceOf(note), path, message);
  }
  const cards = Object.fromEntries(notes.map((note) => [note.id, toCardNote(note)]));
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { notes, rules, entryNames, cards, anchors, faults };
}
