/** Which boxes of a page stand apart from its article, by names, repetition, and what is asked in them. */
import { ASIDE, CAPTION, FAR, hintsOf, WIDGET } from './hints.ts';
import type { Metadata } from './metadata.ts';
import { markPosts } from './posts.ts';
import { siblingsOf } from './siblings.ts';
import { markStories } from './stories.ts';
import { type Block, type Box, holds, type Page } from './walk.ts';
import { addUp, proseOf, textBegun } from './weigh.ts';

/** A box with a name like "related" still counts as a wrapper when it holds this share of the page's running text. */
const WRAPPER_SHARE = 0.33;
/** Where boxes named as widgets hold this share together, a page builder made them, the article's too. */
const BUILDER_SHARE = 0.6;
/** The longest running text, in characters, of a box that is a caption or asks for an address by its name or form. */
const SMALL_LENGTH = 500;

/**
 * Says of each box whether it stands apart from the article. A name like "related" or "widget" counts only while the
 * box holds neither the headline nor much of the page's text: wrappers carry such names too. Sets `apart` and `prose`
 * of every box. `trusted` are blocks that the page itself gives as the article's text.
 */
export function markApart(
  page: Page,
  headline: Block | null,
  trusted: ReadonlySet<Block>,
  metadata: Metadata,
  url: string,
): void {
  const isAround = ({ parent, first, last }: Box): boolean =>
    parent === null || (headline !== null && first <= headline.at && headline.at < last);
  const hints = new Map(page.boxes.map((box) => [box, isAround(box) ? 0 : hintsOf(box.element, box.name)]));
  const has = (box: Box, bit: number): boolean => ((hints.get(box) ?? 0) & bit) !== 0;
  const groups = siblingsOf(page.boxes.filter(({ name }) => name !== 'p'));
  const from = textBegun(page, headline);
  markStories(page, groups, from, metadata.isDeclared, url);
  if (!metadata.described?.isLive) markPosts(page, groups, from);
  addUp(page, trusted, (box) => box.apart || has(box, FAR));
  const all = page.boxes[0]?.prose ?? 0;
  const small = (box: Box): boolean => box.prose <= SMALL_LENGTH;
  const widgets = page.boxes.filter((box) => has(box, WIDGET) && box.prose <= all * WRAPPER_SHARE);
  const built = proseOf(widgets) > all * BUILDER_SHARE;
  const aside = built ? ASIDE : ASIDE | WIDGET;
  for (const box of page.boxes)
    box.apart ||=
      box.parent?.apart === true ||
      has(box, FAR) ||
      (has(box, aside) && box.prose <= all * WRAPPER_SHARE) ||
      (has(box, CAPTION) &&
        (box.name === 'figcaption' || (small(box) && !(box.name === 'figure' && holds(box, 'table'))))) ||
      (box.asks && small(box) && !isAround(box));
  addUp(page, trusted, (box) => box.apart);
}
