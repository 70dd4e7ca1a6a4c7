/** `npm run -s annotate`: an article with its marks and notes, through the same code as the extension. */
import { parseArgs } from 'node:util';
import type { Matcher } from '../match/matcher.ts';
import type { Match } from '../match/types.ts';
import { splitSentences } from '../text/sentences.ts';
import { DATE_FORMS, parseDate } from './dates.ts';
import { type ReadArticle, readArticle } from './document.ts';
import { footnotes, PLAIN, TERMINAL } from './footnotes.ts';
import { readText } from './input.ts';
import { indexAt, joinSentences } from './joined.ts';
import { main, UserError, withUsage, write } from './main.ts';
import { loadMatching } from './matching.ts';
import { type ArticleRecord, articleSchema, readRecords } from './records.ts';

const USAGE =
  'npm run -s annotate -- [--json] [--date D] FILE.html|FILE.txt|-, or: npm run -s annotate -- --jsonl < IN > OUT';

function parseArguments() {
  return withUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, date: { type: 'string' } },
    });
    if (values.jsonl) {
      if (positionals.length > 0 || values.json || values.date !== undefined)
        throw new Error('--jsonl reads standard input and takes nothing else');
      return { kind: 'lines' } as const;
    }
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('give one file');
    return { kind: 'file', file, json: values.json === true, date: values.date } as const;
  });
}

/** One match as a line of JSONL holds it. */
function matchLine({ note, start, end, rule }: Match, sentence: number) {
  return { note, start, end, sentence, rule };
}

function annotateRecord(matcher: Matcher, record: ArticleRecord): string {
  const joined = joinSentences(record.sentences ?? []);
  const text = record.text ?? joined.text;
  const found = splitSentences(text);
  const spans = record.sentences === undefined ? found : joined.spans;
  const matches = matcher.match(text, { title: record.title ?? '' }, found);
  return JSON.stringify({
    id: record.id,
    matches: matches.map((match) => matchLine(match, indexAt(spans, match.start))),
  });
}

async function annotateLines(): Promise<number> {
  const { matcher } = loadMatching();
  let faults = 0;
  for await (const parsed of readRecords(process.stdin, articleSchema)) {
    if (parsed.kind === 'record') await write(`${annotateRecord(matcher, parsed.value)}\n`);
    else {
      faults++;
      console.error(`line ${parsed.number}: ${parsed.message}`);
    }
  }
  return faults > 0 ? 1 : 0;
}

/** The day given on the command line counts for more than the one found in the page. */
function dated(article: ReadArticle, given: string | undefined): ReadArticle {
  if (given === undefined) return article;
  const date = parseDate(given);
  if (date === null) throw new UserError(`--date ${JSON.stringify(given)}: is malformed; ${DATE_FORMS}`);
  return { ...article, date };
}

function asJson(file: string, article: ReadArticle, matches: readonly Match[]): string {
  const sentences = splitSentences(article.text);
  const listed = matches.map((match) => ({
    ...matchLine(match, indexAt(sentences, match.start)),
    kind: match.kind,
    words: article.text.slice(match.start, match.end),
    evidence: match.evidence,
  }));
  return `${JSON.stringify({ file, ...article, matches: listed }, null, 2)}\n`;
}

async function annotateFile(file: string, json: boolean, date: string | undefined): Promise<number> {
  const article = dated(readArticle(file, await readText(file)), date);
  const { dataset, matcher } = loadMatching();
  const matches = matcher.match(article.text, { title: article.title });
  const style = process.stdout.isTTY ? TERMINAL : PLAIN;
  await write(json ? asJson(file, article, matches) : footnotes(article, matches, dataset.notes, style));
  return 0;
}

await main(() => {
  const task = parseArguments();
  return task.kind === 'lines' ? annotateLines() : annotateFile(task.file, task.json, task.date);
});
