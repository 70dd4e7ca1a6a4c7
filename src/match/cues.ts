/**
 * Notes that a sentence concerns by the weight of its words and of what the article tells besides, where no rule fits: "thirteen judges backed
 * the order" in an article on the International Court. One logistic regression a note, learnt by `notes learn` from labelled articles.
 */
import type { FoundByRules, FoundInSentence } from './by-rules.ts';
import type { CompiledRules } from './rules.ts';
import { REACH } from './sightings.ts';

/** A word that weighs less is no reason to show. */
const TELLING = 0.3;

/** What a note without learnt weights has to overcome. */
export const NEVER = -99;

/** Where a note must be raised to count: in the sentence, in one of the three before it, in so much of the article around it as the articles had that weights were learnt from. */
export const CONTEXTS = ['here', 'near', 'article'] as const;
/** Sentences to either side. */
const AROUND = 8;

export interface CueWords {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

/** What speaks for or against a note in a sentence. */
export interface CueScore {
  readonly note: number;
  /** log-odds; the note is raised above 0 */
  readonly score: number;
  /** words that speak for it, tokens `first` to `last`, the weightiest first */
  readonly words: readonly CueWords[];
}

const NOTHING: ReadonlySet<number> = new Set();

/** The notes that rules raise in some sentences, by index. */
function raisedIn(sentences: readonly FoundInSentence[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { raised } of sentences) for (const note of raised) all.add(note);
  return all;
}

/** The notes that rules raise in and around a sentence, by index. */
export const raisedAround = (
  sentences: readonly FoundInSentence[],
  index: number,
): Record<(typeof CONTEXTS)[number], ReadonlySet<number>> => ({
  here: sentences[index]?.raised ?? NOTHING,
  near: raisedIn(sentences.slice(Math.max(0, index - REACH), index)),
  article: raisedIn(sentences.slice(Math.max(0, index - AROUND), index + AROUND + 1)),
});

function weightOf(weights: readonly number[], note: number): number {
  for (let i = 0; i < weights.length; i += 2) if (weights[i] === note) return weights[i + 1] ?? 0;
  return 0;
}

/** For each sentence the notes that no rule raises in it and whose score is above `least`. */
export type Cues = (found: FoundByRules, least: number) => Generator<CueScore[], void, undefined>;

const NONE: readonly number[] = [];

/** Weights that count in a sentence, and the tokens that have them. */
interface Weighty {
  readonly weights: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Makes what is needed once for many texts. */
export function openCues({ cues }: Pick<CompiledRules, 'cues'>): Cues {
  const learnt = [...cues.bias.keys()].filter((note) => cues.bias[note] !== NEVER);
  /** by note: what everything in and around the sentence together says */
  const scores = new Float64Array(cues.bias.length);
  /** by list: the count of the pass that met it last, since a word counts once a sentence */
  const metIn = new Uint32Array(cues.lists.length);
  let passes = 0;

  function weightyIn(
    { reading: { words, tokens, firsts, bySentence }, sentences }: FoundByRules,
    sentence: number,
  ): Weighty[] {
    const out: Weighty[] = [];
    passes++;
    const once = (list: number, first: number, last: number): void => {
      if (list < 0 || metIn[list] === passes) return;
      metIn[list] = passes;
      out.push({ weights: cues.lists[list] ?? NONE, first, last });
    };
    const end = firsts[sentence + 1] ?? tokens.length;
    for (let token = firsts[sentence] ?? 0; token < end; token++) once(words[token]?.cues ?? -1, token, token);
    for (const { entries, first, last } of bySentence[sentence] ?? [])
      for (const entry of entries) once(cues.entries[entry] ?? -1, first, last);
    for (const { rule, first, last } of sentences[sentence]?.hints ?? []) once(cues.rules[rule] ?? -1, first, last);
    return out;
  }

  /** `weights` are note, weight, note, weight, … */
  function add(weights: readonly number[]): void {
    for (let i = 0; i < weights.length; i += 2) {
      const note = weights[i] ?? 0;
      scores[note] = (scores[note] ?? 0) + (weights[i + 1] ?? 0);
    }
  }

  /** The words of a sentence that speak for a note; of such as overlap the weightiest. */
  function wordsFor(note: number, weighty: readonly Weighty[]): CueWords[] {
    const words: CueWords[] = [];
    for (const { weights, first, last } of weighty) {
      const weight = weightOf(weights, note);
      if (weight >= TELLING) words.push({ first, last, weight });
    }
    words.sort((a, b) => b.weight - a.weight);
    return words.filter(
      ({ first, last }, at) => !words.slice(0, at).some((one) => first <= one.last && one.first <= last),
    );
  }

  return function* (found, least) {
    const { sentences } = found;
    for (const sentence of sentences.keys()) {
      const around = raisedAround(sentences, sentence);
      // Where no rule fits the article is not on the topic: its words are not weighed.
      if (around.article.size === 0) {
        yield [];
        continue;
      }
      const weighty = weightyIn(found, sentence);
      scores.set(cues.bias);
      for (const { weights } of weighty) add(weights);
      for (const context of CONTEXTS)
        for (const note of around[context]) add(cues.lists[cues[context][note] ?? -1] ?? NONE);
      const out: CueScore[] = [];
      for (const note of learnt) {
        const score = scores[note] ?? 0;
        const isSpokenOf = score !== cues.bias[note];
        if (isSpokenOf && score > least && !around.here.has(note))
          out.push({ note, score, words: wordsFor(note, weighty) });
      }
      yield out;
    }
  };
}
