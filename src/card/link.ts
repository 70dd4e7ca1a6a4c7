/** Links that lead to a sentence of a page, by the browser's own search for text (`#:~:text=`). Pure. */

/** A sentence of more words than twice this is named by as many at its start and at its end: page markup between them does no harm. */
const WORDS = 6;

const encode = (words: readonly string[]): string =>
  // A hyphen has a meaning of its own there.
  encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');

/** The page's address with its own fragment kept, and the sentence after it. */
export function sentenceLink(address: string, sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const text =
    words.length > 2 * WORDS ? `${encode(words.slice(0, WORDS))},${encode(words.slice(-WORDS))}` : encode(words);
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`;
}
