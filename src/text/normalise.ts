/**
 * Text brought to one spelling, with a map back.
 *
 * Unicode compatibility forms are taken apart (NFKD) and their marks dropped, so that "İSAF", "Nakhchivān" and "ﬁeld" read as
 * "ISAF", "Nakhchivan" and "field"; soft hyphens and zero-width characters vanish; dashes, quotes and white space become "-", "'", '"' and " ".
 * A line feed stays: it parts blocks. Upper and lower case stay: names are told from words by their case.
 */

export interface Normalised {
  readonly text: string;
  /** UTF-16 offset in the source of each unit of `text`, and the source's length at the end; null when both are alike */
  readonly map: readonly number[] | null;
}

const BEYOND_ASCII = /[^\n\x20-\x7e]/gu;
const MARK = /\p{M}/u;
const IGNORED = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/;
const SPACE = /\s/;
/** Footnote numbers and trade marks are no part of the word before them. */
const SUPERSCRIPT = /[²³¹\u2070-\u207f℠™]/;
const WORD = /[\p{L}\p{N}]/u;
const NO_WORD = /[^\p{L}\p{N}]/u;

/** Letters that no decomposition brings to the Latin letter that the press writes for them, dashes and quotation marks: what each group is read as. */
const GROUPS = {
  i: 'ı',
  a: 'ə',
  A: 'Ə',
  l: 'ł',
  L: 'Ł',
  o: 'ø',
  O: 'Ø',
  d: 'đ',
  D: 'Đ',
  ss: 'ß',
  SS: 'ẞ',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  '#': '№',
  '-': '‐‑‒–—―−',
  "'": '‘’‚‛ʼ′`´',
  '"': '“”„‟«»',
};
const LETTERS = new Map(Object.entries(GROUPS).flatMap(([read, group]) => [...group].map((letter) => [letter, read])));

/** One code point as it is read: "" for what is ignored. */
function plain(character: string): string {
  const letter = LETTERS.get(character);
  if (letter !== undefined) return letter;
  if (IGNORED.test(character)) return '';
  if (SUPERSCRIPT.test(character)) return ' ';
  if (SPACE.test(character)) return character === '\n' ? '\n' : ' ';
  if (character <= '\x7f') return character;
  let out = '';
  for (const part of character.normalize('NFKD')) {
    if (!MARK.test(part)) out += LETTERS.get(part) ?? (SPACE.test(part) ? ' ' : part);
  }
  // "½" would be two numbers and a bar, and no word may begin or end within a character of the source.
  return WORD.test(out) && NO_WORD.test(out) ? character : out;
}

/** Normalises a text; costs one search where it is plain ASCII, and little more where little is not. */
export function normalise(source: string): Normalised {
  let text = '';
  let at = 0;
  const map: number[] = [];
  const copyTo = (end: number): void => {
    text += source.slice(at, end);
    while (at < end) map.push(at++);
  };
  for (const { 0: character, index } of source.matchAll(BEYOND_ASCII)) {
    copyTo(index);
    const read = plain(character);
    text += read;
    for (let i = 0; i < read.length; i++) map.push(index);
    at += character.length;
  }
  if (at === 0) return { text: source, map: null };
  copyTo(source.length);
  map.push(at);
  return { text, map };
}
