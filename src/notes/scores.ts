/** `scores.json`: how good the marks of each note are on the development set, as `eval --write` measured it. The library shows them. */
import * as v from 'valibot';

const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const figures = v.strictObject({
  /** rounded to three places; null where nothing was marked to take it of */
  precision: share,
  /** the same, of what was labelled */
  recall: share,
  right: count,
  wrong: count,
  missed: count,
});

export const scoresSchema = v.strictObject({
  /** names of the files of labelled articles */
  set: v.pipe(v.array(v.string()), v.readonly()),
  /** the day on which it was measured, YYYY-MM-DD */
  measured: v.string(),
  articles: count,
  sentences: count,
  all: figures,
  /** by note, in the order of ids */
  notes: v.record(v.string(), figures),
});

export type Scores = Readonly<v.InferOutput<typeof scoresSchema>>;
export type Figures = Readonly<v.InferOutput<typeof figures>>;
