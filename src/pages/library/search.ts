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
  [/(\p{L})\1+/gu, '$1'],
];

/** Words as they sound: "Qarabağ", "Karabakh" and "Garabagh" are one, so are "Xocalı" and "Khojaly". Letters and digits, each word after a space. */
export function soundOf(text: string): string {
  const plain = normalise(text).text.toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => ` ${SOUNDS.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), word)}`)
    .join('');
}

/** Whether every word of the query begins a word of a text that `soundOf` has read. */
function searchTest(query: string): (sound: string) => boolean {
  const words = soundOf(query).match(/ \S+/g) ?? [];
  return (sound) => words.every((word) => sound.includes(word));
}

const textOf = (parts: readonly { readonly html: string }[]): string =>
  parts.map(({ html }) => html.replace(/<[^>]*>/g, '')).join('\n');

/** How a note's words sound: its title, that with the summary, all that its card says. */
export function soundsOf({ title, summary, background, readings, timeline, sources }: CardNote): readonly string[] {
  const names = [...readings.map(({ party }) => party), ...sources.map((source) => source.title)];
  const head = soundOf(title);
  const beginning = head + soundOf(textOf([summary]));
  return [head, beginning, beginning + soundOf([textOf([background, ...readings, ...timeline]), ...names].join('\n'))];
}

/** Those that have every word of the query: first those that have them in the title, then in the summary; otherwise in the order that they were in. */
export function search<T extends { readonly sounds: readonly string[] }>(query: string, all: readonly T[]): T[] {
  const has = searchTest(query);
  const placed = all.map((one) => ({ one, place: one.sounds.findIndex(has) })).filter(({ place }) => place >= 0);
  return placed.sort((a, b) => a.place - b.place).map(({ one }) => one);
}
