/** Sentences given one by one, as one text: how the commands' records become what the matcher reads. Pure. */

export interface Joined {
  readonly text: string;
  /** UTF-16 offsets of each given sentence in `text`, end exclusive */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Joins by one space. */
export function joinSentences(sentences: readonly string[]): Joined {
  let end = -1;
  const spans = sentences.map((sentence) => {
    const start = end + 1;
    end = start + sentence.length;
    return { start, end };
  });
  return { text: sentences.join(' '), spans };
}

/** Index of the first span that ends after `offset`; `spans.length` where none does. Spans are in order and do not overlap. */
function firstEndingAfter(spans: Joined['spans'], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the span that holds an offset; -1 where none does. */
export function indexAt(spans: Joined['spans'], offset: number): number {
  const index = firstEndingAfter(spans, offset);
  return (spans[index]?.start ?? Number.POSITIVE_INFINITY) <= offset ? index : -1;
}

/** Indices of all spans that a stretch of text overlaps. */
export function overlapped(
  spans: Joined['spans'],
  stretch: { readonly start: number; readonly end: number },
): number[] {
  const indices: number[] = [];
  for (
    let i = firstEndingAfter(spans, stretch.start);
    (spans[i]?.start ?? Number.POSITIVE_INFINITY) < stretch.end;
    i++
  ) {
    indices.push(i);
  }
  return indices;
}
