/** The box that holds the article: up from the headline, down to where the text is. Pure. */
import { LEAVES } from './elements.ts';
import { kindOf } from './siblings.ts';
import { type Block, type Box, blocksIn, isRightIn, kindOfPlace, type Page } from './walk.ts';
import { weigh } from './weigh.ts';

/** The text round the headline is the article's when it is this share of all, or this long in characters. */
const HEADLINE_SHARE = 0.25;
const HEADLINE_LENGTH = 700;
/** Where but one paragraph stands with the headline, it can be a standfirst, and has to be this share of all. */
const ALONE_SHARE = 0.5;
/** One child that holds this share of the text is where the article is. */
const CHILD_SHARE = 0.7;
/** A paragraph beside the found box this long belongs to the article. */
const BESIDE_LENGTH = 80;

const isFull = (block: Block): boolean => !block.box.apart && weigh(block) >= BESIDE_LENGTH;

/** The smallest box round the headline with enough text to be its article. */
function roundHeadline(page: Page, headline: Block | null, top: Box): Box {
  const enough = (share: number): number => Math.min(top.prose * share, HEADLINE_LENGTH);
  for (let box = headline?.box ?? null; box !== null; box = box.parent) {
    const { apart, prose } = box;
    if (apart || prose === 0 || prose < enough(HEADLINE_SHARE)) continue;
    if (prose >= enough(ALONE_SHARE) || blocksIn(page, box).filter(isFull).length > 1) return box;
  }
  return top;
}

/** The paragraphs in `outer` that stand not in `inner`. */
const between = (page: Page, outer: Box, inner: Box): readonly Block[] =>
  blocksIn(page, outer).filter((block) => (block.at < inner.first || block.at >= inner.last) && isFull(block));

/** Whether one of the paragraphs `beside` the box stands right in `parent`: of the kind of those in the box, where these are no `p`. */
function hasTextBeside(page: Page, parent: Box, box: Box, beside: readonly Block[]): boolean {
  const kinds = new Set(
    blocksIn(page, box)
      .filter(isFull)
      .map((block) => kindOf(block.box)),
  );
  return beside.some(
    (block) => isRightIn(parent, block) || (block.box.parent === parent && kinds.has(kindOf(block.box))),
  );
}

/** The highest box up to `top` in which more paragraphs stand in places of the same kind as those in `box`. */
function withSameKind(page: Page, box: Box, top: Box): Box {
  const inside = blocksIn(page, box).filter(isFull);
  const kinds = new Set(inside.map(kindOfPlace).filter((kind) => /\S$|section $/.test(kind)));
  let found = box;
  for (let at = box; at !== top && at.parent !== null; at = at.parent)
    if (between(page, at.parent, at).some((block) => kinds.has(kindOfPlace(block)))) found = at.parent;
  return found;
}

/**
 * The box in `start` that holds its article: down as long as one child holds nearly all the text; then up again while
 * paragraphs stand right beside it (an article cut in two by a wrapper round its second part).
 */
export function narrow(page: Page, start: Box): Box {
  let root = start;
  for (const box of page.boxes)
    if (box.parent === root && !box.apart && !LEAVES.has(box.name) && box.prose >= root.prose * CHILD_SHARE) root = box;
  for (let box = root; box !== start && box.parent !== null; box = box.parent) {
    const beside = between(page, box.parent, box);
    if (beside.length === 0) continue;
    if (!hasTextBeside(page, box.parent, box, beside)) break;
    root = box.parent;
  }
  return withSameKind(page, root, start);
}

/** The box that holds the page's article, by its headline's surroundings. `prose` and `apart` are set by then. */
export function chooseRoot(page: Page, headline: Block | null): Box | null {
  const top = page.boxes[0];
  return top === undefined ? null : narrow(page, roundHeadline(page, headline, top));
}
