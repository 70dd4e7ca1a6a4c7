/** `notes coverage FILE…`: for each article of some files or folders what is marked, what came near, and what carries nothing. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createExplainer } from '../match/explain.ts';
import { anchorTest } from './anchors.ts';
import { type Coverage, coverageOf, type Tools } from './coverage.ts';
import { type ReadArticle, readArticles } from './document.ts';
import { PLAIN, type Style, TERMINAL } from './footnotes.ts';
import { readText, reasonOf } from './input.ts';
import { joinSentences } from './joined.ts';
import { UserError, withUsage, write } from './main.ts';
import { loadMatching } from './matching.ts';
import { articleSchema, contextOf, readRecords } from './records.ts';
import { obstacle, weightLine } from './why-text.ts';

const USAGE = 'npm run -s notes -- coverage FILE.html|FILE.txt|FILE.jsonl|FOLDER…';
const ARTICLES = new Set(['.html', '.xhtml', '.htm', '.txt', '.jsonl']);

function filesOf(words: readonly string[]): string[] {
  const { positionals } = withUsage(USAGE, () => parseArgs({ args: [...words], allowPositionals: true }));
  if (positionals.length === 0) throw new UserError(`give at least one file or folder; usage: ${USAGE}`);
  return positionals.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    return names.filter((name) => ARTICLES.has(extname(name))).map((name) => join(path, name));
  });
}

type Named = { readonly name: string; readonly article: ReadArticle } | { readonly fault: string };

/** The articles of a file, each line of a .jsonl one of them; what cannot be read is a fault in one line. */
async function* articlesIn(path: string): AsyncGenerator<Named> {
  try {
    if (extname(path) !== '.jsonl') {
      for (const article of readArticles(path, await readText(path))) yield { name: path, article };
      return;
    }
    for await (const parsed of readRecords(createReadStream(path), articleSchema)) {
      if (parsed.kind === 'fault') yield { fault: `${path}:${parsed.number}: ${parsed.message}` };
      else {
        const { id, text, sentences } = parsed.value;
        const { title = '', date = null } = contextOf(parsed.value);
        yield { name: String(id), article: { title, date, text: text ?? joinSentences(sentences ?? []).text } };
      }
    }
  } catch (error) {
    yield { fault: error instanceof UserError ? error.message : `${path}: ${reasonOf(error)}` };
  }
}

function nearLines({ rules, weights }: Coverage['near'][number]): string[] {
  return [
    ...rules.map((trace) => `      ${trace.note}, rule "${trace.rule}": ${obstacle(trace)}`),
    ...weights.map((trace) => `      ${trace.note}, by weight: ${weightLine(trace)}`),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

function coverageText(name: string, { marks, near, silent }: Coverage, style: Style): string {
  return [
    `${style.strong(name)}: ${marks.length} marked, ${near.length} came near, ${silent.length} silent`,
    ...list(
      'marked',
      marks.map(({ note, words, rule }) => `    ${note}: “${words}” ${style.soft(`(${rule})`)}`),
    ),
    ...list(
      'came near',
      near.flatMap((one) => [`    ${one.sentence}`, ...nearLines(one).map(style.soft)]),
    ),
    ...list(
      'speak of the topic and carry nothing',
      silent.map((sentence) => `    ${sentence}`),
    ),
    '',
    '',
  ].join('\n');
}

/** Goes on after a file that cannot be read, and then ends with 1. */
export async function listCoverage(words: readonly string[]): Promise<number> {
  const files = filesOf(words);
  const { dataset, matcher } = loadMatching();
  const tools: Tools = {
    matcher,
    explainer: createExplainer(dataset.rules),
    speaksOfTopic: anchorTest(dataset.anchors),
  };
  const style = process.stdout.isTTY ? TERMINAL : PLAIN;
  const sum = { articles: 0, marked: 0, near: 0, silent: 0, faults: 0 };
  for (const file of files) {
    for await (const named of articlesIn(file)) {
      if ('fault' in named) {
        sum.faults++;
        console.error(named.fault);
        continue;
      }
      const coverage = coverageOf(named.article, tools);
      await write(coverageText(named.name, coverage, style));
      sum.articles++;
      sum.marked += coverage.marks.length;
      sum.near += coverage.near.length;
      sum.silent += coverage.silent.length;
    }
  }
  await write(
    `${sum.articles} articles: ${sum.marked} marks; ${sum.near} sentences came near, ${sum.silent} speak of the topic and carry nothing\n`,
  );
  return sum.faults > 0 ? 1 : 0;
}
