/** Several articles on one page: live blogs, stories that follow each other. */
import { DATED } from './date.ts';
import { siblingsOf } from './siblings.ts';
import { type Block, type Box, blocksIn, holds, isHeading, type Page } from './walk.ts';
import { proseOf, weigh } from './weigh.ts';

/** Entries of a page hold this share of its running text; beside an article of its own they are comments on it. */
const MOST_TEXT = 0.7;
/** The shortest text of an entry, and of a whole story, which is enough for two to be several, in characters. */
const ENTRY_LENGTH = 60;
const STORY_LENGTH = 500;
const FEWEST_ENTRIES = 3;

/** One of several articles on a page. */
export interface Entry {
  readonly box: Box;
  readonly heading: Block | null;
}

function entryOf(page: Page, box: Box): Entry {
  const blocks = blocksIn(page, box);
  const text = blocks.findIndex((block) => !block.box.apart && weigh(block) > 0);
  return { box, heading: blocks.slice(0, text).find((block) => isHeading(block) && block.linked === 0) ?? null };
}

/**
 * The entries of a live blog, or stories that follow each other: repeated boxes, each with a time, text of its own and
 * mostly a heading, which together hold nearly all text of the page. Empty where the page is one article or none.
 */
export function findEntries(page: Page, isLive: boolean): readonly Entry[] {
  const all = page.boxes[0]?.prose ?? 0;
  for (const group of siblingsOf(page.boxes.filter(({ apart, prose }) => !apart && prose >= ENTRY_LENGTH))) {
    if (group.length < 2 || proseOf(group) < all * MOST_TEXT) continue;
    const boxes = group.filter((box) => holds(box, DATED));
    const fewest = boxes.every(({ prose }) => prose >= STORY_LENGTH) ? 2 : FEWEST_ENTRIES;
    if (boxes.length < fewest || proseOf(boxes) < all * MOST_TEXT) continue;
    const entries = boxes.map((box) => entryOf(page, box));
    if (isLive || entries.filter(({ heading }) => heading !== null).length * 2 >= entries.length) return entries;
  }
  return [];
}
