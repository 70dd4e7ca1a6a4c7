import { type Block, isHeading, type Page, textOf } from './walk.ts';

/** White space and punctuation, by ranges: a Unicode property is dear to compile. */
export const BETWEEN_WORDS = /[\s!-/:-@[-`{-\u00bf\u2010-\u205e\u3000-\u303f\uff01-\uff0f]+/;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');

export const sameWords = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

export interface Headline {
  readonly text: string;
  readonly block: Block | null;
}

/** Words that a heading shares with a title; 0 when it is about something else. */
function shared(heading: readonly string[], title: ReadonlySet<string>): number {
  const words = new Set(heading);
  let count = 0;
  for (const word of words) if (title.has(word)) count++;
  // Some scripts set no spaces between words: there a whole headline is one.
  if (words.size === 1 && count === 1 && heading.join('').length >= 8) return count;
  return count >= 2 && count >= Math.min(words.size, title.size) * 0.7 ? count : 0;
}

/**
 * The headline: the heading that shares most words with what the page calls itself, a top heading before others; else
 * the first top heading; else only what the page calls itself.
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
  const block = best ?? top;
  return { text: block === null ? (titles[0] ?? '') : textOf(block), block };
}
