/** The plain values that reading a page gives. */

/** One text node of the article: `article.text.slice(start, start + node.data.length)` is its text, each white-space character as one space. */
export interface TextSegment {
  readonly start: number;
  readonly node: Text;
}

/** A paragraph, list item, cell, quotation or sub-heading. Offsets are UTF-16 units of `Article.text`, end exclusive. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  readonly element: Element;
}

/** An article where it stands in the live page. Nothing of the page is changed by reading it. */
export interface Article {
  readonly root: Element;
  /** headline: context only, no part of `text` */
  readonly title: string;
  /** blocks, one a line ("\n" between them) */
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** in order of `start` */
  readonly segments: readonly TextSegment[];
  /** publication date: YYYY, YYYY-MM or YYYY-MM-DD; null when unknown */
  readonly date: string | null;
}

/**
 * The articles of a page in the order of the page: mostly one, several where entries of a live blog or whole stories follow each other. Or why there is none.
 * `shadowRoots` are the open ones that were read: whoever watches the document has to watch each of them too.
 */
export type Finding = { readonly shadowRoots: readonly ShadowRoot[] } & Found;

export type Found =
  | { readonly kind: 'articles'; readonly articles: readonly [Article, ...Article[]] }
  | { readonly kind: 'none'; readonly reason: 'not-html' | 'no-text' | 'not-an-article' };
