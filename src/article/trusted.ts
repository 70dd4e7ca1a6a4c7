/** The text that the page itself gives as the article's, found again among its blocks. */
import { lettersOf } from './headline.ts';
import { type Block, isHeading, type Page, textOf } from './walk.ts';

/** Shortest text, in characters, of a described body and of a block that are worth comparing. */
const BODY_LENGTH = 200;
const BLOCK_LENGTH = 40;
/** Letters from a block's start that must stand in the body. */
const COMPARED = 60;

/**
 * The blocks that the page's JSON-LD gives as its article's text. Empty when that text is short or is not found on the
 * page for the most part: some sites give a teaser there, some another article.
 */
export function trustedBlocks(page: Page, body: string): ReadonlySet<Block> {
  const trusted = new Set<Block>();
  if (body.length < BODY_LENGTH) return trusted;
  const wanted = lettersOf(body);
  let found = 0;
  for (const block of page.blocks) {
    if (block.length < BLOCK_LENGTH || isHeading(block)) continue;
    const letters = lettersOf(textOf(block));
    if (!wanted.includes(letters.slice(0, COMPARED))) continue;
    trusted.add(block);
    found += letters.length;
  }
  return found > wanted.length / 2 ? trusted : new Set();
}
