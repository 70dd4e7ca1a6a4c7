/** Marks that begin and end between names, not within them. Pure. */
import type { Token } from '../text/tokens.ts';
import type { Place } from './lexicon.ts';

const NAME = /^\p{Lu}/u;
const NUMBER = /^\d/;
/** Words with a capital that only open a sentence. */
const OPENER =
  /^(?:a|an|as|at|after|and|before|but|by|for|from|i[nf]|later|on|since|the|under|until|when|while|with)$/i;

/** A place with the names and dates that it would cut: the "Sergei" of "Lavrov", the 5 of "April 5". */
export function withWholeNames(tokens: readonly Token[], { first, last }: Place): Place {
  const written = (at: number): string => tokens[at]?.written ?? '';
  const isName = (at: number): boolean => NAME.test(written(at)) && !OPENER.test(written(at));
  const isNumber = (at: number): boolean => NUMBER.test(written(at));
  const areOne = (at: number): boolean => {
    const [one, next] = [tokens[at], tokens[at + 1]];
    return one !== undefined && next?.joined === true && next.start - one.end === 1;
  };
  let [from, to] = [first, last];
  while (isName(from - 1) && isName(from) && areOne(from - 1)) from--;
  while (isName(to) && isName(to + 1) && areOne(to)) to++;
  if (isName(to) && isNumber(to + 1) && areOne(to) && !tokens[to + 2]?.joined) to++;
  return { first: from, last: to };
}
