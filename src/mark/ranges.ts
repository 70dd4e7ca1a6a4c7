/** From text offsets to ranges of the page, as late as possible. */

/** A piece of a text node; `start` and `end` are UTF-16 offsets in its data. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

const asSpaces = (words: string): string => words.replace(/\s/g, ' ');

/**
 * Whether pieces of text, in order, spell `words`. White space of any kind is one space; white space of `words` that
 * stands between two pieces (a `<br>`) need be in neither.
 */
export function spells(pieces: readonly string[], words: string): boolean {
  const wanted = asSpaces(words);
  let at = 0;
  for (const piece of pieces.map(asSpaces)) {
    while (!wanted.startsWith(piece, at) && wanted[at] === ' ') at += 1;
    if (!wanted.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return wanted.slice(at).trim() === '';
}

/** A painted piece of one text node and the words that it had. */
export interface Piece {
  readonly range: Range;
  readonly words: string;
}

/**
 * One live range a text node, or null when the page no longer has `words` there. Live ranges, for one that loses its text to the
 * page collapses, where a `StaticRange` would go on to paint whatever came in its place.
 */
export function toPieces(spans: readonly TextSpan[], words: string): readonly Piece[] | null {
  const inPage = spans.every(({ node, end }) => node.isConnected && end <= node.data.length);
  const pieces = spans.map(({ node, start, end }) => node.data.slice(start, end));
  if (spans.length === 0 || !inPage || !spells(pieces, words)) return null;
  return spans.map(({ node, start, end }, index) => {
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return { range, words: pieces[index] ?? '' };
  });
}

/** Whether every piece still has the words that it was painted on. */
export function isFresh(pieces: readonly Piece[]): boolean {
  return pieces.every(({ range, words }) => range.startContainer.isConnected && range.toString() === words);
}

/** Whether two resolutions of a mark are the same places of the page. */
export function samePlaces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ range: first }, index) => {
      const second = b[index]?.range;
      return (
        second?.startContainer === first.startContainer &&
        second.startOffset === first.startOffset &&
        second.endOffset === first.endOffset
      );
    })
  );
}

/** The host of the shadow root that a node is in. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element that a node is rendered in: the slot it is put into, its parent, or the host of its shadow root. */
export function rendererOf(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  return slot ?? node.parentElement ?? hostOf(node);
}

/** The element that holds a node; of one that stands right in a shadow root, the root's host. */
export const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : (node.parentElement ?? hostOf(node));
