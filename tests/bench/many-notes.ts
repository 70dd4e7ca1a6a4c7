/** A dataset of made-up notes, as varied as the bundled ones: terms with names of their own, claims whose every frame has one. The same each time. */
import { compileRules } from '../../src/match/compile.ts';
import type { CompiledRules } from '../../src/match/rules.ts';
import type { Note, Vocabulary } from '../../src/notes/schema.ts';

type Rules = Pick<Note, 'id' | 'kind' | 'title' | 'match'>;

/** Pseudo-random numbers below `limit`; a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
}

const SYLLABLES = [
  'ka',
  'ra',
  'ba',
  'gh',
  'mi',
  'ns',
  'sto',
  'ver',
  'lin',
  'do',
  'ze',
  'qu',
  'ta',
  'nor',
  'fel',
  'su',
  'wy',
  'jo',
];
/** Words that the claims of all notes share, most of them frequent in the practice texts. */
const VERBS = ['~support', '~occupy', '~sign', '~withdraw', '~demand', '~leave', '~say', '~hold', '~call', '~agree'];
const NOUNS = [
  'talks',
  'agreement',
  'territory',
  'resolution',
  'mission',
  'war',
  'refugee',
  'border',
  'minister',
  'peace',
];
const PLACES = ['Armenia', 'Azerbaijan', 'Karabakh', 'Baku', 'Yerevan', 'Russia', 'Turkey', 'Europe'];

/** Rules of so many notes, compiled. */
export function manyRules(count: number): CompiledRules {
  const next = numbers(822);
  const pick = (words: readonly string[]): string => words[next(words.length)] ?? '';
  const name = (): string => {
    const word = Array.from({ length: 3 + next(3) }, () => pick(SYLLABLES)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const vocabulary: Vocabulary = {
    places: { whole: false, anchor: false, words: PLACES, later: [] },
  };
  const term = (): Rules['match'][number] => ({
    rule: 'named',
    names: [`${name()} ${name()}`, `${name()} (Group|Council|Treaty)`, name()],
    unless: [name(), pick(NOUNS)],
    article: { topic: '<places>' },
  });
  const claim = (): Rules['match'][number] => ({
    rule: 'said of it',
    sentence: {
      who: [name(), name(), `the ${name()} ${pick(NOUNS)}`],
      does: [pick(VERBS), pick(VERBS)],
      what: [pick(NOUNS), pick(NOUNS)],
    },
    before: { where: ['<places>', name()] },
    unless: name(),
  });
  const notes = Array.from({ length: count }, (_, i): Rules => {
    const kind = i % 3 === 0 ? 'claim' : 'term';
    const match = kind === 'claim' ? [claim(), claim(), claim()] : [term(), claim()];
    return { id: `note-${i}` as Note['id'], kind, title: `Note ${i}`, match };
  });
  const { rules, faults } = compileRules(notes, vocabulary);
  if (faults.length > 0) throw new Error(faults[0]?.message);
  return rules;
}
