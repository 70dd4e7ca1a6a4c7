/** The saved pages and what is expected of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { findArticle } from '../src/article/find.ts';
import { loadDataset } from '../src/cli/dataset.ts';
import { overlapped } from '../src/cli/joined.ts';
import { wholeHtml } from '../src/cli/whole-html.ts';
import { createMatcher, type Matcher } from '../src/match/matcher.ts';
import { splitSentences } from '../src/text/sentences.ts';

export const PAGES = fileURLToPath(new URL('./pages/', import.meta.url));

/** `expected.json`. A page without an article says why in `none`. */
export interface Expectation {
  readonly none?: string;
  readonly title?: string;
  readonly date?: string | null;
  /** white space as the page has it, each as one space */
  readonly text?: string;
  /** each once a sentence, in the order of the text */
  readonly matches?: readonly { readonly note: string; readonly sentence: string }[];
}

const having = (name: string): string[] =>
  readdirSync(PAGES)
    .filter((slug) => existsSync(join(PAGES, slug, name)))
    .sort();

export const slugs = (): string[] => having('expected.json');

/**
 * `intended.json` of a page that the finder does not read rightly yet: its articles as a careful reader would have them, none for a page without one.
 * Once it does, `npm run page -- remake SLUG` writes its expected.json, and intended.json goes.
 */
export interface Intention {
  readonly articles: readonly {
    readonly title: string | null;
    readonly date: string | null;
    /** white space collapsed */
    readonly paragraphs: readonly string[];
  }[];
}

export const openSlugs = (): string[] => having('intended.json');

export const readIntention = (slug: string): Intention =>
  JSON.parse(readFileSync(join(PAGES, slug, 'intended.json'), 'utf8')) as Intention;

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the finder says of a page, as an intention. */
export function foundAs(html: string): Intention {
  const { none, title = null, date = null, text = '' } = expectationOf(html, false);
  if (none !== undefined) return { articles: [] };
  const paragraphs = text
    .split('\n')
    .map(collapsed)
    .filter((line) => line !== '');
  return { articles: [{ title: title === null ? null : collapsed(title), date, paragraphs }] };
}

export const readSource = (slug: string): string => readFileSync(join(PAGES, slug, 'source.html'), 'utf8');

export const readExpectation = (slug: string): Expectation =>
  JSON.parse(readFileSync(join(PAGES, slug, 'expected.json'), 'utf8')) as Expectation;

/** Where every saved page is said to stand: its own address would be one more source of a date. */
export const ADDRESS = 'https://news.test/world/story';

let matcher: Matcher | undefined;

function matchesIn(article: { title: string; text: string; date: string | null }): Expectation['matches'] {
  matcher ??= createMatcher(loadDataset().rules);
  const { text } = article;
  const sentences = splitSentences(text);
  const found = new Map<string, { note: string; sentence: string }>();
  for (const match of matcher.match(text, article, sentences)) {
    for (const index of overlapped(sentences, match)) {
      const sentence = text.slice(sentences[index]?.start, sentences[index]?.end);
      found.set(`${match.note}: ${sentence}`, { note: match.note, sentence });
    }
  }
  return [...found.values()];
}

/** What the finder says of a page, in a DOM of Node's. */
export function expectationOf(html: string, withMarks: boolean): Expectation {
  const finding = findArticle(parseHTML(wholeHtml(html)).document as unknown as Document, ADDRESS);
  if (finding.kind === 'none') return { none: finding.reason };
  const { title, date, text } = finding.article;
  return { title, date, text, ...(withMarks ? { matches: matchesIn({ title, date, text }) ?? [] } : {}) };
}
