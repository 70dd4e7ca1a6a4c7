/** Finding notes by words, however their names are spelt in Latin letters. Pure. */
import type { CardNote } from '../../notes/compiled.ts';
import { normalise } from '../../text/normalise.ts';

/** Spellings of one sound in names that come from other alphabets, each group read as one letter; longer ones first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj|ch|c/g, 'j'],
  [/sh/g, 's'],
  [/kh|gh|[kqx]/g, 'g'],
  [/y/g, 'i'],
  [/e/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** Words as they sound: "Qarabağ", "Karabakh" and "Garabagh" are one, so are "Xocalı" and "Khojaly". Letters and digits, each word after a space. */
export function soundOf(text: string): string {
  const plain = normalise(text).text.toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => ` ${SOUNDS.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), word)}`)
    .join('');
}

/** A test for whether every word of the query begins a word of a text that `soundOf` has read. */
export function searchTest(query: string): (sound: string) => boolean {
  const words = soundOf(query).match(/ \S+/g) ?? [];
  return (sound) => words.every((word) => sound.includes(word));
}

/** All that a card says, without its tags. */
function textOf({ title, summary, background, readings, timeline, sources }: CardNote): string {
  const html = [summary, background, ...readings, ...timeline].map((part) => part.html.replace(/<[^>]*>/g, ''));
  return [title, ...html, ...readings.map(({ party }) => party), ...sources.map((source) => source.title)].join('\n');
}

/** All words of a note's card, as they sound. */
export const soundOfNote = (note: CardNote): string => soundOf(textOf(note));
