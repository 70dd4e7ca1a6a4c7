/** `npm run -s eval`: matching against labelled articles. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Evaluation } from './evaluate.ts';
import { reasonOf } from './input.ts';
import { main, withUsage, write } from './main.ts';
import { loadMatching } from './matching.ts';
import { unknownNote } from './note-by-id.ts';
import { labelledSchema, readRecords } from './records.ts';
import { reportText } from './report.ts';
import { scoresOf, writeScores } from './scores-file.ts';

const USAGE = 'npm run -s eval -- [--json] [--write] FILE.jsonl…';

function parseArguments() {
  return withUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new Error('give at least one file');
    return { files: positionals, ...values };
  });
}

/** Adds every good line of a file; gives the number of faults, each said in one line. */
async function addFile(evaluation: Evaluation, file: string): Promise<number> {
  let records = 0;
  let faults = 0;
  const complain = (where: string, message: string): void => {
    faults++;
    console.error(`${where}: ${message}`);
  };
  try {
    for await (const parsed of readRecords(createReadStream(file), labelledSchema)) {
      if (parsed.kind === 'fault') complain(`${file}:${parsed.number}`, parsed.message);
      else {
        records++;
        evaluation.add(parsed.value);
      }
    }
    if (records === 0 && faults === 0) complain(file, 'is empty');
  } catch (error) {
    complain(file, reasonOf(error));
  }
  return faults;
}

await main(async () => {
  const { files, json, write: isWritten } = parseArguments();
  const { dataset, matcher } = loadMatching();
  const evaluation = new Evaluation(matcher, dataset.notes);
  let faults = 0;
  for (const file of files) faults += await addFile(evaluation, file);
  const report = evaluation.report();
  const ids = dataset.notes.map(({ id }) => id);
  for (const id of Object.keys(report.notYetWritten)) {
    faults++;
    console.error(unknownNote(id, ids));
  }
  if (json) await write(`${JSON.stringify(report, null, 2)}\n`);
  else if (report.articles > 0) await write(reportText(report));
  if (faults > 0) return 1;
  // Figures of half a set would be worse than the old ones.
  if (isWritten)
    writeScores(
      scoresOf(
        report,
        files.map((file) => basename(file)),
        new Date().toISOString().slice(0, 10),
      ),
    );
  return 0;
});
