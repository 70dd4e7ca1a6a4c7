/** Words of a text with their places. */
import { normalise } from './normalise.ts';

export interface Token {
  /** lower case, without marks; a number without its thousands separators */
  readonly word: string;
  /** as written, normalised: tells capitals */
  readonly written: string;
  /** UTF-16 offsets in the source text, end exclusive; a possessive 's is outside */
  readonly start: number;
  readonly end: number;
  /** whether a name may go on from the token before: nothing but a space, a hyphen, a slash or quotation marks stands between */
  readonly joined: boolean;
}

/** A number with separators, a run of letters and digits, or a percent sign. */
const TOKEN = /\d+(?:[.,]\d{3})*(?:[.,]\d+)?(?![\p{L}\d])|[\p{L}\p{N}]+|%/gu;
const JOINT = /^(?:[ \-/"'()#]|\.(?! ))*$/;
/** A full stop after a short abbreviation ("No. 822", "St. Petersburg") parts no name. */
const JOINT_AFTER_ABBREVIATION = /^\. *$/;
const THOUSANDS = /[.,](?=\d{3}(?:\D|$))/g;
const STARTS_WITH_DIGIT = /^\d/;

/** Whether the token is the s of a possessive ("Azerbaijan's"). */
function isPossessive(text: string, start: number, word: string): boolean {
  return word === 's' && text[start - 1] === "'";
}

function isJoint(between: string, before: Token | undefined): boolean {
  if (JOINT.test(between)) return true;
  return before !== undefined && before.word.length <= 3 && JOINT_AFTER_ABBREVIATION.test(between);
}

/** All words of a text in order. */
export function tokenise(source: string): Token[] {
  const { text, map } = normalise(source);
  /** An end lies behind the last character that went into the word, marks that were dropped included. */
  const inSource = (offset: number): number => (map ? (map[offset] ?? source.length) : offset);
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const written = found[0];
    const start = found.index;
    const word = STARTS_WITH_DIGIT.test(written) ? written.replace(THOUSANDS, '').toLowerCase() : written.toLowerCase();
    if (!isPossessive(text, start, word)) {
      tokens.push({
        word,
        written,
        start: inSource(start),
        end: inSource(start + written.length),
        joined: (start === end + 1 && text[end] === ' ') || isJoint(text.slice(end, start), tokens.at(-1)),
      });
    }
    end = start + written.length;
  }
  return tokens;
}
