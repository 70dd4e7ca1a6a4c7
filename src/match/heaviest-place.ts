/** Which words of a sentence a mark by weight covers, so that it reads like a phrase. Pure. */
import type { Token } from '../text/tokens.ts';
import type { CueWords } from './cues.ts';
import type { Place } from './lexicon.ts';
import { withWholeNames } from './whole-names.ts';

/** Words that a mark covers at most, names that it completes aside. */
const WIDEST = 10;
const YEAR = /^[12]\d{3}$/;

/** Whether no comma or the like stands from one word to another; one before a year ("April 5, 2016") parts nothing. */
function areTogether(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens.slice(first + 1, last + 1).every(({ joined, written }) => joined || YEAR.test(written));
}

/** Of all places within one part of the sentence the one whose words weigh most together. */
function heaviestWords(tokens: readonly Token[], words: readonly CueWords[]): Place {
  let place: Place = { first: 0, last: 0 };
  let most = 0;
  for (const [i, from] of words.entries()) {
    let { last, weight } = from;
    for (const one of words.slice(i + 1)) {
      if (one.last - from.first >= WIDEST || !areTogether(tokens, from.first, one.first)) break;
      last = Math.max(last, one.last);
      weight += one.weight;
    }
    if (weight > most) place = { first: from.first, last };
    most = Math.max(most, weight);
  }
  return place;
}

/** Where the words of a sentence, in their order, weigh most: at least one of them, from one comma or the like to the next at most, no name cut in two. */
export const heaviestPlace = (tokens: readonly Token[], words: readonly CueWords[]): Place =>
  withWholeNames(tokens, heaviestWords(tokens, words));
