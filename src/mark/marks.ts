/** Matches of a page's articles as marks: painted, found under the pointer, measured. Nothing of the page is changed. */
import type { Match } from '../match/types.ts';
import { rangeAt } from './at-point.ts';
import { type Choice, chooseShown, type Shown, USUAL } from './display.ts';
import { createPaint, type Layer } from './paint.ts';
import { elementOf, isFresh, type Piece, samePlaces, type TextSpan, toPieces } from './ranges.ts';
import { createAdopt } from './sheets.ts';
import type { Mark } from './types.ts';

interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** An article and what was found in it. */
export interface MatchedArticle {
  /** blocks divided by "\n" */
  readonly text: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD or null when unknown */
  readonly date: string | null;
  readonly matches: readonly Match[];
  /** in order */
  readonly sentences: readonly Sentence[];
  /** where a stretch of `text` (UTF-16 offsets, end exclusive) stands in the page now */
  spansOf(start: number, end: number): readonly TextSpan[];
  /** whether the text at this offset can be seen: first mentions are not spent on hidden text */
  isVisible(start: number): boolean;
}

/**
 * The part of `ReaderHandle` that concerns marks. A mark whose words the page has changed is in no answer. The active mark, whose card is open,
 * can still be measured once it is no longer listed: whoever mutes its note in the card may think better of it.
 */
export interface Marks {
  /** in reading order */
  list(): readonly Mark[];
  at(x: number, y: number): Mark | null;
  boxes(mark: Mark): readonly DOMRect[];
  container(mark: Mark): Element | null;
  /** Paints one mark as the one whose card is open; all marks of the note that the card shows, usually its own, are fainter from now on. */
  setActive(mark: Mark | null, note?: string): void;
  /** Forgets which notes were opened: the page has gone to another address. */
  forget(): void;
  /** Marks these articles, and nothing else. A mark that was there before keeps its id, so that its card stays open while the page changes. */
  show(articles: readonly MatchedArticle[]): void;
  /** Marks the same articles by another choice of the reader's. */
  choose(choice: Choice): void;
}

interface Place {
  readonly mark: Mark;
  readonly pieces: readonly Piece[];
}

/** Never used twice in a page, so that an id of an earlier reading names nothing rather than another mark. */
let nextId = 1;

function describe({ match, alsoHere }: Shown, { text, date, sentences }: MatchedArticle): Omit<Mark, 'id'> {
  const sentence = sentences.find(({ end }) => end > match.start) ?? match;
  const start = Math.min(sentence.start, match.start);
  return {
    note: match.note,
    kind: match.kind,
    rule: match.rule,
    evidence: match.evidence,
    words: text.slice(match.start, match.end),
    sentence: text.slice(start, sentence.end),
    start: match.start - start,
    articleDate: date,
    alsoHere: alsoHere.map(({ note, rule, evidence }) => ({ note, rule, evidence })),
  };
}

/** Hands out the earlier places, each once, to marks of the same note on the same words of the same sentence. */
function takeFrom(before: Iterable<Place>): (mark: Omit<Mark, 'id'>) => Place | undefined {
  const keyOf = ({ note, words, sentence }: Omit<Mark, 'id'>): string => [note, words, sentence].join('\n');
  const left = Map.groupBy(before, ({ mark }) => keyOf(mark));
  return (mark) => left.get(keyOf(mark))?.shift();
}

/** Ranges that are still good are kept: their words may have moved since the text was read, and repainting costs the page. */
function settle(before: readonly Piece[] | undefined, now: readonly Piece[] | null): readonly Piece[] | null {
  const good = before && isFresh(before) ? before : null;
  return good && (!now || samePlaces(good, now)) ? good : now;
}

function place(article: MatchedArticle, choice: Choice, take: ReturnType<typeof takeFrom>): Place[] {
  const { text, matches } = article;
  const visible = matches.filter(({ start }) => article.isVisible(start));
  return chooseShown(text, visible, choice).flatMap((shown) => {
    const { start, end } = shown.match;
    const mark = describe(shown, article);
    const before = take(mark);
    const pieces = settle(before?.pieces, toPieces(article.spansOf(start, end), text.slice(start, end)));
    return pieces ? [{ mark: { ...mark, id: before?.mark.id ?? nextId++ }, pieces }] : [];
  });
}

const rangesOf = (places: readonly Place[]): Range[] =>
  places.flatMap(({ pieces }) => pieces).map(({ range }) => range);

const shadowsOf = (ranges: readonly Range[]): ShadowRoot[] => [
  ...new Set(
    ranges.map(({ startContainer }) => startContainer.getRootNode()).filter((root) => root instanceof ShadowRoot),
  ),
];

/** Paints what it is told to show and answers for it until the signal ends. */
export function createMarks(signal: AbortSignal): Marks {
  const paint = createPaint(signal);
  const adopt = createAdopt(signal);
  let articles: readonly MatchedArticle[] = [];
  let choice = USUAL;
  let places: readonly Place[] = [];
  let byRange = new Map<Range, Place>();
  let active: Place | undefined;
  /** notes that were opened in this page: kept nowhere else, and told nobody */
  const seen = new Set<string>();

  const isPainted = ({ pieces }: Place): boolean => !signal.aborted && isFresh(pieces);
  const find = (id: number | undefined): Place | undefined =>
    places.find(({ mark }) => mark.id === id) ?? (active?.mark.id === id ? active : undefined);
  const freshPieces = (id: number | undefined): readonly Piece[] => {
    const found = find(id);
    return found && isPainted(found) ? found.pieces : [];
  };
  const layerOf = ({ mark }: Place): Layer => (seen.has(mark.note) ? 'seen' : mark.kind);
  const paintAll = (): void => {
    for (const layer of ['term', 'claim', 'seen'] as const) {
      paint.set(layer, rangesOf(places.filter((one) => layerOf(one) === layer)));
    }
    paint.set('active', rangesOf(active && isPainted(active) ? [active] : []));
  };

  function update(): void {
    if (signal.aborted) return;
    const take = takeFrom(new Set([...places, ...(active ? [active] : [])]));
    places = articles.flatMap((article) => place(article, choice, take));
    active = find(active?.mark.id);
    byRange = new Map(places.flatMap((one) => one.pieces.map(({ range }) => [range, one] as const)));
    adopt(shadowsOf(rangesOf(places)));
    paintAll();
  }

  return {
    list: () => places.filter(isPainted).map(({ mark }) => mark),
    at(x, y) {
      const range = rangeAt(x, y, byRange.keys());
      const found = range && byRange.get(range);
      return found && isPainted(found) ? found.mark : null;
    },
    boxes: ({ id }) => freshPieces(id).flatMap(({ range }) => [...range.getClientRects()]),
    container({ id }) {
      const pieces = freshPieces(id);
      return commonElement(pieces[0]?.range, pieces.at(-1)?.range);
    },
    setActive(mark, note = mark?.note) {
      active = find(mark?.id);
      if (note) seen.add(note);
      paintAll();
    },
    forget: () => seen.clear(),
    show(found) {
      articles = found;
      update();
    },
    choose(wanted) {
      choice = wanted;
      update();
    },
  };
}

function commonElement(first: Range | undefined, last: Range | undefined): Element | null {
  if (!first || !last) return null;
  const whole = first.cloneRange();
  whole.setEnd(last.endContainer, last.endOffset);
  return elementOf(whole.commonAncestorContainer);
}
