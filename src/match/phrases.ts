/**
 * How phrases are written in notes and vocabulary, and their reading.
 *
 *   Minsk Group          capitals must be capitals, small letters may be either; nouns also in the plural
 *   ~occupy              a verb in all its forms
 *   =enclave             this form alone
 *   (OSCE|CSCE|) Group   one of the alternatives; an empty one may be missing
 *   <nato>               any words of that vocabulary entry
 *   #                    any number in figures, or from two to ten
 *
 * Written once, read in every spelling: small numbers in words or figures, months in full or short, "ceasefire" or "cease-fire".
 */
import { normalise } from '../text/normalise.ts';
import { lowered, tokenise } from '../text/tokens.ts';

/** A word of a phrase as it is written there. */
export type PatternWord =
  | { readonly kind: 'noun'; readonly word: string; readonly capitals: number }
  | { readonly kind: 'verb'; readonly word: string; readonly capitals: number }
  | { readonly kind: 'exact'; readonly word: string; readonly capitals: number }
  | { readonly kind: 'number' };

export class PhraseError extends Error {}

/** The most phrases that one may stand for; more is a slip of the pen. */
const MOST_EXPANSIONS = 20_000;

/** "(a|b) c" as ["a c", "b c"]; alternatives may hold alternatives. */
export function expandAlternatives(phrase: string): string[] {
  const open = phrase.lastIndexOf('(');
  if (open < 0) {
    if (phrase.includes(')') || phrase.includes('|'))
      throw new PhraseError(`has an unpaired bracket in "${phrase}": write (a|b)`);
    return [phrase];
  }
  const close = phrase.indexOf(')', open);
  if (close < 0) throw new PhraseError(`has an unpaired bracket in "${phrase}": write (a|b)`);
  const before = phrase.slice(0, open);
  const after = phrase.slice(close + 1);
  return phrase
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expandAlternatives(`${before}${choice}${after}`));
}

/** "<nato> officials" with each of the words of `nato` in its place. `wordsOf` throws PhraseError for a name that it does not know. */
export function expandEntries(phrase: string, wordsOf: (entry: string) => readonly string[]): string[] {
  const found = /<([^<>]*)>/.exec(phrase);
  if (!found) {
    if (/[<>]/.test(phrase)) throw new PhraseError(`has an unpaired angle bracket in "${phrase}": write <entry>`);
    return [phrase];
  }
  const before = phrase.slice(0, found.index);
  const after = phrase.slice(found.index + found[0].length);
  const out = wordsOf(found[1] ?? '').flatMap((words) => expandEntries(`${before}${words}${after}`, wordsOf));
  if (out.length > MOST_EXPANSIONS)
    throw new PhraseError(`stands for more than ${MOST_EXPANSIONS} phrases in "${phrase}": split it`);
  return out;
}

/** Compounds that some papers write as one word and others with a hyphen; their first letter as it stands. */
const COMPOUNDS: readonly (readonly [written: RegExp, other: string])[] = [
  [/(p)eacekeep/gi, '$1eace-keep'],
  [/(p)eace-keep/gi, '$1eacekeep'],
  [/(c)easefire/gi, '$1ease-fire'],
  [/(c)ease-fire/gi, '$1easefire'],
  [/(c)ochair/gi, '$1o-chair'],
  [/(c)o-chair/gi, '$1ochair'],
];

/** A phrase without alternatives and entries, and how else its compounds are written. */
export function expandCompounds(phrase: string): string[] {
  const others = COMPOUNDS.map(([written, other]) => phrase.replace(written, other));
  return [...new Set([phrase, ...others])];
}

/** Which letters of a word are capitals, bit 0 the first. */
function capitalsOf(written: string): number {
  let mask = 0;
  for (let i = 0; i < written.length && i < 31; i++) {
    const letter = written.charAt(i);
    if (letter !== letter.toLowerCase()) mask |= 1 << i;
  }
  return mask;
}

/** The words of a phrase without alternatives and entries. */
export function parsePhrase(phrase: string): PatternWord[] {
  const out: PatternWord[] = [];
  for (const part of normalise(phrase).text.split(/\s+/).filter(Boolean)) {
    if (part === '#') {
      out.push({ kind: 'number' });
      continue;
    }
    const kind = part.startsWith('~') ? 'verb' : part.startsWith('=') ? 'exact' : 'noun';
    for (const token of tokenise(kind === 'noun' ? part : part.slice(1))) {
      out.push({ kind, word: lowered(token), capitals: capitalsOf(token.written) });
    }
  }
  if (out.length === 0) throw new PhraseError(`has no word in "${phrase}"`);
  return out;
}
