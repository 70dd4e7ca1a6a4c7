/** Which boxes of a page stand apart from its article, by names, repetition, and what is asked in them. */
import { ASIDE, CAPTION, FAR, hintsOf, TALK } from './hints.ts';
import type { Metadata } from './metadata.ts';
import { markPosts } from './posts.ts';
import { byKind, kindOf, siblingsOf } from './siblings.ts';
import { markStories } from './stories.ts';
import { type Block, type Box, holds, type Page } from './walk.ts';
import { ABOVE_LENGTH, addUp, proseOf, textBegun, weigh } from './weigh.ts';

/** A box with a name like "related" still counts as a wrapper when it holds this share of the page's running text. */
const WRAPPER_SHARE = 0.33;
/** The longest running text, in characters, of a box that is a caption or asks for an address by its name or form. */
const SMALL_LENGTH = 500;

/**
 * Takes back what a name says that most of the text has ("with-ads", "print:mb-2"): of all boxes of the kind of one below the headline,
 * before other text of some length. Whether there was any.
 */
function withdraw(page: Page, headline: Block | null, hints: Map<Box, number>): boolean {
  const all = page.boxes[0]?.prose ?? 0;
  const named = byKind(page.boxes.filter((box) => hints.get(box) !== 0));
  let isWithdrawn = false;
  const look = (box: Box, bits: number): void => {
    const kind = kindOf(box);
    const alike = named.get(kind) ?? [];
    named.delete(kind);
    // What is far was not added up.
    if (bits & TALK || proseOf(alike) <= all * (bits & FAR ? 1 : 0.5)) return;
    isWithdrawn = true;
    for (const one of alike) hints.set(one, 0);
  };
  /** by box looked at: whether it or one round it has a name */
  const known = new Map<Box, boolean>();
  const isNamed = (box: Box): boolean => {
    const before = known.get(box);
    if (before !== undefined) return before;
    const isWithin = box.parent !== null && isNamed(box.parent);
    const bits = hints.get(box) ?? 0;
    if (bits !== 0) look(box, bits);
    known.set(box, isWithin || bits !== 0);
    return isWithin || bits !== 0;
  };
  let told = 0;
  for (const block of page.blocks.slice(headline?.at ?? 0)) {
    if (told >= ABOVE_LENGTH) break;
    if (!isNamed(block.box)) told += weigh(block);
  }
  return isWithdrawn;
}

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
  const isShut = (box: Box): boolean => box.apart || has(box, FAR | TALK);
  addUp(page, trusted, isShut);
  if (withdraw(page, headline, hints)) addUp(page, trusted, isShut);
  const all = page.boxes[0]?.prose ?? 0;
  const small = (box: Box): boolean => box.prose <= SMALL_LENGTH;
  for (const box of page.boxes)
    box.apart ||=
      box.parent?.apart === true ||
      has(box, FAR | TALK) ||
      (has(box, ASIDE) && box.prose <= all * WRAPPER_SHARE) ||
      (has(box, CAPTION) &&
        (box.name === 'figcaption' || (small(box) && !(box.name === 'figure' && holds(box, 'table'))))) ||
      (box.asks && small(box) && !isAround(box));
  addUp(page, trusted, (box) => box.apart);
}
