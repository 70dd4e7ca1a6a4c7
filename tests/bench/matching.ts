/** How long matching takes in Node, as ratios of one run: over a plain loop over the words of the same text, and with 10,000 notes over the bundled ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { loadDataset } from '../../src/cli/dataset.ts';
import { joinSentences } from '../../src/cli/joined.ts';
import { ROOT } from '../../src/cli/root.ts';
import type { createMatcher, Matcher } from '../../src/match/matcher.ts';
import { manyRules } from './many-notes.ts';
import { medianAndTail, type Row, timeOf } from './measure.ts';

const CORPUS = join(ROOT, 'tests/corpus/check');
const MANY = 10_000;

interface Text {
  /** positive: nearly every sentence is on the topic, which is the dearest kind of text */
  readonly isOnTopic: boolean;
  readonly title: string;
  readonly text: string;
}

/** The texts of the practice articles to measure with. */
export function practiceTexts(): Text[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').trim().split('\n'))
    .map((line) => {
      const { title, group, sentences } = JSON.parse(line) as {
        title: string;
        group: string;
        sentences: { text: string }[];
      };
      return {
        isOnTopic: group === 'positive',
        title,
        text: joinSentences(sentences.map((sentence) => sentence.text)).text,
      };
    });
}

/** The matcher as it ships, bundled, without what the TypeScript runner adds to each function. */
async function shippedMatcher(): Promise<typeof createMatcher> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'src/match/matcher.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  const module = (await import(`data:text/javascript;base64,${code}`)) as { createMatcher: typeof createMatcher };
  return module.createMatcher;
}

function countWords(text: string): number {
  let units = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) units += word[0].length;
  return units;
}

const matchOf = (matcher: Matcher) => (text: Text) => matcher.match(text.text, { title: text.title }).length;

/** For each text the time of one work over that of another. */
const ratios = (texts: readonly Text[], work: (text: Text) => number, base: (text: Text) => number): number[] =>
  texts.map((text) => timeOf(() => work(text)) / timeOf(() => base(text)));

/** Texts one after the other as one, and they alone. */
interface Joined {
  readonly whole: Text;
  readonly parts: readonly Text[];
}

function joinedByTen(texts: readonly Text[]): Joined[] {
  return Array.from({ length: Math.floor(texts.length / 10) }, (_, i) => {
    const parts = texts.slice(10 * i, 10 * i + 10);
    return { parts, whole: { isOnTopic: true, title: '', text: parts.map(({ text }) => text).join('\n') } };
  });
}

/**
 * For each whole, ten times its time over that of its parts one after the other: a part again and again would have all that it looks up in
 * the nearest cache, and seem to cost two thirds.
 */
function growth(joined: readonly Joined[], work: (text: Text) => number): number[] {
  return joined.map(({ whole, parts }) => (10 * timeOf(() => work(whole))) / timeOf(() => parts.forEach(work)));
}

/** The rows of the table. */
export async function benchMatching(): Promise<Row[]> {
  const texts = practiceTexts();
  const create = await shippedMatcher();
  const bundled = JSON.parse(JSON.stringify(loadDataset().rules));
  const few = create(bundled);
  const many = create(manyRules(MANY));
  // The matcher reads the title, too.
  const loop = ({ title, text }: Text): number => countWords(title) + countWords(text);
  // Both sets of rules have seen every text before any is timed.
  for (const text of texts) for (const matcher of [few, many]) matchOf(matcher)(text);
  const isOn = (text: Text): boolean => text.isOnTopic;
  const overLoop = (kind: readonly Text[]) => medianAndTail(ratios(kind, matchOf(few), loop));
  return [
    {
      where: 'Node',
      what: 'matching an article on the topic, sentences included, over a loop over its words',
      ...overLoop(texts.filter(isOn)),
      bar: 8,
    },
    {
      where: 'Node',
      what: 'matching any other article, the same',
      ...overLoop(texts.filter((text) => !isOn(text))),
      bar: 8,
    },
    {
      where: 'Node',
      what: `matching with ${MANY.toLocaleString('en')} generated notes over the bundled ${bundled.notes.length}`,
      ...medianAndTail(ratios(texts, matchOf(many), matchOf(few))),
      bar: 2,
    },
    {
      where: 'Node',
      what: 'matching with 10 times the text',
      ...medianAndTail(growth(joinedByTen(texts.filter(isOn)), matchOf(few))),
      bar: 12,
    },
  ];
}
