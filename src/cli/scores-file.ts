/** The checked-in figures of each note on the development set, which the library shows. */
import { join } from 'node:path';
import { type Figures, type Scores, scoresSchema } from '../notes/scores.ts';
import type { Report } from './evaluate.ts';
import { readJson } from './json-file.ts';
import { ROOT } from './root.ts';
import type { Score } from './score.ts';
import { writeWhole } from './write-file.ts';

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

const FILE = 'src/notes/scores.json';

/** @throws UserError where the file is not as it was written */
export const readScores = (): Scores => readJson(FILE, scoresSchema);

/** Writes the file whole or not at all. */
export const writeScores = (scores: Scores): void =>
  writeWhole(join(ROOT, FILE), `${JSON.stringify(scores, null, 2)}\n`);
