/**
 * Notes that a sentence concerns by the weight of its words and of what the article tells besides, where no rule fits: "thirteen judges backed
 * the order" in an article on the International Court. One logistic regression a note, learnt by `notes learn` from labelled articles.
 * Weights are log-odds in whole hundredths: sums are exact, whatever their order.
 */
import type { FoundByRules } from './by-rules.ts';
import type { CompiledRules } from './rules.ts';
import { tellSurroundings } from './surroundings.ts';

/** What one unit of log-odds is in weights and scores. */
export const LOG_ODDS = 100;

/** A word that weighs less is no reason to show. */
const TELLING = 0.3 * LOG_ODDS;

/** What a note without learnt weights has to overcome. */
export const NEVER = -99 * LOG_ODDS;

export interface CueWords {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

/** What speaks for or against a note in a sentence. */
export interface CueScore {
  readonly note: number;
  /** the note is raised above 0 */
  readonly score: number;
  /** words that speak for it, tokens `first` to `last`, the weightiest first */
  readonly words: readonly CueWords[];
}

/** Of words that overlap, keeps the weightiest. Sorts `words`, the weightiest first. */
function withoutOverlaps(words: CueWords[]): CueWords[] {
  words.sort((a, b) => b.weight - a.weight);
  return words.filter(
    ({ first, last }, at) => !words.slice(0, at).some((one) => first <= one.last && one.first <= last),
  );
}

/** Takes a list of weights, by index, and the tokens that have it. */
type Meet = (list: number, first: number, last: number) => void;

/** Gives for each sentence, in order, the notes that no rule raises in it and whose score is above `least`. */
export type Cues = (found: FoundByRules, least: number) => () => CueScore[];

/** Makes the look-ups once for many texts, one after the other. */
export function openCues({ cues }: Pick<CompiledRules, 'cues'>): Cues {
  const notes = cues.bias.length;
  const bias = new Int32Array(cues.bias);
  const starts = new Int32Array(cues.lists.starts);
  const weights = new Int32Array(cues.lists.weights);
  /** by note: what everything in and around the sentence together says */
  const scores = new Int32Array(notes);
  /** by list: the count of the pass that met it last, since a word counts once a sentence */
  const metIn = new Uint32Array(starts.length);
  let passes = 0;

  function add(list: number): void {
    const end = starts[list + 1] ?? 0;
    for (let i = starts[list] ?? 0; i < end; i += 2) {
      const note = weights[i] ?? 0;
      scores[note] = (scores[note] ?? 0) + (weights[i + 1] ?? 0);
    }
  }

  function weightOf(note: number, list: number): number {
    const end = starts[list + 1] ?? 0;
    for (let i = starts[list] ?? 0; i < end; i += 2) if (weights[i] === note) return weights[i + 1] ?? 0;
    return 0;
  }

  /** Whether there is such a list and the pass has not met it yet. */
  function isNew(list: number): boolean {
    if (list < 0 || metIn[list] === passes) return false;
    metIn[list] = passes;
    return true;
  }

  /** Meets each list of the words, phrases and weak rules of the sentence, with the tokens that have it. */
  function pass({ reading, sentences }: FoundByRules, sentence: number, meet: Meet): void {
    const { words, tokens, firsts, bySentence } = reading;
    const once: Meet = (list, first, last) => {
      if (isNew(list)) meet(list, first, last);
    };
    passes++;
    const end = firsts[sentence + 1] ?? tokens.length;
    for (let token = firsts[sentence] ?? 0; token < end; token++) once(words[token]?.cues ?? -1, token, token);
    for (const { entries, first, last } of bySentence[sentence] ?? [])
      for (const entry of entries) once(cues.entries[entry] ?? -1, first, last);
    for (const { rule, first, last } of sentences[sentence]?.hints ?? []) once(cues.rules[rule] ?? -1, first, last);
  }

  /** The words of the sentence that speak for a note. Few are raised: what was summed is gone through again. */
  function wordsFor(note: number, found: FoundByRules, sentence: number): CueWords[] {
    const telling: CueWords[] = [];
    pass(found, sentence, (list, first, last) => {
      const weight = weightOf(note, list);
      if (weight >= TELLING) telling.push({ first, last, weight });
    });
    return withoutOverlaps(telling);
  }

  return (found, least) => {
    let sentence = -1;
    return () => {
      sentence++;
      passes++;
      scores.set(bias);
      let isOnTopic = false;
      tellSurroundings(found.sentences, sentence, (context, note) => {
        isOnTopic = true;
        const list = cues[context][note] ?? -1;
        if (isNew(list)) add(list);
      });
      // Where no rule fits the article is not on the topic: its words are not weighed.
      if (!isOnTopic) return [];
      pass(found, sentence, add);
      const raised = found.sentences[sentence]?.raised ?? [];
      const out: CueScore[] = [];
      for (let note = 0; note < notes; note++) {
        const score = scores[note] ?? 0;
        if (score <= least || score === bias[note] || bias[note] === NEVER || raised.includes(note)) continue;
        out.push({ note, score, words: wordsFor(note, found, sentence) });
      }
      return out;
    };
  };
}
