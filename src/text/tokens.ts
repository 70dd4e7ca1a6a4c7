/** Words of a text with their places. */
import { normalise } from './normalise.ts';

export interface Token {
  /** as written, normalised: tells capitals; `lowered` gives the word itself */
  readonly written: string;
  /** UTF-16 offsets in the source text, end exclusive; a possessive 's is outside */
  readonly start: number;
  readonly end: number;
  /** whether a name may go on from the token before: nothing but a space, a hyphen, a slash or quotation marks stands between */
  readonly joined: boolean;
}

/** A number with separators, a run of letters and digits, or a percent sign. */
const TOKEN = /\d+(?:[.,]\d{3})*(?:[.,]\d+)?(?![\p{L}\d])|[\p{L}\p{N}]+|%/uy;
const JOINT = /^(?:[ \-/"'()#]|\.(?! ))*$/;
/** A full stop after a short abbreviation ("No. 822", "Sept. 19") parts no name. */
const JOINT_AFTER_ABBREVIATION = /^\. *$/;
const THOUSANDS = /[.,](?=\d{3}(?:\D|$))/g;

function isJoint(between: string, before: Token | undefined): boolean {
  if (JOINT.test(between)) return true;
  return before !== undefined && before.written.length <= 4 && JOINT_AFTER_ABBREVIATION.test(between);
}

const isSmall = (code: number): boolean => code > 96 && code < 123;
const isCapital = (code: number): boolean => code > 64 && code < 91;
const isDigit = (code: number): boolean => code > 47 && code < 58;

/** Where the run of plain letters from `at` ends; `at` itself where the word holds anything else, which the pattern has to read. */
function endOfPlainWord(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (isSmall(code) || isCapital(code)) code = text.charCodeAt(++end);
  const isMore = code > 127 || isDigit(code);
  return isMore ? at : end;
}

/** Where the token that begins at `at` ends; `at` where none does. */
function endOfToken(text: string, at: number): number {
  const end = endOfPlainWord(text, at);
  if (end > at) return end;
  TOKEN.lastIndex = at;
  return TOKEN.test(text) ? TOKEN.lastIndex : at;
}

/** Spaces and the like begin no token. */
const isSkipped = (code: number): boolean => code < 48 && code !== 37;

/** Small numbers and the months as some papers write them, and how they are read. */
const READ_AS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    jan: 'january',
    feb: 'february',
    apr: 'april',
    aug: 'august',
    sep: 'september',
    sept: 'september',
    oct: 'october',
    nov: 'november',
    dec: 'december',
  }),
);

/**
 * A token's word as rules have it: in lower case, a number in figures and without its thousands separators, a month in full. Not kept with the
 * token, since a text has few different words.
 */
export function lowered({ written }: Pick<Token, 'written'>): string {
  const word = written.toLowerCase();
  return isDigit(word.charCodeAt(0)) ? word.replace(THOUSANDS, '') : (READ_AS.get(word) ?? word);
}

/** The s of a possessive ("Azerbaijan's") is no word. */
const isPossessive = (text: string, start: number, end: number): boolean =>
  end - start === 1 && text[start - 1] === "'" && text.slice(start, end).toLowerCase() === 's';

/** All words of a text in order. */
export function tokenise(source: string): Token[] {
  const { text, map } = normalise(source);
  const tokens: Token[] = [];
  let last = 0;
  for (let start = 0; start < text.length; start++) {
    if (isSkipped(text.charCodeAt(start))) continue;
    const end = endOfToken(text, start);
    if (end === start) continue;
    if (!isPossessive(text, start, end)) {
      tokens.push({
        written: text.slice(start, end),
        // An end lies behind the last character that went into the word, marks that were dropped included.
        start: map ? (map[start] ?? source.length) : start,
        end: map ? (map[end] ?? source.length) : end,
        joined: (start === last + 1 && text[last] === ' ') || isJoint(text.slice(last, start), tokens.at(-1)),
      });
    }
    last = end;
    start = end - 1;
  }
  return tokens;
}
