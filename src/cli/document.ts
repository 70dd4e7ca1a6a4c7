/** A file as the articles that the extension would find in it. */
import { findArticles } from '../article/find.ts';
import { UserError } from './main.ts';
import { parsePage } from './parse-page.ts';

export interface ReadArticle {
  /** empty where none is known */
  readonly title: string;
  readonly text: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when unknown */
  readonly date: string | null;
}

const isHtml = (name: string, content: string): boolean =>
  /\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(content);

function fromHtml(name: string, html: string): ReadArticle[] {
  const finding = findArticles(parsePage(html), 'https://article.invalid/');
  if (finding.kind === 'none') throw new UserError(`${name}: holds no article (${finding.reason})`);
  return finding.articles.map(({ title, text, date }) => ({ title, text, date }));
}

/** HTML goes through the extension's own reading of a page; any other text is one article as it stands. Throws `UserError` where a page holds none. */
export function readArticles(name: string, content: string): ReadArticle[] {
  return isHtml(name, content) ? fromHtml(name, content) : [{ title: '', text: content, date: null }];
}
