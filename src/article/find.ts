import { chooseRoot } from './choose.ts';
import { findDate } from './date.ts';
import { findHeadline } from './headline.ts';
import { isArticle } from './judge.ts';
import { readMetadata } from './metadata.ts';
import { selectBlocks } from './select.ts';
import { trustedBlocks } from './trusted.ts';
import type { Article, Finding, TextBlock, TextSegment } from './types.ts';
import { type Block, walkPage } from './walk.ts';

interface Reading {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  readonly segments: readonly TextSegment[];
}

/** Joins blocks to one text, each text node's characters one to one, white space as spaces. */
function joinBlocks(blocks: readonly Block[]): Reading {
  const lines: string[] = [];
  const placed: TextBlock[] = [];
  const segments: TextSegment[] = [];
  let at = 0;
  for (const block of blocks) {
    const start = at;
    let line = '';
    for (const node of block.nodes) {
      if (node !== null) segments.push({ start: start + line.length, node });
      line += node === null ? ' ' : node.data.replace(/\s/g, ' ');
    }
    at = start + line.length;
    placed.push({ start, end: at, element: block.box.element });
    lines.push(line);
    at++;
  }
  return { text: lines.join('\n'), blocks: placed, segments };
}

const isHtml = (document: Document): boolean =>
  document.documentElement?.localName === 'html' &&
  (document.contentType === undefined || /html/.test(document.contentType)) &&
  document.body !== null;

/**
 * Finds the articles of a page in its live DOM, which is neither changed nor laid out: one walk over the text, then
 * weights. `url` is the page's address; it helps to date an article and to tell a front page. Works in any DOM that
 * has elements, attributes, text nodes and `querySelectorAll`.
 */
export function findArticles(document: Document, url: string): Finding {
  if (!isHtml(document)) return { kind: 'none', reason: 'not-html' };
  const metadata = readMetadata(document, url);
  const page = walkPage(document.body);
  const headline = findHeadline(page, metadata.titles);
  const root = chooseRoot(page, headline.block, trustedBlocks(page, metadata.described?.body ?? ''));
  const kept = root === null ? [] : selectBlocks(page, root, headline);
  if (root === null || kept.length === 0) return { kind: 'none', reason: 'no-text' };
  if (!isArticle(page, root, kept, metadata, url)) return { kind: 'none', reason: 'not-an-article' };
  const date = findDate(document, url, metadata, { page, root, headline: headline.block, kept });
  const article: Article = { root: root.element, title: headline.text, ...joinBlocks(kept), date };
  return { kind: 'articles', articles: [article] };
}
