/** Matching over labelled articles: what was found against what was labelled. Pure; a match counts for every sentence that it overlaps. */
import type { Matcher } from '../match/matcher.ts';
import type { Match } from '../match/types.ts';
import { joinSentences, overlapped } from './joined.ts';
import { contextOf, type LabelledRecord } from './records.ts';
import { type Counts, type Score, score, Tally } from './score.ts';

/** One (sentence, note) pair that came out otherwise than labelled. */
export interface Miss {
  readonly article: string | number;
  readonly group: string;
  /** index in the article's `sentences` */
  readonly sentence: number;
  readonly note: string;
  readonly text: string;
}

export interface WrongMark extends Miss {
  readonly rule: string;
  readonly words: string;
}

export interface Report {
  readonly articles: number;
  readonly sentences: number;
  readonly total: Score;
  readonly kinds: Readonly<Record<string, Score>>;
  readonly groups: Readonly<Record<string, Score>>;
  readonly notes: Readonly<Record<string, Score>>;
  /** by note and rule ("csto: the bloc"): its marks; none is missed by one rule alone */
  readonly rules: Readonly<Record<string, Score>>;
  /** articles of each group, and how many of them have no wrong mark */
  readonly clean: Readonly<Record<string, { readonly articles: number; readonly clean: number }>>;
  readonly wrong: readonly WrongMark[];
  readonly missed: readonly Miss[];
  /** labels of ids without a note, which are not scored */
  readonly notYetWritten: Readonly<Record<string, number>>;
}

/** What was found in one article: for each sentence, the first match of each note. */
function findBySentence(matcher: Matcher, record: LabelledRecord): { text: string; found: Map<string, Match>[] } {
  const { text, spans } = joinSentences(record.sentences.map((sentence) => sentence.text));
  const found = spans.map(() => new Map<string, Match>());
  for (const match of matcher.match(text, contextOf(record))) {
    for (const index of overlapped(spans, match)) {
      const here = found[index];
      if (here && !here.has(match.note)) here.set(match.note, match);
    }
  }
  return { text, found };
}

/** Takes articles one by one; `report` says what they came to. */
export class Evaluation {
  readonly #matcher: Matcher;
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #byKind = new Tally();
  readonly #byGroup = new Tally();
  readonly #byNote = new Tally();
  readonly #byRule = new Tally();
  readonly #clean: Record<string, { articles: number; clean: number }> = {};
  readonly #total: { -readonly [Outcome in keyof Counts]: number } = { right: 0, wrong: 0, missed: 0 };
  readonly #wrong: WrongMark[] = [];
  readonly #missed: Miss[] = [];
  readonly #notYetWritten: Record<string, number> = {};
  #articles = 0;
  #sentences = 0;

  /** `notes` are those that exist: only their ids are scored. */
  constructor(matcher: Matcher, notes: readonly { readonly id: string; readonly kind: string }[]) {
    this.#matcher = matcher;
    this.#kinds = new Map(notes.map(({ id, kind }) => [id, kind]));
  }

  add(record: LabelledRecord): void {
    this.#articles++;
    this.#sentences += record.sentences.length;
    this.#byGroup.list(record.group);
    const wrongBefore = this.#total.wrong;
    const { text, found } = findBySentence(this.#matcher, record);
    record.sentences.forEach((sentence, index) => {
      const place = { article: record.id, group: record.group, sentence: index, text: sentence.text };
      this.#compare(place, this.#scored(sentence.notes), found[index] ?? new Map(), text);
    });
    const { articles, clean } = this.#clean[record.group] ?? { articles: 0, clean: 0 };
    const isClean = this.#total.wrong === wrongBefore;
    this.#clean[record.group] = { articles: articles + 1, clean: clean + (isClean ? 1 : 0) };
  }

  #scored(labels: readonly string[]): Set<string> {
    for (const id of labels) if (!this.#kinds.has(id)) this.#notYetWritten[id] = (this.#notYetWritten[id] ?? 0) + 1;
    return new Set(labels.filter((id) => this.#kinds.has(id)));
  }

  #compare(
    place: Omit<Miss, 'note'>,
    labels: ReadonlySet<string>,
    found: ReadonlyMap<string, Match>,
    text: string,
  ): void {
    for (const [note, match] of found) {
      const outcome = labels.has(note) ? 'right' : 'wrong';
      this.#count(place.group, note, outcome);
      this.#byRule.add(`${note}: ${match.rule}`, outcome);
      const words = text.slice(match.start, match.end);
      if (outcome === 'wrong') this.#wrong.push({ ...place, note, rule: match.rule, words });
    }
    for (const note of labels) {
      if (found.has(note)) continue;
      this.#count(place.group, note, 'missed');
      this.#missed.push({ ...place, note });
    }
  }

  #count(group: string, note: string, outcome: keyof Counts): void {
    this.#total[outcome]++;
    this.#byKind.add(this.#kinds.get(note) ?? 'unknown', outcome);
    this.#byGroup.add(group, outcome);
    this.#byNote.add(note, outcome);
  }

  report(): Report {
    return {
      articles: this.#articles,
      sentences: this.#sentences,
      total: score(this.#total),
      kinds: this.#byKind.scores(),
      groups: this.#byGroup.scores(),
      notes: this.#byNote.scores(),
      rules: this.#byRule.scores(),
      clean: this.#clean,
      wrong: this.#wrong,
      missed: this.#missed,
      notYetWritten: this.#notYetWritten,
    };
  }
}
