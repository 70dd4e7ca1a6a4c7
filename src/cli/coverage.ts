/** What an article's marks leave open: what came near, and which sentences speak of the topic's names and carry nothing. Pure. */
import { type Explainer, type RuleTrace, type SentenceTrace, tellingOf, type WeightTrace } from '../match/explain.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Match } from '../match/types.ts';
import type { ReadArticle } from './document.ts';
import { overlapped } from './joined.ts';

export interface Coverage {
  readonly marks: readonly (Match & { readonly words: string })[];
  readonly near: readonly {
    readonly sentence: string;
    readonly rules: readonly RuleTrace[];
    readonly weights: readonly WeightTrace[];
  }[];
  /** sentences with a name of the topic, without a mark, and with nothing that came near */
  readonly silent: readonly string[];
}

export interface Tools {
  readonly matcher: Matcher;
  readonly explainer: Explainer;
  readonly speaksOfTopic: (text: string) => boolean;
}

export function coverageOf(article: ReadArticle, { matcher, explainer, speaksOfTopic }: Tools): Coverage {
  const { text } = article;
  const matches = matcher.match(text, article);
  const sentences = explainer.explain(text, article);
  const marked = new Set(matches.flatMap((match) => overlapped(sentences, match)));
  const wordsOf = ({ start, end }: Pick<SentenceTrace, 'start' | 'end'>): string => text.slice(start, end);
  const near = sentences.flatMap((sentence) => {
    const { rules, weights } = tellingOf(sentence);
    const missed = {
      rules: rules.filter(({ matches }) => !matches),
      weights: weights.filter(({ matches }) => !matches),
    };
    return missed.rules.length + missed.weights.length > 0 ? [{ sentence, ...missed }] : [];
  });
  const told = new Set(near.map(({ sentence }) => sentence));
  const silent = sentences.filter(
    (sentence, index) => !marked.has(index) && !told.has(sentence) && speaksOfTopic(wordsOf(sentence)),
  );
  return {
    marks: matches.map((match) => ({ ...match, words: wordsOf(match) })),
    near: near.map(({ sentence, ...missed }) => ({ sentence: wordsOf(sentence), ...missed })),
    silent: silent.map(wordsOf),
  };
}
