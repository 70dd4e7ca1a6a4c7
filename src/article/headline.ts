/** The article's headline: what the page calls itself, and where that stands in it. */
import { type Block, type Box, isHeading, type Page, textOf } from './walk.ts';
import { weigh } from './weigh.ts';

/** White space and punctuation, by ranges: a Unicode property is dear to compile. */
const BETWEEN_WORDS = /[\s!-/:-@[-`{-\u00bf\u2010-\u205e\u3000-\u303f\uff01-\uff0f]+/;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');

/** The letters and digits of a text, without what stands between its words. */
export const lettersOf = (text: string): string => text.toLowerCase().split(BETWEEN_WORDS).join('');

export const sameWords = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

export interface Headline {
  readonly text: string;
  readonly block: Block | null;
}

/** A heading with a smaller share of the words of a title is the name of the site in there. */
const LEAST_SHARE = 0.4;

/** Words that a heading shares with a title; 0 when it is about something else. */
function shared(heading: readonly string[], title: ReadonlySet<string>): number {
  const words = new Set(heading);
  let count = 0;
  for (const word of words) if (title.has(word)) count++;
  // Some scripts set no spaces between words: there a whole headline is one.
  if (words.size === 1 && count === 1 && heading.join('').length >= 8) return count;
  const isPart = count >= Math.min(words.size, title.size) * 0.7 && count >= title.size * LEAST_SHARE;
  return count >= 2 && isPart ? count : 0;
}

/** Between a page's title and its site's name. */
const BETWEEN_NAMES = /\s+(?:[|»«•·:/–—-]|::)\s+/;
/** The shortest part of a title that is looked for in the text, in characters. */
const PART_LENGTH = 20;

/** How many blocks above an article's first text a heading can stand, and how long that text is, in characters. */
const ABOVE = 6;
const TEXT_LENGTH = 80;

/** A page with another heading, or none: the line that shares most words with what the page calls itself, its site's name left out. */
function lineOfTitle(page: Page, titles: readonly string[]): Headline | null {
  const parts = titles
    .map((title) => title.split(BETWEEN_NAMES).reduce((a, b) => (b.length > a.length ? b : a)))
    .filter(({ length }) => length >= PART_LENGTH)
    .map((text) => ({ text, words: new Set(wordsOf(text)) }));
  let found: Headline | null = null;
  let most = 0;
  for (const block of page.blocks) {
    if (block.length > 300 || block.linked > 0) continue;
    const line = wordsOf(textOf(block));
    for (const { text, words } of parts) {
      const count = shared(line, words);
      // A longer one holds the first paragraph too, from which a single line break parts it.
      if (count <= most || count < words.size * 0.7 || line.length > words.size * 2) continue;
      found = { text, block };
      most = count;
    }
  }
  return found;
}

/**
 * The headline of a page whose title is only its site's name, once it is known where its text is: the highest heading
 * above the text of its article.
 */
export function headingAbove(page: Page, root: Box): Headline | null {
  const first = page.blocks.findIndex((block, i) => i >= root.first && weigh(block) >= TEXT_LENGTH);
  const above = page.blocks.slice(Math.max(first - ABOVE, 0), Math.max(first, 0));
  const [block] = above.filter(isHeading).sort((a, b) => a.box.name.localeCompare(b.box.name));
  return block === undefined ? null : { text: textOf(block), block };
}

/**
 * The headline: the heading that shares most words with what the page calls itself, a top heading before others; else
 * a line that says it; else the first top heading; else only what the page calls itself.
 */
export function findHeadline(page: Page, titles: readonly string[]): Headline {
  const sets = titles.map((title) => new Set(wordsOf(title)));
  let best: Block | null = null;
  let most = 0;
  let top: Block | null = null;
  for (const block of page.blocks) {
    if (!isHeading(block) || block.length > 300) continue;
    const isTop = block.box.name === 'h1';
    if (isTop) top ??= block;
    const words = wordsOf(textOf(block));
    const count = Math.max(0, ...sets.map((set) => shared(words, set))) + (isTop ? 0.5 : 0);
    if (count >= 1 && count > most) {
      best = block;
      most = count;
    }
  }
  const line = best === null && lineOfTitle(page, titles);
  if (line) return line;
  const block = best ?? top;
  return { text: block === null ? (titles[0] ?? '') : textOf(block), block };
}
