/** `cues.json`: what `notes learn` made of labelled articles, by which a sentence can raise a note that no rule finds. Not written by hand. */
import * as v from 'valibot';

const weights = v.record(v.string(), v.number());

const cuesOfNote = v.strictObject({
  /** log-odds that a sentence has to overcome, negative */
  bias: v.number(),
  /** by stem of a word in the sentence */
  words: weights,
  /** by name of a vocabulary entry, or a phrase of a rule in quotes, that the sentence holds */
  entries: weights,
  /** by weak rule that fits, as "id: name" */
  rules: weights,
  /** by id of a note that a rule raises in the sentence, in one of the three before it, in the article around it */
  here: weights,
  near: weights,
  article: weights,
});

export const cuesSchema = v.strictObject({
  learnt: v.strictObject({ date: v.string(), articles: v.number(), sentences: v.number() }),
  notes: v.record(v.string(), cuesOfNote),
});

export type Cues = v.InferOutput<typeof cuesSchema>;
export type CuesOfNote = v.InferOutput<typeof cuesOfNote>;
export type CuesOfNotes = Readonly<Record<string, CuesOfNote>>;
