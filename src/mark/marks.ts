/** Matches of an article as marks in the page: painted, found under the pointer, measured. Nothing of the page is changed. */
import type { Match } from '../match/types.ts';
import { chooseShown, type Shown } from './display.ts';
import { createPaint } from './paint.ts';
import { isFresh, type Piece, samePlaces, type TextSpan, toPieces } from './ranges.ts';
import type { Mark } from './types.ts';

interface Sentence {
  readonly start: number;
  readonly end: number;
}

export interface MarksInput {
  /** the article's text, blocks divided by "\n" */
  readonly text: string;
  readonly matches: readonly Match[];
  /** in order */
  readonly sentences: readonly Sentence[];
  /** where a stretch of `text` (UTF-16 offsets, end exclusive) stands in the page now */
  spansOf(start: number, end: number): readonly TextSpan[];
  /** whether the text at this offset can be seen: first mentions are not spent on hidden text */
  isVisible(start: number): boolean;
  /** its end unpaints everything */
  readonly signal: AbortSignal;
}

/** The part of `ReaderHandle` that concerns marks. A mark whose words the page has changed is in no answer. */
export interface Marks {
  /** in reading order */
  list(): readonly Mark[];
  at(x: number, y: number): Mark | null;
  boxes(mark: Mark): readonly DOMRect[];
  container(mark: Mark): Element | null;
  setActive(mark: Mark | null): void;
  /** Looks for the marks' words in the page again, and paints those that are there. */
  repaint(): void;
}

interface Place {
  readonly mark: Mark;
  readonly shown: Shown;
  pieces: readonly Piece[] | null;
}

/** Never used twice in a page, so that an id of an earlier reading names nothing rather than another mark. */
let nextId = 1;

function describe({ match, alsoHere }: Shown, text: string, sentences: readonly Sentence[]): Mark {
  const sentence = sentences.find(({ end }) => end > match.start) ?? match;
  return {
    id: nextId++,
    note: match.note,
    kind: match.kind,
    rule: match.rule,
    evidence: match.evidence,
    words: text.slice(match.start, match.end),
    sentence: text.slice(Math.min(sentence.start, match.start), sentence.end),
    alsoHere: alsoHere.map(({ note, rule, evidence }) => ({ note, rule, evidence })),
  };
}

const rangesOf = (places: readonly Place[]): Range[] =>
  places.flatMap(({ pieces }) => pieces ?? []).map(({ range }) => range);

/** Paints the matches that are shown and answers for them until the signal ends. */
export function createMarks(input: MarksInput): Marks {
  const { text, sentences, signal } = input;
  const visible = input.matches.filter(({ start }) => input.isVisible(start));
  const places: readonly Place[] = chooseShown(text, visible).map((shown) => ({
    mark: describe(shown, text, sentences),
    shown,
    pieces: null,
  }));
  const byId = new Map(places.map((place) => [place.mark.id, place]));
  const byRange = new Map<AbstractRange, Place>();
  const paint = createPaint(signal);
  let active: Place | null = null;

  const isPainted = (place: Place): boolean => !signal.aborted && place.pieces !== null && isFresh(place.pieces);
  const freshPieces = (mark: Mark): readonly Piece[] => {
    const place = byId.get(mark.id);
    return place?.pieces && isPainted(place) ? place.pieces : [];
  };

  /** Ranges that are still good are kept: their words may have moved since the text was read, and repainting costs the page. */
  function resolve(place: Place): readonly Piece[] | null {
    const { start, end } = place.shown.match;
    const before = isPainted(place) ? place.pieces : null;
    const now = toPieces(input.spansOf(start, end), text.slice(start, end));
    return before && (!now || samePlaces(before, now)) ? before : now;
  }

  function repaint(): void {
    if (signal.aborted) return;
    byRange.clear();
    for (const place of places) {
      place.pieces = resolve(place);
      for (const { range } of place.pieces ?? []) byRange.set(range, place);
    }
    for (const kind of ['term', 'claim'] as const) {
      paint.set(kind, rangesOf(places.filter(({ mark }) => mark.kind === kind)));
    }
    paint.set('active', rangesOf(active ? [active] : []));
  }

  signal.addEventListener('abort', () => byRange.clear(), { once: true });
  repaint();
  return {
    list: () => places.filter(isPainted).map(({ mark }) => mark),
    at(x, y) {
      const range = rangeAt(x, y, byRange);
      const place = range && byRange.get(range);
      return place && isPainted(place) ? place.mark : null;
    },
    boxes: (mark) => freshPieces(mark).flatMap(({ range }) => [...range.getClientRects()]),
    container(mark) {
      const pieces = freshPieces(mark);
      return commonElement(pieces[0]?.range, pieces.at(-1)?.range);
    },
    setActive(mark) {
      active = (mark && byId.get(mark.id)) ?? null;
      paint.set('active', rangesOf(active ? [active] : []));
    },
    repaint,
  };
}

function commonElement(first: Range | undefined, last: Range | undefined): Element | null {
  if (!first || !last) return null;
  const whole = first.cloneRange();
  whole.setEnd(last.endContainer, last.endOffset);
  const { commonAncestorContainer: node } = whole;
  return node instanceof Element ? node : node.parentElement;
}

/** Newer than TypeScript's list of the platform; in both browsers, though not in the oldest that we run in. */
interface HitTesting {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

function rangeAt(x: number, y: number, ours: ReadonlyMap<AbstractRange, unknown>): AbstractRange | undefined {
  const registry = CSS.highlights as HighlightRegistry & HitTesting;
  if (!registry.highlightsFromPoint) return rangeAtCaret(x, y, [...ours.keys()]);
  return registry
    .highlightsFromPoint(x, y)
    .flatMap(({ ranges }) => ranges)
    .find((range) => ours.has(range));
}

/** The caret is put at the nearest text, however far: the point must also lie in a box of the range. */
function rangeAtCaret(x: number, y: number, ranges: readonly AbstractRange[]): AbstractRange | undefined {
  const node = document.caretPositionFromPoint(x, y)?.offsetNode;
  return ranges.find(
    (range) =>
      range.startContainer === node &&
      range instanceof Range &&
      [...range.getClientRects()].some(
        ({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom,
      ),
  );
}
