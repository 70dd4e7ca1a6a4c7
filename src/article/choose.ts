import { ASIDE, CAPTION, FAR, hintsOf } from './hints.ts';
import { type Block, type Box, isHeading, type Page } from './walk.ts';

/** A box with a name like "related" still counts as a wrapper when it holds this share of the page's running text. */
const WRAPPER_SHARE = 0.33;
/** The longest running text, in characters, that a box named like a caption can hold and be one. */
const CAPTION_LENGTH = 500;
/** The text round the headline is the article's when it is this share of all, or this long in characters. */
const HEADLINE_SHARE = 0.25;
const HEADLINE_LENGTH = 700;
/** One child that holds this share of the text is where the article is. */
const CHILD_SHARE = 0.75;
/** A paragraph beside the found box this long belongs to the article. */
const BESIDE_LENGTH = 80;

/** What text counts that is not the article's by the page's own word, where the page gives one. */
const UNTRUSTED = 0.1;

/** Boxes too small to be an article's. */
const LEAVES = new Set('p li td th dd dt blockquote pre ul ol dl table tbody tr h1 h2 h3 h4 h5 h6'.split(' '));

/** How much a block counts as running text: its characters outside links, less without sentences or in a list. */
export function weigh(block: Block): number {
  const plain = block.length - block.linked;
  if (isHeading(block) || block.length < 25 || (block.linked > plain && plain < 120)) return 0;
  return plain * (block.marked ? 1 : 0.2) * (block.box.name === 'li' ? 0.5 : 1);
}

/** Adds the weights up from the leaves to the top; a box that is `shut` keeps its own to itself. */
function addUp(page: Page, trusted: ReadonlySet<Block>, shut: (box: Box) => boolean): void {
  for (const box of page.boxes) box.prose = 0;
  const others = trusted.size > 0 ? UNTRUSTED : 1;
  for (const block of page.blocks) block.box.prose += weigh(block) * (trusted.has(block) ? 1 : others);
  for (const box of page.boxes.toReversed()) if (box.parent !== null && !shut(box)) box.parent.prose += box.prose;
}

function boxesAround(block: Block | null): ReadonlySet<Box> {
  const around = new Set<Box>();
  for (let box = block?.box ?? null; box !== null; box = box.parent) around.add(box);
  return around;
}

/**
 * Says of each box whether it stands apart from the article. A name like "related" or "widget" counts only while the
 * box holds neither the headline nor much of the page's text: wrappers carry such names too.
 */
function markApart(page: Page, headline: Block | null, trusted: ReadonlySet<Block>): void {
  const around = boxesAround(headline);
  const hints = new Map(page.boxes.map((box) => [box, around.has(box) ? 0 : hintsOf(box.element, box.name)]));
  const has = (box: Box, bit: number): boolean => ((hints.get(box) ?? 0) & bit) !== 0;
  addUp(page, trusted, (box) => has(box, FAR));
  const aside = (page.boxes[0]?.prose ?? 0) * WRAPPER_SHARE;
  for (const box of page.boxes)
    box.apart =
      box.parent?.apart === true ||
      has(box, FAR) ||
      (has(box, ASIDE) && box.prose <= aside) ||
      (has(box, CAPTION) && (box.name === 'figcaption' || box.prose <= CAPTION_LENGTH));
}

/** The smallest box round the headline with enough text to be its article. */
function roundHeadline(headline: Block | null, top: Box): Box {
  const enough = Math.min(top.prose * HEADLINE_SHARE, HEADLINE_LENGTH);
  for (let box = headline?.box ?? null; box !== null; box = box.parent)
    if (!box.apart && box.prose > 0 && box.prose >= enough) return box;
  return top;
}

/** Whether a paragraph of the article stands in `parent` right beside `box`. */
function hasTextBeside(page: Page, parent: Box, box: Box): boolean {
  return page.blocks.slice(parent.first, parent.last).some((block, i) => {
    const inside = parent.first + i >= box.first && parent.first + i < box.last;
    const near = block.box === parent || (block.box.parent === parent && block.box.name === 'p');
    return near && !inside && !block.box.apart && weigh(block) >= BESIDE_LENGTH;
  });
}

/**
 * The box that holds the article. From the headline's surroundings down, as long as one child holds nearly all the
 * text; then up again while paragraphs stand right beside it (an article cut in two by a wrapper round its second part).
 * Sets `apart` and `prose` of every box. `trusted` are blocks that the page itself gives as the article's text.
 */
export function chooseRoot(page: Page, headline: Block | null, trusted: ReadonlySet<Block>): Box | null {
  const top = page.boxes[0];
  if (top === undefined) return null;
  markApart(page, headline, trusted);
  addUp(page, trusted, (box) => box.apart);
  const start = roundHeadline(headline, top);
  let root = start;
  for (const box of page.boxes)
    if (box.parent === root && !box.apart && !LEAVES.has(box.name) && box.prose >= root.prose * CHILD_SHARE) root = box;
  while (root !== start && root.parent !== null && hasTextBeside(page, root.parent, root)) root = root.parent;
  return root;
}
