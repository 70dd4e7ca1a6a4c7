/** `npm run -s eval`: matching against labelled articles. */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { Evaluation } from './evaluate.ts';
import { reasonOf } from './input.ts';
import { main, withUsage, write } from './main.ts';
import { loadMatching } from './matching.ts';
import { labelledSchema, readRecords } from './records.ts';
import { reportText } from './report.ts';

const USAGE = 'npm run -s eval -- [--json] FILE.jsonl…';

function parseArguments() {
  return withUsage(USAGE, () => {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
    if (positionals.length === 0) throw new Error('give at least one file');
    return { files: positionals, json: values.json === true };
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
  const { files, json } = parseArguments();
  const { dataset, matcher } = loadMatching();
  const evaluation = new Evaluation(matcher, dataset.notes);
  let faults = 0;
  for (const file of files) faults += await addFile(evaluation, file);
  const report = evaluation.report();
  await write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return faults > 0 ? 1 : 0;
});
