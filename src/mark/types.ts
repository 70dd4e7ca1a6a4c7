/** What marking gives to the parts that compose it; `ReaderHandle` hands it on to the card. */
import type { Match } from '../match/types.ts';

/** Why a note stands at a place: the rule of it that matched there, and by which words. */
export type Reason = Pick<Match, 'note' | 'rule' | 'evidence'>;

/** One painted place. */
export interface Mark extends Reason, Pick<Match, 'kind'> {
  /** stable while the mark lives */
  readonly id: number;
  /** the marked words, and the sentence that holds them */
  readonly words: string;
  readonly sentence: string;
  /** where in the sentence they begin, in UTF-16 units */
  readonly start: number;
  /** of the article that holds it: YYYY, YYYY-MM, YYYY-MM-DD or null when unknown */
  readonly articleDate: string | null;
  /** notes whose matches overlap this mark and are not painted themselves */
  readonly alsoHere: readonly Reason[];
}
