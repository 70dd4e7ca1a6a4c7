/** How much text counts as running text, block by block and added up in boxes. */
import { type Block, type Box, isHeading, type Page } from './walk.ts';

/** What text counts that is not the article's by the page's own word, where the page gives one. */
const UNTRUSTED = 0.1;

/** How much a block counts as running text: its characters outside links, less without sentences. */
export function weigh(block: Block): number {
  const plain = block.length - block.linked;
  if (isHeading(block) || block.led || block.length < 25 || (block.linked > plain && plain < 120)) return 0;
  return plain * (block.marked ? 1 : 0.2);
}

/** Least text between the headline and what stands below an article, in characters; what is nearer belongs to the headline. */
export const ABOVE_LENGTH = 300;

/** The place of the block from which on an article's text has begun; the number of blocks where there is too little. */
export function textBegun({ blocks }: Page, headline: Block | null): number {
  let above = 0;
  const begun = blocks.find((block) => {
    if (block.at >= (headline?.at ?? 0)) above += weigh(block);
    return above >= ABOVE_LENGTH;
  });
  return begun?.at ?? blocks.length;
}

export const sumOf = <T>(items: readonly T[], measure: (item: T) => number): number =>
  items.reduce((sum, item) => sum + measure(item), 0);

/** Characters of text. */
export const lengthOf = (blocks: readonly Block[]): number => sumOf(blocks, ({ length }) => length);

export const proseOf = (boxes: readonly Box[]): number => sumOf(boxes, ({ prose }) => prose);

/** Sets `prose` of every box: the weights added up from the leaves to the top; a box that is `shut` keeps its own to itself. */
export function addUp(page: Page, trusted: ReadonlySet<Block>, shut: (box: Box) => boolean): void {
  for (const box of page.boxes) box.prose = 0;
  const others = trusted.size > 0 ? UNTRUSTED : 1;
  for (const block of page.blocks) block.box.prose += weigh(block) * (trusted.has(block) ? 1 : others);
  for (const box of page.boxes.toReversed()) if (box.parent !== null && !shut(box)) box.parent.prose += box.prose;
}
