import { describe, expect, it } from 'vitest';
import { marks, matcherOf } from './match-rules.ts';

const WORDS = {
  nato: ['NATO', 'North Atlantic (Treaty|) (Organisation|Organization|Alliance)'],
  karabakh: ['(Nagorno-|) Karabakh', 'Qarabag'],
  talks: ['talks', '~negotiate'],
  club: { whole: true, words: ['Qarabag (FK|Agdam)', '(FK|FC) Karabakh'] },
  lachin: ['Lachin'],
  kalbajar: ['Kalbajar', 'Kelbajar'],
  aghdam: ['Aghdam'],
};

describe('a term', () => {
  it('is a match at each place where one of its names stands', () => {
    const matcher = matcherOf({ nato: { names: '<nato>' }, karabakh: { names: ['<karabakh>', 'Artsakh'] } }, WORDS);
    const text =
      'NATO met on Karabakh. Nagorno-Karabakh, or Artsakh, is no part of the North Atlantic Alliance (NATO).';
    expect(marks(matcher, text)).toEqual([
      'nato: NATO',
      'karabakh: Karabakh',
      'karabakh: Nagorno-Karabakh',
      'karabakh: Artsakh',
      'nato: North Atlantic Alliance',
      'nato: NATO',
    ]);
    expect(matcher.match('Nothing of the kind stands here.')).toEqual([]);
    expect(matcher.match('')).toEqual([]);
  });

  it('tells its note, kind, rule and words', () => {
    const matcher = matcherOf({ nato: { rule: 'by its name', names: '<nato>' } }, WORDS);
    expect(matcher.match('Then NATO’s chief spoke.')).toEqual([
      {
        note: 'nato',
        kind: 'term',
        start: 5,
        end: 9,
        rule: 'by its name',
        by: 'name',
        evidence: [{ slot: 'name', words: 'NATO', start: 5, end: 9 }],
      },
    ]);
  });

  it('may need other words in its sentence, which are evidence and are not marked', () => {
    const matcher = matcherOf({ n: { names: '<karabakh>', sentence: { talks: '<talks>' } } }, WORDS);
    expect(marks(matcher, 'Karabakh is a region. Talks on Karabakh went on. Talks end.')).toEqual(['n: Karabakh']);
    const [match] = matcher.match('They negotiated on Karabakh.');
    expect(match?.evidence.map(({ slot, words }) => `${slot}: ${words}`)).toEqual([
      'name: Karabakh',
      'talks: negotiated',
    ]);
  });

  it('may need words before it and in the article', () => {
    const before = matcherOf({ n: { names: 'Minsk format', before: { where: '<karabakh>' } } }, WORDS);
    const article = matcherOf({ n: { names: 'Minsk format', article: { where: '<karabakh>' } } }, WORDS);
    const far = 'Karabakh is a region. One. Two. Three. Four. The Minsk format is stuck. Five. Karabakh waits.';
    expect(marks(before, 'Karabakh is a region. The Minsk format is stuck.')).toHaveLength(1);
    expect(marks(before, far)).toHaveLength(0);
    expect(marks(article, far)).toHaveLength(1);
    expect(marks(article, 'The Minsk format is stuck. Karabakh waits.')).toHaveLength(1);
    expect(marks(article, 'The Minsk format is stuck. Donbas waits.')).toHaveLength(0);
  });

  it('stays silent where a word forbids it: in the sentence, in the three before, in the article', () => {
    const sentence = matcherOf({ n: { names: 'ISAF', unless: ['sailing', 'regatta'] } });
    const before = matcherOf({ n: { names: 'ISAF', 'unless-before': 'sailing' } });
    const article = matcherOf({ n: { names: 'ISAF', 'unless-article': 'sailing' } });
    const text = 'ISAF left. ISAF ran sailing. ISAF left. Two. ISAF left. ISAF left.';
    const places = (matcher: typeof sentence, title?: string) =>
      matcher.match(text, title === undefined ? {} : { title }).map(({ start }) => start);
    expect(places(sentence)).toEqual([0, 29, 45, 56]);
    expect(places(before)).toEqual([0, 56]);
    expect(places(article)).toEqual([]);
    expect(marks(article, 'ISAF left.')).toHaveLength(1);
    expect(marks(article, 'ISAF left.', 'A sailing day')).toHaveLength(0);
    expect(marks(before, 'ISAF left.', 'A sailing day')).toHaveLength(0);
    expect(marks(sentence, 'ISAF left.', 'A sailing day')).toHaveLength(1);
  });

  it('may ask for several different names, which are one match together', () => {
    const matcher = matcherOf({ n: { names: ['<lachin>', '<kalbajar>', '<aghdam>'], several: 2 } }, WORDS);
    expect(marks(matcher, 'Lachin is far. They lost Lachin, Aghdam and Kalbajar in 1993.')).toEqual([
      'n: Lachin, Aghdam and Kalbajar',
    ]);
    expect(marks(matcher, 'Kalbajar, or Kelbajar, is one town.')).toEqual([]);
    expect(marks(matcher, 'Lachin. Aghdam.')).toEqual([]);
    expect(matcher.match('Lachin, Aghdam')[0]?.evidence.map(({ words }) => words)).toEqual(['Lachin', 'Aghdam']);
  });

  it('does not count again within its own longer name', () => {
    const words = { council: ['(UN|) Security Council'], nato: ['NATO'] };
    const matcher = matcherOf({ n: { names: ['<council>', '<nato>'], several: 2 } }, words);
    const [match] = matcher.match('The UN Security Council and NATO met.');
    expect(match?.evidence.map((one) => one.words)).toEqual(['UN Security Council', 'NATO']);
  });

  it('does not count inside a name that is read as a whole', () => {
    const matcher = matcherOf({ n: { names: '<karabakh>' }, sport: { names: '<club>' } }, WORDS);
    expect(marks(matcher, 'Qarabag FK of Karabakh met FK Karabakh; Qarabag won.')).toEqual([
      'sport: Qarabag FK',
      'n: Karabakh',
      'sport: FK Karabakh',
      'n: Qarabag',
    ]);
  });

  it('does not count there even where no rule names the whole', () => {
    const matcher = matcherOf({ n: { names: '<karabakh>' } }, WORDS);
    expect(marks(matcher, 'Qarabag FK and Qarabag')).toEqual(['n: Qarabag']);
  });

  it('counts where the whole name would reach into the next sentence', () => {
    const matcher = matcherOf(
      { n: { names: '<karabakh>' } },
      { ...WORDS, club: { whole: true, words: ['Karabakh Inc Agdam'] } },
    );
    expect(marks(matcher, 'He lives in Karabakh\nInc Agdam is a firm.')).toEqual(['n: Karabakh']);
  });

  it('is raised once a place, by the longest of its names there', () => {
    const words = { short: ['Minsk Group'], long: ['OSCE Minsk Group'] };
    const rules = [
      { rule: 'short', names: '<short>' },
      { rule: 'long', names: '<long>' },
    ];
    const matcher = matcherOf({ n: rules, other: { names: '<short>' } }, words);
    const told = matcher.match('The OSCE Minsk Group is the Minsk Group.');
    expect(told.map(({ note, rule, start, end }) => [note, rule, start, end])).toEqual([
      ['n', 'long', 4, 20],
      ['other', 'rule 1', 9, 20],
      ['n', 'short', 28, 39],
      ['other', 'rule 1', 28, 39],
    ]);
  });

  it('is raised by the longest of its names whatever else the sentence raises', () => {
    const claim = { sentence: { what: '~say' } };
    const term = [{ names: 'OSCE Minsk Group' }, { names: 'Minsk Group' }];
    const others = { c: { names: 'Baku' }, d: { names: 'Parliamentary Assembly' } };
    const matcher = matcherOf({ a: claim, b: claim, ...others, e: claim, f: term });
    const told = marks(matcher, 'The OSCE Minsk Group said so to the Parliamentary Assembly in Baku.');
    expect(told).toContain('f: OSCE Minsk Group');
  });
});
