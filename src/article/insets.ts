import { LEAVES } from './elements.ts';
import { siblingsOf } from './siblings.ts';
import { type Block, type Box, blocksIn, classOf, holds, isHeading, kindOfPlace, type Page } from './walk.ts';
import { lengthOf, weigh } from './weigh.ts';

/** The text stands in homes of one kind when these hold this share of it. */
const MAIN_SHARE = 0.5;
/** The longest text of an inset, in characters. */
const INSET_LENGTH = 400;
/** Elements that say themselves what their text is. */
const isTelling = ({ name }: Box): boolean => LEAVES.has(name) || /^(?:t(?:able|body|head|[rdh])|figure)$/.test(name);

/** Whether the block is a plain paragraph, not a heading or part of a list, quotation or table in the article. */
function isPlain(block: Block, root: Box): boolean {
  for (let at: Box | null = block.box; at !== root && at !== null; at = at.parent)
    if (at.name !== 'p' && isTelling(at)) return false;
  return true;
}

/** Boxes of one kind side by side below the text, with no heading of their own: what readers wrote. */
function repliesBelow(page: Page, root: Box, to: number): ReadonlySet<Box> {
  const isReply = (box: Box): boolean => box.first > to && !blocksIn(page, box).some(isHeading);
  const beyond = page.boxes.filter(
    ({ parent, first, last }) => parent !== null && parent.last > to + 1 && first >= root.first && last <= root.last,
  );
  return new Set(siblingsOf(beyond).flatMap((boxes) => (boxes.length > 1 && boxes.every(isReply) ? boxes : [])));
}

/**
 * Marks boxes without a telling name that hold short text of another kind than the article's paragraphs: facts, teasers, a pulled quote
 * among them, a list of points above, replies below.
 */
export function markInsets(page: Page, root: Box): void {
  const blocks = blocksIn(page, root).filter(({ box }) => !box.apart);
  const weights = new Map<string, number>();
  for (const block of blocks) weights.set(kindOfPlace(block), (weights.get(kindOfPlace(block)) ?? 0) + weigh(block));
  const [main = '', weight = 0] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (weight < root.prose * MAIN_SHARE) return;
  const loose = main.startsWith('true');
  const mains = new Set(blocks.filter((block) => kindOfPlace(block) === main && weigh(block) > 0));
  const names = new Set([...mains].map(({ box }) => classOf(box)).filter((value) => value !== ''));
  const homes = new Set([...mains].map(({ box }) => box.parent));
  const from = page.blocks.findIndex((block) => mains.has(block));
  const to = page.blocks.findLastIndex((block) => mains.has(block));
  const replies = repliesBelow(page, root, to);
  for (const box of page.boxes) {
    if (box.parent?.apart === true) box.apart = true;
    const isAbove = box.first >= root.first && box.last <= from;
    const isAmong = box.first > from && box.last <= to;
    if (box.apart || !(isAbove || isAmong || replies.has(box)) || isTelling(box)) continue;
    const inside = blocksIn(page, box);
    const length = lengthOf(inside);
    if (length > INSET_LENGTH || inside.some((block) => mains.has(block))) continue;
    // A paragraph too, with line breaks in it.
    if (homes.has(box.parent) && names.has(classOf(box))) continue;
    if (isAbove) {
      box.apart = lengthOf(inside.filter((block) => block.box.name === 'li')) * 2 > length;
      continue;
    }
    // A paragraph may have a wrapper of its own; a line with a picture is its caption.
    if (inside.length === 1 && !loose && !holds(box, 'img')) continue;
    if (lengthOf(inside.filter((block) => isPlain(block, root))) * 2 > length) box.apart = true;
  }
}
