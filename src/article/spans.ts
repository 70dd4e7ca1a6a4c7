/** From places in the article's text back to text nodes. Pure. */
import type { Article, TextSegment } from './types.ts';

/** A part of one text node: UTF-16 units of `node.data`, end exclusive. */
export interface Span {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Index of the first segment that ends after `offset`, found by halving. */
function firstAfter(segments: readonly TextSegment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.start + segment.node.data.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The text nodes under `article.text.slice(start, end)`, in order, each with its part. Line breaks and ends of blocks
 * stand in no node and are left out. Empty when the range is empty or outside the text.
 */
export function spansOf(article: Pick<Article, 'segments'>, start: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  for (let i = firstAfter(article.segments, start); i < article.segments.length; i++) {
    const segment = article.segments[i];
    if (segment === undefined || segment.start >= end) break;
    const from = Math.max(start - segment.start, 0);
    const to = Math.min(end - segment.start, segment.node.data.length);
    if (from < to) spans.push({ node: segment.node, start: from, end: to });
  }
  return spans;
}
