/** Small pages for the tests of `src/article`, and the way to read one. */
import { findArticles } from '../../src/article/find.ts';
import type { Article, Finding } from '../../src/article/types.ts';
import { parsePage } from '../../src/cli/parse-page.ts';

export const URL_OF_PAGE = 'https://news.test/world/talks-go-on';

export const HEADLINE = 'Talks on the lake go on without result';

/** Three paragraphs in the manner of an agency report. */
export const PARAGRAPHS = [
  'The two delegations met for a third day on the shore of the lake, and again left without a common text, a spokesman said on Tuesday evening.',
  'Both sides had come with long lists of wishes, among them a new harbour, a shared timetable for the ferries and a rule for the fishing season.',
  'A further meeting is planned for the spring, when the ice has gone; until then the mediators, who come from three countries, will travel between the capitals.',
] as const;

export const paragraphs = (texts: readonly string[] = PARAGRAPHS): string =>
  texts.map((text) => `<p>${text}</p>`).join('\n');

export interface Parts {
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
}

export const pageOf = ({ head = '', body = '', lang = 'en' }: Parts): string =>
  `<!doctype html><html lang="${lang}"><head><title>${HEADLINE} - The Lake Post</title>${head}</head><body>${body}</body></html>`;

export const find = (parts: Parts, url = URL_OF_PAGE): Finding => findArticles(parsePage(pageOf(parts)), url);

/** The article of a page that must have one. */
export function articleOf(parts: Parts, url = URL_OF_PAGE): Article {
  const finding = find(parts, url);
  if (finding.kind === 'none') throw new Error(`no article: ${finding.reason}`);
  return finding.articles[0];
}

/** The article's blocks, white space collapsed. */
export const linesOf = (article: Article): string[] =>
  article.blocks.map(({ start, end }) => article.text.slice(start, end).replace(/\s+/g, ' ').trim());
