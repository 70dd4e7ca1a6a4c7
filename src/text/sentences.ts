/** Sentence ends by `Intl.Segmenter`, mended where an abbreviation was taken for an end. */

/** UTF-16 offsets in the text, end exclusive, without the white space around the sentence. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | undefined;

/** An abbreviation or initial after which a sentence goes on, at the end of what the segmenter took for one. */
const ABBREVIATION =
  /(?:^|[\s("'“‘-])(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Amb|Hon|Rev|St|No|Nos|Art|Res|vs?|paras?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|cf|pp|i\.e|e\.g)\.|(?:[A-Z]\.)+)\s*$/;
/** "U.S." and the like end a sentence as often as not. */
const INITIALS = /(?:[A-Z]\.){2,}\s*$/;
/** Words with which a new sentence begins far more often than a name goes on. */
const STARTER =
  /^["'“‘(]*(?:The|An?|Its?|H[ei]s?|She|They|We|I|Th[ei]se?|This|That|There|In|On|At|As|For|By|But|And|If|When|After)\b/;
const FULL_STOP = /\.["'”’)]*\s*$/;
const SMALL_START = /^\p{Ll}/u;

/** The longest end of a sentence, in UTF-16 units, that tells an abbreviation. */
const TAIL = 24;

/** Whether the segmenter parted what is one sentence. */
function goesOn(before: string, after: string): boolean {
  if (FULL_STOP.test(before) && SMALL_START.test(after)) return true;
  if (!ABBREVIATION.test(before)) return false;
  return !(INITIALS.test(before) && STARTER.test(after));
}

/** The segmenter does not part sentences before a digit ("… the village. 188 people …"): the places where it may. */
const STOP_BEFORE_DIGIT = /[.!?]["'”’)]*\s+(?=["'“‘(]*\d)/g;

/** UTF-16 offsets in the line at which a sentence may begin, in order. */
function candidateStarts(line: string): number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const starts = new Set<number>();
  for (const { index } of segmenter.segment(line)) starts.add(index);
  for (const stop of line.matchAll(STOP_BEFORE_DIGIT)) starts.add(stop.index + stop[0].length);
  return [...starts].sort((a, b) => a - b);
}

/** The part of a line without the white space around it; `base` is the line's offset in the text. */
function trimmed(line: string, start: number, end: number, base: number): Sentence[] {
  const raw = line.slice(start, end);
  const text = raw.trim();
  if (text === '') return [];
  const from = base + start + raw.indexOf(text);
  return [{ start: from, end: from + text.length }];
}

/** The sentences of one line (a block). */
function sentencesOfLine(line: string, base: number): Sentence[] {
  const starts = candidateStarts(line);
  const out: Sentence[] = [];
  let start = 0;
  starts.forEach((at) => {
    if (at <= start || goesOn(line.slice(Math.max(start, at - TAIL), at), line.slice(at, at + TAIL))) return;
    out.push(...trimmed(line, start, at, base));
    start = at;
  });
  out.push(...trimmed(line, start, line.length, base));
  return out;
}

/** All sentences of a text; a line feed always ends one. */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) out.push(...sentencesOfLine(text.slice(start, end), start));
    start = end + 1;
  }
  return out;
}
