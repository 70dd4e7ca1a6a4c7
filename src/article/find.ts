/**
 * The article of a page, step by step: what the page says of itself, one walk over its text, the headline, what stands apart, then either the
 * entries of several articles or the one box that holds the text, the blocks of that, whether they are an article at all, and its date.
 */
import { type Steps, toEnd } from '../text/steps.ts';
import { markApart } from './apart.ts';
import { chooseRoot, narrow } from './choose.ts';
import { dateWithin, findDate, languageOf } from './date.ts';
import { findEntries } from './entries.ts';
import { findHeadline, type Headline, headingAbove } from './headline.ts';
import { markInsets } from './insets.ts';
import { isArticle, isTopOfSite } from './judge.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { selectBlocks } from './select.ts';
import { trustedBlocks } from './trusted.ts';
import type { Article, Finding, Found, TextBlock, TextSegment } from './types.ts';
import { type Block, type Box, leadsOn, type Page, textOf, walkPage } from './walk.ts';

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

const articleOf = (root: Box, title: string, kept: readonly Block[], date: string | null): Article => ({
  root: root.element,
  title,
  ...joinBlocks(kept),
  date,
});

/** The blocks of the article in `root`; sets what stands apart in it. */
function blocksOf(page: Page, root: Box, headline: Headline): readonly Block[] {
  markInsets(page, root, headline.block);
  return selectBlocks(page, root, headline);
}

/** Several articles, each with its own heading and date, or the page's date where its own is but a clock's time. */
function* readEntries(document: Document, url: string, metadata: Metadata, page: Page): Steps<Article[]> {
  const articles: Article[] = [];
  for (const { box, heading } of findEntries(page, metadata.described?.isLive === true)) {
    yield;
    const headline = { text: heading === null ? '' : textOf(heading), block: heading };
    const root = narrow(page, box);
    const kept = blocksOf(page, root, headline);
    if (kept.length === 0) continue;
    const date =
      dateWithin(box.element, languageOf(document)) ??
      findDate(document, url, metadata, { page, root, headline: heading, kept });
    articles.push(articleOf(root, headline.text, kept, date));
  }
  return articles;
}

function* readOne(document: Document, url: string, metadata: Metadata, page: Page, given: Headline): Steps<Found> {
  const root = chooseRoot(page, given.block);
  if (root === null) return { kind: 'none', reason: 'no-text' };
  const headline = (given.block === null && headingAbove(page, root)) || given;
  yield;
  const kept = blocksOf(page, root, headline);
  yield;
  if (kept.length === 0) return { kind: 'none', reason: page.blocks.some(leadsOn) ? 'not-an-article' : 'no-text' };
  if (!isArticle(page, root, kept, metadata, url)) return { kind: 'none', reason: 'not-an-article' };
  const date = findDate(document, url, metadata, { page, root, headline: headline.block, kept });
  return { kind: 'articles', articles: [articleOf(root, headline.text, kept, date)] };
}

/**
 * Finds the articles of a page in its live DOM, which is neither changed nor laid out: one walk over the text, then
 * weights. `url` is the page's address; it helps to date an article and to tell a front page. Works in any DOM that
 * has elements, attributes, text nodes and `querySelectorAll`. In steps, for pages that have other things to do
 * between them: what the page changes meanwhile is not seen.
 */
export function* findInSteps(document: Document, url: string): Steps<Finding> {
  if (!isHtml(document)) return { kind: 'none', reason: 'not-html', shadowRoots: [] };
  const metadata = readMetadata(document, url);
  yield;
  const page = walkPage(document.body);
  yield;
  const headline = findHeadline(page, metadata.titles);
  yield;
  markApart(page, headline.block, trustedBlocks(page, metadata.described?.body ?? ''), metadata, url);
  yield;
  const [first, ...others] =
    isTopOfSite(url) || metadata.isOther ? [] : yield* readEntries(document, url, metadata, page);
  const found: Found =
    first !== undefined && others.length > 0
      ? { kind: 'articles', articles: [first, ...others] }
      : yield* readOne(document, url, metadata, page, headline);
  return { ...found, shadowRoots: page.shadowRoots };
}

/** The same at once. */
export const findArticles = (document: Document, url: string): Finding => toEnd(findInSteps(document, url));
