/** Any text marked as an article is, and two ways of marking it compared. Pure. */
import { chooseShown } from '../../mark/display.ts';
import type { Matcher } from '../../match/matcher.ts';
import type { Match } from '../../match/types.ts';

export interface Article {
  readonly title: string;
  /** YYYY-MM-DD; null when unknown */
  readonly date: string | null;
  readonly text: string;
}

/** A marked place: UTF-16 offsets of the text, the note that is shown there, and those that share its words. */
export interface Marked extends Match {
  readonly alsoHere: readonly Match[];
}

/** The marks that a page with this article would have, in reading order. */
export function markArticle(matcher: Matcher, { title, date, text }: Article): Marked[] {
  const matches = matcher.match(text, { title, date });
  return chooseShown(text, matches).map(({ match, alsoHere }) => ({ ...match, alsoHere }));
}

/** A stretch of text, marked or not. */
export interface Piece {
  readonly text: string;
  readonly mark: Marked | null;
}

/** The whole text in pieces; no two marks overlap. */
export function piecesOf(text: string, marks: readonly Marked[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** Names a mark within its text: the same note on the same words. */
export const keyOf = ({ note, start, end }: Marked): string => `${note} ${start} ${end}`;

export interface Difference {
  /** marks that only the old notes set, and only the new ones */
  readonly gone: readonly Marked[];
  readonly come: readonly Marked[];
}

export function compareMarks(old: readonly Marked[], fresh: readonly Marked[]): Difference {
  const without = (marks: readonly Marked[], others: readonly Marked[]): Marked[] => {
    const known = new Set(others.map(keyOf));
    return marks.filter((mark) => !known.has(keyOf(mark)));
  };
  return { gone: without(old, fresh), come: without(fresh, old) };
}
