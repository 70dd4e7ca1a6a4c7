/** `npm run -s annotate`: an article with its marks and notes, through the same code as the extension. As JSON an object, an array of them where a page holds several. */
import { parseArgs } from 'node:util';
import { createExplainer, type SentenceTrace, tellingOf } from '../match/explain.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Match } from '../match/types.ts';
import type { Note } from '../notes/schema.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Dataset } from './dataset.ts';
import { DATE_FORMS, parseDate } from './dates.ts';
import { type ReadArticle, readArticles } from './document.ts';
import { footnotes, PLAIN, type Style, TERMINAL } from './footnotes.ts';
import { readText } from './input.ts';
import { indexAt, joinSentences } from './joined.ts';
import { main, UserError, withUsage, write } from './main.ts';
import { loadMatching } from './matching.ts';
import { type ArticleRecord, articleSchema, contextOf, readRecords } from './records.ts';
import { whyLines } from './why-text.ts';

const USAGE =
  'npm run -s annotate -- [--json] [--why] [--date D] FILE.html|FILE.txt|-, or: npm run -s annotate -- --jsonl < IN > OUT';

function parseArguments() {
  return withUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean' },
        why: { type: 'boolean', default: false },
        date: { type: 'string' },
      },
    });
    if (values.jsonl) {
      if (positionals.length > 0 || values.json || values.why || values.date !== undefined)
        throw new Error('--jsonl reads standard input and takes nothing else');
      return { kind: 'lines' } as const;
    }
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('give one file');
    return { kind: 'file', file, json: values.json, why: values.why, date: values.date } as const;
  });
}

type FileTask = Extract<ReturnType<typeof parseArguments>, { kind: 'file' }>;

/** One match as a line of JSONL holds it. */
function matchLine({ note, start, end, rule }: Match, sentence: number) {
  return { note, start, end, sentence, rule };
}

function annotateRecord(matcher: Matcher, record: ArticleRecord): string {
  const joined = joinSentences(record.sentences ?? []);
  const text = record.text ?? joined.text;
  const found = splitSentences(text);
  const spans = record.sentences === undefined ? found : joined.spans;
  const matches = matcher.match(text, contextOf(record), found);
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

function asJson(article: ReadArticle, matches: readonly Match[]) {
  const sentences = splitSentences(article.text);
  const listed = matches.map((match) => ({
    ...matchLine(match, indexAt(sentences, match.start)),
    kind: match.kind,
    words: article.text.slice(match.start, match.end),
    evidence: match.evidence,
  }));
  return { ...article, matches: listed };
}

/** Sentence by sentence what matches and what came near; sentences with neither are left out. */
function tracesOf(article: ReadArticle, { rules }: Dataset): SentenceTrace[] {
  return createExplainer(rules)
    .explain(article.text, article)
    .map(tellingOf)
    .filter(({ rules, weights }) => rules.length + weights.length > 0);
}

function whyText(article: ReadArticle, { notes }: Dataset, traces: readonly SentenceTrace[], style: Style): string {
  const byId = new Map<string, Note>(notes.map((note) => [note.id, note]));
  const lines = traces.flatMap((sentence) => [
    '',
    article.text.slice(sentence.start, sentence.end),
    ...whyLines(sentence, (id) => byId.get(id), style),
  ]);
  return [style.strong('Why, and what came near'), ...lines, ''].join('\n');
}

async function annotateFile({ file, json, why, date }: FileTask): Promise<number> {
  const articles = readArticles(file, await readText(file)).map((article) => dated(article, date));
  const { dataset, matcher } = loadMatching();
  const annotated = articles.map((article) => ({
    article,
    matches: matcher.match(article.text, article),
    traces: why ? tracesOf(article, dataset) : null,
  }));
  if (json) {
    const results = annotated.map(({ article, matches, traces }) => ({
      file,
      ...asJson(article, matches),
      ...(traces && { why: traces }),
    }));
    await write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
    return 0;
  }
  const style = process.stdout.isTTY ? TERMINAL : PLAIN;
  for (const { article, matches, traces } of annotated) {
    await write(footnotes(article, matches, dataset.notes, style));
    if (traces) await write(whyText(article, dataset, traces, style));
  }
  return 0;
}

await main(() => {
  const task = parseArguments();
  return task.kind === 'lines' ? annotateLines() : annotateFile(task);
});
