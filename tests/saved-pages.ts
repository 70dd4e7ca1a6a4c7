/** The saved pages and what is expected of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findArticles } from '../src/article/find.ts';
import type { Article } from '../src/article/types.ts';
import { loadDataset } from '../src/cli/dataset.ts';
import { overlapped } from '../src/cli/joined.ts';
import { parsePage } from '../src/cli/parse-page.ts';
import { createMatcher, type Matcher } from '../src/match/matcher.ts';
import { splitSentences } from '../src/text/sentences.ts';

export const PAGES = fileURLToPath(new URL('./pages/', import.meta.url));

/** One article of a page, white space collapsed. */
export interface ExpectedArticle {
  readonly title: string;
  readonly date: string | null;
  readonly paragraphs: readonly string[];
  /** each once a sentence, in the order of the text */
  readonly matches?: readonly { readonly note: string; readonly sentence: string }[];
}

/** `expected.json`. A page without an article says why. */
export type Expectation = { readonly none: string } | { readonly articles: readonly ExpectedArticle[] };

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
  readonly articles: readonly Omit<ExpectedArticle, 'matches'>[];
}

export const openSlugs = (): string[] => having('intended.json');

export const readIntention = (slug: string): Intention =>
  JSON.parse(readFileSync(join(PAGES, slug, 'intended.json'), 'utf8')) as Intention;

/** White space collapsed, empty lines left out. */
export const expectedOf = ({ title, date, text }: Pick<Article, 'title' | 'date' | 'text'>): ExpectedArticle => ({
  title: collapsed(title),
  date,
  paragraphs: text
    .split('\n')
    .map(collapsed)
    .filter((line) => line !== ''),
});

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const readSource = (slug: string): string => readFileSync(join(PAGES, slug, 'source.html'), 'utf8');

export const readExpectation = (slug: string): Expectation =>
  JSON.parse(readFileSync(join(PAGES, slug, 'expected.json'), 'utf8')) as Expectation;

/** Where every saved page is said to stand: its own address would be one more source of a date. */
export const ADDRESS = 'https://news.test/world/story';

let matcher: Matcher | undefined;

function matchesIn(article: Article): ExpectedArticle['matches'] {
  matcher ??= createMatcher(loadDataset().rules);
  const { text } = article;
  const sentences = splitSentences(text);
  const found = new Map<string, { note: string; sentence: string }>();
  for (const match of matcher.match(text, article, sentences)) {
    for (const index of overlapped(sentences, match)) {
      const sentence = collapsed(text.slice(sentences[index]?.start, sentences[index]?.end));
      found.set(`${match.note}: ${sentence}`, { note: match.note, sentence });
    }
  }
  return [...found.values()];
}

/** What the finder says of a page, in a DOM of Node's. */
export function expectationOf(html: string, withMarks: boolean): Expectation {
  const finding = findArticles(parsePage(html), ADDRESS);
  if (finding.kind === 'none') return { none: finding.reason };
  return {
    articles: finding.articles.map((article) => ({
      ...expectedOf(article),
      ...(withMarks && { matches: matchesIn(article) ?? [] }),
    })),
  };
}

export interface MarkedArticle extends Required<ExpectedArticle> {
  /** one paragraph a line */
  readonly text: string;
}

/** What is expected of a saved page with one article and marks. */
export function readMarkedArticle(slug: string): MarkedArticle {
  const expected = readExpectation(slug);
  const [article] = 'articles' in expected ? expected.articles : [];
  if (article?.matches === undefined) throw new Error(`tests/pages/${slug}/expected.json: holds no article with marks`);
  return { ...article, matches: article.matches, text: article.paragraphs.join('\n') };
}

export const holdsMatches = (expectation: Expectation): boolean =>
  'articles' in expectation && expectation.articles.some(({ matches }) => matches !== undefined);
