/**
 * Sentence ends: a stop before white space, unless an abbreviation or a small letter says that the sentence goes on. `Intl.Segmenter` ends
 * sentences at nearly the same places, needs as much mending, and takes as long as all else that matching does with a plain text.
 */

/** UTF-16 offsets in the text, end exclusive, without the white space around the sentence. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** An abbreviation or initial, at what looks like the end of a sentence, after which it goes on. */
const ABBREVIATION =
  /(?:^|[\s("'“‘-])(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Amb|Hon|Rev|St|No|Nos|Art|Res|vs?|paras?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|cf|pp|i\.e|e\.g)\.|(?:[A-Z]\.)+)\s*$/;
/** "U.S." and the like, which end a sentence as often as not. */
const INITIALS = /(?:[A-Z]\.){2,}\s*$/;
/** Words with which a new sentence begins far more often than a name goes on. */
const STARTER =
  /^["'“‘(]*(?:The|An?|Its?|H[ei]s?|She|They|We|I|Th[ei]se?|This|That|There|In|On|At|As|For|By|But|And|If|When|After)\b/;
const SMALL_START = /^\p{Ll}/u;

/** The longest end of a sentence, in UTF-16 units, that tells an abbreviation. */
const TAIL = 24;

/** A stop with the quotation marks and brackets that close behind it and the white space after it, or a line feed. */
const BREAK = /[.!?]+["'”’»)\]]*\s+|\n/g;

/** Whether what looks like the end of a sentence is none. */
function goesOn(before: string, after: string): boolean {
  if (SMALL_START.test(after)) return true;
  if (!ABBREVIATION.test(before)) return false;
  return !(INITIALS.test(before) && STARTER.test(after));
}

/** The part of a text without the white space around it. */
function trimmed(text: string, start: number, end: number): Sentence[] {
  const raw = text.slice(start, end);
  const length = raw.trimEnd().length;
  const from = start + raw.length - raw.trimStart().length;
  return length === 0 ? [] : [{ start: from, end: start + length }];
}

/** All sentences of a text; a line feed always ends one. */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  for (const found of text.matchAll(BREAK)) {
    const end = found.index + found[0].length;
    const isLine = found[0].includes('\n');
    if (!isLine && goesOn(text.slice(Math.max(start, end - TAIL), end), text.slice(end, end + TAIL))) continue;
    out.push(...trimmed(text, start, end));
    start = end;
  }
  out.push(...trimmed(text, start, text.length));
  return out;
}
