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

/** Of words that overlap the weightiest. */
function withoutOverlaps(words: CueWords[]): CueWords[] {
  words.sort((a, b) => b.weight - a.weight);
  return words.filter(
    ({ first, last }, at) => !words.slice(0, at).some((one) => first <= one.last && one.first <= last),
  );
}

/** Gives for each sentence, in order, the notes that no rule raises in it and whose score is above `least`. */
export type Cues = (found: FoundByRules, least: number) => () => CueScore[];

/** Makes what is needed once for many texts, one after the other. */
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
  /** the note whose words are asked for, -1 while all is summed, and the words that were found */
  let wanted = -1;
  let telling: CueWords[] = [];

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

  function meet(list: number, first: number, last: number): void {
    if (list < 0 || metIn[list] === passes) return;
    metIn[list] = passes;
    if (wanted < 0) {
      add(list);
      return;
    }
    const weight = weightOf(wanted, list);
    if (weight >= TELLING) telling.push({ first, last, weight });
  }

  /** Meets all words, phrases and weak rules of the sentence. */
  function weigh({ reading, sentences }: FoundByRules, sentence: number): void {
    const { words, tokens, firsts, bySentence } = reading;
    const end = firsts[sentence + 1] ?? tokens.length;
    for (let token = firsts[sentence] ?? 0; token < end; token++) meet(words[token]?.cues ?? -1, token, token);
    for (const { entries, first, last } of bySentence[sentence] ?? [])
      for (const entry of entries) meet(cues.entries[entry] ?? -1, first, last);
    for (const { rule, first, last } of sentences[sentence]?.hints ?? []) meet(cues.rules[rule] ?? -1, first, last);
  }

  /** The words of the sentence that speak for a note. Few are raised: what was summed is gone through again. */
  function wordsFor(note: number, found: FoundByRules, sentence: number): CueWords[] {
    passes++;
    [wanted, telling] = [note, []];
    weigh(found, sentence);
    wanted = -1;
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
        meet(cues[context][note] ?? -1, -1, -1);
      });
      // Where no rule fits the article is not on the topic: its words are not weighed.
      if (!isOnTopic) return [];
      weigh(found, sentence);
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
