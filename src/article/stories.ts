/** Lists of other stories. */
import { type Block, type Box, blocksIn, holds, isHeading, isRightIn, leadsOn, type Page } from './walk.ts';
import { lengthOf, sumOf, weigh } from './weigh.ts';

/** Fewest boxes that make a list of stories. */
const FEWEST = 3;
/** The longest text of one story in such a list, in characters; and where a heading stands above it. */
const STORY_LENGTH = 500;
const HEADED_LENGTH = 1000;
/** The shortest paragraph beside the items of a list, in characters. */
const BESIDE_LENGTH = 50;

/**
 * Whether the boxes are the items of an article that is a list ("Five things to know"): paragraphs right beside them
 * stand above the first and below the last, and hold less text than the items do.
 */
function areItems(page: Page, boxes: readonly Box[]): boolean {
  const { blocks } = page;
  const parent = boxes[0]?.parent;
  const isBeside = (block: Block): boolean => isRightIn(parent, block) && weigh(block) >= BESIDE_LENGTH;
  const above = blocks.slice(parent?.first, boxes[0]?.first).filter(isBeside);
  const below = blocks.slice(boxes.at(-1)?.last, parent?.last).filter(isBeside);
  const items = boxes.flatMap((box) => blocksIn(page, box));
  return above.length > 0 && below.length > 0 && sumOf([...above, ...below], weigh) < sumOf(items, weigh);
}

/**
 * Marks lists of other stories: boxes of one kind side by side, each with a line of its own that leads elsewhere, and short. A long one needs a
 * heading that leads to the same site (`url` is the page's address), below the article, whose text has begun by block `from`. On a page that
 * calls itself an article (`isDeclared`) they can be its own items.
 */
export function markStories(
  page: Page,
  groups: readonly (readonly Box[])[],
  from: number,
  isDeclared: boolean,
  url: string,
): void {
  const own = `[href^="/"],[href*=${JSON.stringify(`//${url.split('/')[2]}`)}]`;
  for (const group of groups) {
    if (group.length < FEWEST) continue;
    const above = page.blocks[(group[0]?.first ?? 0) - 1];
    const isHeaded = above && isHeading(above) && above.box.name !== 'h1';
    const longest = isHeaded ? HEADED_LENGTH : STORY_LENGTH;
    const isBelow = (group[0]?.parent?.first ?? 0) > from;
    const isStory = (box: Box): boolean => {
      const inside = blocksIn(page, box);
      const [top] = inside;
      if (isBelow && top && isHeading(top) && leadsOn(top) && holds(top.box, own)) return true;
      return inside.some(leadsOn) && lengthOf(inside) <= longest;
    };
    if (group.every(isStory) && !(isDeclared && areItems(page, group))) for (const box of group) box.apart = true;
  }
}
