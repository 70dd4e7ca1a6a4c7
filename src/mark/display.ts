/** Which matches are painted. Matching finds every one; a reader needs each thing said once, in a place that can be pointed at. */
import type { Match } from '../match/types.ts';

/** A match that is painted, and those of other notes, one a note, that share its words without being painted themselves. */
export interface Shown {
  readonly match: Match;
  readonly alsoHere: readonly Match[];
}

/** What the reader wants to see. */
export interface Choice {
  /** first mention of a term and each claim; every mention; claims alone; nothing, as long as the reader has not asked */
  readonly mentions: 'first' | 'all' | 'claims' | 'asked';
  /** notes that are never shown */
  readonly mutedNotes: readonly string[];
}

export const USUAL: Choice = { mentions: 'first', mutedNotes: [] };

/** About one screen of running text (28 lines of 65 characters), in UTF-16 units: the layout is not known here. */
export const SCREEN_LENGTH = 1800;
/** More marks than this on one screen turn reading into dodging. */
export const MARKS_PER_SCREEN = 12;

const width = (match: Match): number => match.end - match.start;
const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;

/**
 * Chooses from the matches of one text (blocks divided by "\n"): what the reader wants of them, usually the first mention of a term,
 * by its name where it has one, and each claim once a block; where matches overlap the surer, then the narrower; at most
 * `MARKS_PER_SCREEN` in any `SCREEN_LENGTH` units, claims before terms, repeats last. Returns them in reading order, no two overlapping.
 */
export function chooseShown(text: string, matches: readonly Match[], choice: Choice = USUAL): Shown[] {
  const wanted = matches.filter((match) => isWanted(match, choice));
  const first = firstMentions(text, wanted);
  const isRepeat = (match: Match): boolean => !first.has(match);
  const mentions = choice.mentions === 'all' ? wanted : [...first];
  return thin(settleOverlaps(mentions, isRepeat), isRepeat).sort((a, b) => a.match.start - b.match.start);
}

function isWanted({ note, kind }: Match, { mentions, mutedNotes }: Choice): boolean {
  return mentions !== 'asked' && (mentions !== 'claims' || kind === 'claim') && !mutedNotes.includes(note);
}

/** With each match, in the order of the text, what it mentions: a term, or a claim in its block. */
function* withMentions(text: string, matches: readonly Match[]): Generator<[mention: string, match: Match]> {
  let block = 0;
  let blockEnd = text.indexOf('\n');
  for (const match of [...matches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    while (blockEnd !== -1 && blockEnd < match.start) {
      block += 1;
      blockEnd = text.indexOf('\n', blockEnd + 1);
    }
    yield [match.kind === 'term' ? match.note : `${match.note} ${block}`, match];
  }
}

const SURENESS = { name: 0, slots: 1, weight: 2 };

function firstMentions(text: string, matches: readonly Match[]): ReadonlySet<Match> {
  const first = new Map<string, Match>();
  for (const [mention, match] of withMentions(text, matches)) {
    const before = first.get(mention);
    if (!before || SURENESS[match.by] < SURENESS[before.by]) first.set(mention, match);
  }
  return new Set(first.values());
}

type Test = (match: Match) => boolean;
const lastOf = (test: Test, a: Match, b: Match): number => Number(test(a)) - Number(test(b));
const isByWeight: Test = ({ by }) => by === 'weight';
const isTerm: Test = ({ kind }) => kind === 'term';

/** Narrowest first; of two as wide the claim, which says more of this very text. */
const byWidth = (a: Match, b: Match): number => width(a) - width(b) || lastOf(isTerm, a, b) || a.start - b.start;

interface Settled {
  readonly match: Match;
  readonly others: Match[];
}

function settleOverlaps(matches: readonly Match[], isRepeat: Test): Settled[] {
  const painted: Settled[] = [];
  const inTurn = [...matches].sort((a, b) => lastOf(isRepeat, a, b) || lastOf(isByWeight, a, b) || byWidth(a, b));
  for (const match of inTurn) {
    const here = painted.filter((place) => overlap(place.match, match));
    for (const place of here) place.others.push(match);
    if (here.length === 0) painted.push({ match, others: [] });
  }
  return painted;
}

const holdsClaim = ({ match, others }: Settled): boolean =>
  match.kind === 'claim' || others.some((other) => other.kind === 'claim');

function toShown({ match, others }: Settled): Shown {
  const byNote = new Map(others.map((other) => [other.note, other]));
  byNote.delete(match.note);
  return { match, alsoHere: [...byNote.values()] };
}

function thin(places: readonly Settled[], isRepeat: Test): Shown[] {
  const byWorth = [...places].sort(
    (a, b) =>
      lastOf(isRepeat, a.match, b.match) ||
      Number(holdsClaim(b)) - Number(holdsClaim(a)) ||
      a.match.start - b.match.start,
  );
  const starts: number[] = [];
  return byWorth.filter(({ match }) => admit(starts, match.start)).map(toShown);
}

/** Inserts `start` into the sorted `starts` unless some run of a screen's length around it is full; says whether it did. */
function admit(starts: number[], start: number): boolean {
  const after = starts.findIndex((other) => other > start);
  const index = after === -1 ? starts.length : after;
  starts.splice(index, 0, start);
  for (let first = Math.max(0, index - MARKS_PER_SCREEN); first <= index; first += 1) {
    const from = starts[first];
    const to = starts[first + MARKS_PER_SCREEN];
    if (from === undefined || to === undefined || to - from >= SCREEN_LENGTH) continue;
    starts.splice(index, 1);
    return false;
  }
  return true;
}
