/** `notes learn FILE.jsonl…`: learns from labelled articles which words raise a note in an article that tells of it, and writes `src/notes/cues.json`. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cues, CuesOfNote } from '../notes/cues.ts';
import { loadDataset, NOTES_FOLDER } from './dataset.ts';
import { examplesOf, type Named } from './examples.ts';
import { formatFaults } from './faults.ts';
import { reasonOf } from './input.ts';
import { POSITIVE, regress } from './learn.ts';
import { UserError, withUsage, write } from './main.ts';
import { type LabelledRecord, labelledSchema, readRecords } from './records.ts';
import { writeWhole } from './write-file.ts';

const USAGE = 'npm run -s notes -- learn FILE.jsonl…';
/** A note labelled less often cannot be learnt. */
const FEWEST_LABELS = 8;
/** A sentence is marked where the note is more likely than this: wrong marks cost more than missed ones. */
const CERTAINTY = 0.8;

function parseFiles(words: readonly string[]): string[] {
  const { positionals } = withUsage(USAGE, () => parseArgs({ args: [...words], allowPositionals: true }));
  if (positionals.length === 0) throw new UserError(`give at least one file; usage: ${USAGE}`);
  return positionals;
}

async function recordsIn(file: string): Promise<LabelledRecord[]> {
  const records: LabelledRecord[] = [];
  try {
    for await (const parsed of readRecords(createReadStream(file), labelledSchema)) {
      if (parsed.kind === 'fault') throw new UserError(`${file}:${parsed.number}: ${parsed.message}`);
      records.push(parsed.value);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: ${reasonOf(error)}`);
  }
  return records;
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;

/** The cues of one note; null where it is labelled too rarely. */
function cuesOf(id: string, examples: Named): CuesOfNote | null {
  const labels = examples.labelsOf(id);
  if (labels.filter((label) => label === POSITIVE).length < FEWEST_LABELS) return null;
  const { bias, weights } = regress(examples, labels);
  const cues: CuesOfNote = {
    bias: rounded(bias - Math.log(CERTAINTY / (1 - CERTAINTY))),
    words: {},
    entries: {},
    rules: {},
    here: {},
    near: {},
    article: {},
  };
  examples.names.forEach((name, feature) => {
    const weight = rounded(weights[feature] ?? 0);
    const colon = name.indexOf(':');
    if (weight !== 0) cues[name.slice(0, colon) as Exclude<keyof CuesOfNote, 'bias'>][name.slice(colon + 1)] = weight;
  });
  return cues;
}

/** Writes nothing where a line is bad or the notes have faults. */
export async function learnCues(words: readonly string[]): Promise<number> {
  const files = parseFiles(words);
  const { notes, rules, entryNames, faults } = loadDataset(NOTES_FOLDER, 'rules alone');
  if (faults.length > 0) throw new UserError(`${formatFaults(faults)}\nMend these first: npm run notes -- check`);
  const records = (await Promise.all(files.map(recordsIn))).flat();
  const examples = examplesOf(records, { rules, entryNames, notes });
  const learnt = notes.flatMap(({ id }) => {
    const cues = cuesOf(id, examples);
    return cues ? [[id, cues] as const] : [];
  });
  const cues: Cues = {
    learnt: { date: new Date().toISOString().slice(0, 10), articles: records.length, sentences: examples.count },
    notes: Object.fromEntries(learnt),
  };
  writeWhole(join(NOTES_FOLDER, 'cues.json'), `${JSON.stringify(cues, null, 1)}\n`);
  const count = learnt.reduce(
    (sum, [, own]) => sum + Object.keys(own.words).length + Object.keys(own.entries).length,
    0,
  );
  await write(
    `src/notes/cues.json is written: ${count} words and phrases of ${learnt.length} notes, from ${records.length} articles.\n`,
  );
  return 0;
}
