/** The notes that rules raise in and around a sentence. */
import type { FoundInSentence } from './by-rules.ts';
import { REACH } from './sightings.ts';

/** Where a note must be raised to count: in the sentence, in one of the three before it, in so much of the article around it as the articles had that weights were learnt from. */
export const CONTEXTS = ['here', 'near', 'article'] as const;
/** Sentences to either side. */
const AROUND = 8;

/** Tells the notes that rules raise around a sentence, by index and context, one as often as it is raised; what is here or near is in the article, too. */
export function tellSurroundings(
  sentences: readonly FoundInSentence[],
  sentence: number,
  tell: (context: (typeof CONTEXTS)[number], note: number) => void,
): void {
  const end = Math.min(sentence + AROUND + 1, sentences.length);
  for (let at = Math.max(0, sentence - AROUND); at < end; at++) {
    for (const note of sentences[at]?.raised ?? []) {
      tell('article', note);
      if (at === sentence) tell('here', note);
      else if (at < sentence && at >= sentence - REACH) tell('near', note);
    }
  }
}
