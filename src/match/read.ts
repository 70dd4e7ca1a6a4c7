/** A text as matching sees it: its words, its sentences, and what each of them names. Pure. */
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Steps } from '../text/steps.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { resolveLaterMentions } from './discourse.ts';
import { type Lexicon, type Mention, type Place, type Word, wordsOf } from './lexicon.ts';
import { findMentions } from './mentions.ts';

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** what each token is in the rules */
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** the index of each sentence's first token */
  readonly firsts: readonly number[];
  /** the mentions of each sentence, in order */
  readonly bySentence: readonly (readonly Mention[])[];
  /** the entries that the title names, oldest mention first */
  readonly inTitle: ReadonlySet<number>;
}

/** Where the words of a place stand in the text, in UTF-16 offsets, end exclusive. */
export function offsetsOf({ tokens }: Reading, { first, last }: Place): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}

function firstTokens(tokens: readonly Token[], sentences: readonly Sentence[]): number[] {
  let at = 0;
  return sentences.map(({ start }) => {
    while ((tokens[at]?.start ?? start) < start) at++;
    return at;
  });
}

/** A title is read as one sentence. */
function readTitle(lexicon: Lexicon, title: string): ReadonlySet<number> {
  const named = new Set<number>();
  const tokens = tokenise(title);
  const found = findMentions(lexicon, tokens, wordsOf(tokens, lexicon), 0, tokens.length);
  for (const { entries } of resolveLaterMentions([found], lexicon.rules.antecedents).flat()) {
    for (const entry of entries) {
      named.delete(entry);
      named.add(entry);
    }
  }
  return named;
}

/** Reads a text with what its title names; sentences that are known need not be found again. */
export function* read(
  lexicon: Lexicon,
  text: string,
  title: string,
  sentences: readonly Sentence[] = splitSentences(text),
): Steps<Reading> {
  yield;
  const tokens = tokenise(text);
  yield;
  const words = wordsOf(tokens, lexicon);
  const firsts = firstTokens(tokens, sentences);
  const inTitle = readTitle(lexicon, title);
  const found: (readonly Mention[])[] = [];
  for (const [i, first] of firsts.entries()) {
    yield;
    found.push(findMentions(lexicon, tokens, words, first, firsts[i + 1] ?? tokens.length));
  }
  yield;
  const bySentence = resolveLaterMentions(found, lexicon.rules.antecedents, inTitle);
  return { text, tokens, words, sentences, firsts, bySentence, inTitle };
}
