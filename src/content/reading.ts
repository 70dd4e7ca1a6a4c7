/** The article of this page, read and marked. */
import { findArticles } from '../article/find.ts';
import { spansOf } from '../article/spans.ts';
import type { Article } from '../article/types.ts';
import { createMarks, type Marks } from '../mark/marks.ts';
import type { Matcher } from '../match/matcher.ts';
import { splitSentences } from '../text/sentences.ts';

export interface Reading {
  readonly marks: Marks;
  /** YYYY, YYYY-MM, YYYY-MM-DD or null when unknown */
  readonly date: string | null;
  /** Whether the page's new nodes may have changed the article. */
  concerns(added: readonly Node[]): boolean;
  /** Finds the marks in the page again; false when the article is no longer the one that was read. */
  refresh(): boolean;
}

function articleHere(): Article | null {
  const found = findArticles(document, location.href);
  return found.kind === 'articles' ? found.articles[0] : null;
}

/** Reads and marks until the signal ends; null where the page holds no article. */
export function readPage(matcher: Matcher, signal: AbortSignal): Reading | null {
  const first = articleHere();
  if (first === null) return null;
  let article = first;
  const { text, title, date } = first;
  const sentences = splitSentences(text);
  const spans = (start: number, end: number) => spansOf(article, start, end);
  const marks = createMarks({
    text,
    matches: matcher.match(text, { title, date }, sentences),
    sentences,
    spansOf: spans,
    isVisible: (start) =>
      spans(start, start + 1)[0]?.node.parentElement?.checkVisibility({ visibilityProperty: true }) ?? false,
    signal,
  });
  return {
    marks,
    date,
    concerns: (added) =>
      !article.root.isConnected || added.some((node) => article.root.contains(node) || node.contains(article.root)),
    refresh() {
      const now = articleHere();
      if (now === null || now.text !== text || now.title !== title) return false;
      article = now;
      marks.repaint();
      return true;
    },
  };
}
