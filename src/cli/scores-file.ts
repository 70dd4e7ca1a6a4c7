/** The checked-in figures of each note on the development set, which the library shows. */
import { join } from 'node:path';
import { NOTES_FOLDER } from './dataset.ts';
import type { Report } from './evaluate.ts';
import type { Score } from './score.ts';
import { writeWhole } from './write-file.ts';

/** Shares are rounded to three places; null where nothing was found, or nothing labelled, to take them of. */
interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** `src/notes/scores.json`. */
export interface Scores {
  /** names of the files of labelled articles */
  readonly set: readonly string[];
  /** the day on which it was measured, YYYY-MM-DD */
  readonly measured: string;
  readonly articles: number;
  readonly sentences: number;
  readonly all: Figures;
  /** by note, in the order of ids */
  readonly notes: Readonly<Record<string, Figures>>;
}

const rounded = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 1000);

const figures = ({ precision, recall, right, wrong, missed }: Score): Figures => ({
  precision: rounded(precision),
  recall: rounded(recall),
  right,
  wrong,
  missed,
});

/** Pure. */
export function scoresOf(report: Report, set: readonly string[], measured: string): Scores {
  const ids = Object.entries(report.notes).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return {
    set,
    measured,
    articles: report.articles,
    sentences: report.sentences,
    all: figures(report.total),
    notes: Object.fromEntries(ids.map(([id, score]) => [id, figures(score)])),
  };
}

/** Writes the file whole or not at all. */
export const writeScores = (scores: Scores): void =>
  writeWhole(join(NOTES_FOLDER, 'scores.json'), `${JSON.stringify(scores, null, 2)}\n`);
