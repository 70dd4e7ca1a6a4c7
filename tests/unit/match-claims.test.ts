import { describe, expect, it } from 'vitest';
import { marks, matcherOf } from './match-rules.ts';

const WORDS = {
  armenia: ['Armenia', 'Armenian', 'Yerevan'],
  azerbaijan: ['Azerbaijan', 'Azerbaijani', 'Baku'],
  country: ['Armenia', 'Azerbaijan'],
  share: ['# per cent', 'a fifth'],
  took: ['~occupy', '~seize'],
};

const slots = (rule: Record<string, unknown> = {}) =>
  matcherOf({ n: { sentence: { who: '<armenia>', took: '<took>', what: '<azerbaijan>' }, ...rule } }, WORDS);

describe('the slots of a claim', () => {
  it('must all be filled in one sentence, in any order', () => {
    expect(marks(slots(), 'Armenia occupied land of Azerbaijan.')).toEqual(['n: Armenia occupied land of Azerbaijan']);
    expect(marks(slots(), 'Land of Azerbaijan was seized by Armenian troops.')).toEqual([
      'n: Azerbaijan was seized by Armenian',
    ]);
    expect(marks(slots(), 'Armenia spoke. Land was occupied. Azerbaijan spoke.')).toEqual([]);
    expect(marks(slots(), 'Armenia occupied it\nAzerbaijan spoke.')).toEqual([]);
  });

  it('are one match a sentence, at the narrowest place', () => {
    const text = 'Armenia says that Baku knows that Armenia seized what Azerbaijan had, said Azerbaijan.';
    expect(marks(slots(), text)).toEqual(['n: Armenia seized what Azerbaijan']);
    expect(marks(slots(), `${text} ${text}`)).toHaveLength(2);
  });

  it('each have words of their own', () => {
    const matcher = matcherOf({ n: { sentence: { one: '<country>', other: '<country>' } } }, WORDS);
    expect(marks(matcher, 'Armenia waits.')).toEqual([]);
    expect(marks(matcher, 'Armenia and Azerbaijan wait.')).toEqual(['n: Armenia and Azerbaijan']);
    const nested = matcherOf({ n: { sentence: { council: ['UN Security Council'], un: ['UN'] } } });
    expect(marks(nested, 'The UN Security Council met.')).toEqual([]);
    expect(marks(nested, 'The UN Security Council met at the UN.')).toEqual(['n: UN Security Council met at the UN']);
  });

  it('leave words to the slot that has no others', () => {
    const matcher = matcherOf({ n: { sentence: { any: ['Armenia', 'Azerbaijan'], armenia: ['Armenia'] } } });
    expect(marks(matcher, 'Armenia met Azerbaijan.')).toEqual(['n: Armenia met Azerbaijan']);
    expect(marks(matcher, 'Azerbaijan met Armenia.')).toEqual(['n: Azerbaijan met Armenia']);
  });

  it('are told with their words, each at its place', () => {
    const text = '😀 Armenian troops seized 20 per cent of Azerbaijan.';
    const [match] = matcherOf(
      { n: { rule: 'share', sentence: { who: '<armenia>', share: '<share>', of: '<azerbaijan>' } } },
      WORDS,
    ).match(text);
    expect(match).toMatchObject({ note: 'n', kind: 'claim', rule: 'share', start: 3, end: 51 });
    expect(match?.evidence).toEqual([
      { slot: 'who', words: 'Armenian', start: 3, end: 11 },
      { slot: 'share', words: '20 per cent', start: 26, end: 37 },
      { slot: 'of', words: 'Azerbaijan', start: 41, end: 51 },
    ]);
  });

  it('are marked with the whole of a name or date, and no word that only opens a sentence', () => {
    expect(marks(slots(), 'In Armenia Land Baku Gate was seized.')).toEqual(['n: Armenia Land Baku Gate was seized']);
    expect(marks(slots(), 'Hans Armenia seized Baku 20 days ago.')).toEqual(['n: Hans Armenia seized Baku']);
    expect(marks(slots(), 'Hans, Armenia seized Baku 20.')).toEqual(['n: Armenia seized Baku 20']);
    expect(marks(slots(), 'Hans\nArmenia seized Baku\nHans left.')).toEqual(['n: Armenia seized Baku']);
  });

  it('may be marked in part', () => {
    expect(marks(slots({ mark: ['took'] }), 'Armenia has now occupied Azerbaijan.')).toEqual(['n: occupied']);
    expect(marks(slots({ mark: ['took', 'what'] }), 'Armenia has now occupied Azerbaijan.')).toEqual([
      'n: occupied Azerbaijan',
    ]);
  });
});

describe('the words of a slot', () => {
  it('are marked in full where the other slots leave them room', () => {
    const matcher = matcherOf({ n: { sentence: { council: ['UN', 'UN Security Council'], said: '~demand' } } });
    expect(marks(matcher, 'The UN Security Council demanded it.')).toEqual(['n: UN Security Council demanded']);
    const shared = matcherOf({ n: { sentence: { council: ['UN', 'UN Security Council'], body: 'Council' } } });
    expect(marks(shared, 'The UN Security Council met.')).toEqual(['n: UN Security Council']);
    expect(shared.match('The UN Security Council met.')[0]?.evidence.map(({ words }) => words)).toEqual([
      'UN',
      'Council',
    ]);
    const near = matcherOf({ n: { sentence: { council: ['UN', 'the UN'], said: '~demand' }, within: 2 } });
    expect(marks(near, 'Then the UN demanded it.')).toEqual(['n: UN demanded']);
  });
});

describe('order', () => {
  const ordered = slots({ order: true });

  it('asks for the slots as they are listed', () => {
    expect(marks(ordered, 'Armenia occupied Azerbaijan.')).toEqual(['n: Armenia occupied Azerbaijan']);
    expect(marks(ordered, 'Azerbaijan occupied Armenia.')).toEqual([]);
    expect(marks(ordered, 'Armenia, with Azerbaijan, occupied it.')).toEqual([]);
  });

  it('is kept where the nearest words would break it', () => {
    expect(marks(ordered, 'Azerbaijan saw Armenia, says Baku, as it occupied and seized Azerbaijan.')).toEqual([
      'n: Armenia, says Baku, as it occupied and seized Azerbaijan',
    ]);
    expect(marks(ordered, 'Armenia met Azerbaijan, seized, occupied and seized a part of Azerbaijan.')).toEqual([
      'n: Armenia met Azerbaijan, seized, occupied and seized a part of Azerbaijan',
    ]);
  });
});

describe('within', () => {
  it('bounds the words from the first slot to the last', () => {
    const near = slots({ within: 4 });
    expect(marks(near, 'Armenia occupied part Azerbaijan.')).toHaveLength(1);
    expect(marks(near, 'Armenia occupied land of Azerbaijan.')).toHaveLength(0);
    expect(marks(near, 'Armenia said on Monday that Armenia now occupied Azerbaijan.')).toEqual([
      'n: Armenia now occupied Azerbaijan',
    ]);
  });

  it('finds the narrow place where wider words stand nearer to one slot', () => {
    // "Armenian" on the left is as near to "occupied" as "Yerevan" on the right, but Azerbaijan stands on the right.
    expect(marks(slots({ within: 5 }), 'Armenian text that occupied us, said Yerevan on Azerbaijan.')).toEqual([]);
    expect(marks(slots({ within: 6 }), 'Armenian text that occupied us, said Yerevan on Azerbaijan.')).toEqual([
      'n: occupied us, said Yerevan on Azerbaijan',
    ]);
  });
});

describe('what a claim needs around it', () => {
  const claim = (rule: Record<string, unknown>) => matcherOf({ n: { sentence: { took: '<took>' }, ...rule } }, WORDS);

  it('before: in its sentence, the three before or the title', () => {
    const matcher = claim({ before: { who: '<armenia>' } });
    expect(marks(matcher, 'It was occupied by Armenia.')).toEqual(['n: occupied']);
    expect(marks(matcher, 'Armenia. One. Two. It was occupied.')).toEqual(['n: occupied']);
    expect(marks(matcher, 'Armenia. One. Two. Three. It was occupied.')).toEqual([]);
    expect(marks(matcher, 'It was occupied. Armenia.')).toEqual([]);
    expect(marks(matcher, 'It was occupied.', 'Armenia speaks')).toEqual(['n: occupied']);
    expect(marks(matcher, 'One\nTwo\nIt was occupied.', 'A title')).toEqual([]);
  });

  it('article: anywhere, before or after, or the title', () => {
    const matcher = claim({ article: { who: '<armenia>' } });
    expect(marks(matcher, 'Armenia. One. Two. Three. Four. It was occupied.')).toEqual(['n: occupied']);
    expect(marks(matcher, 'It was occupied. One. Two. Three. Four. Armenia.')).toEqual(['n: occupied']);
    expect(marks(matcher, 'It was occupied.', 'Armenia speaks')).toEqual(['n: occupied']);
    expect(marks(matcher, 'It was occupied.', 'A title')).toEqual([]);
  });

  it('is evidence with its place; the title has none', () => {
    const matcher = claim({ before: { who: '<armenia>' }, article: { where: '<azerbaijan>' } });
    const evidence = (text: string, title?: string) =>
      matcher
        .match(text, title === undefined ? {} : { title })[0]
        ?.evidence.map(({ slot, words, start }) => `${slot} ${words} ${start}`);
    expect(evidence('Armenia came. It was occupied. Baku waits.')).toEqual([
      'took occupied 21',
      'who Armenia 0',
      'where Baku 31',
    ]);
    expect(evidence('It was occupied.', 'Armenia and Azerbaijan')).toEqual(['took occupied 7']);
  });

  it('of several such places the nearest before it is told', () => {
    const [match] = claim({ before: { who: '<armenia>' } }).match('Armenia came. Yerevan went. It was occupied.');
    expect(match?.evidence[1]).toMatchObject({ slot: 'who', words: 'Yerevan' });
  });

  it('unless: at each of the three levels', () => {
    const text = 'Baku. It was occupied. One. Two. Three. It was seized.';
    expect(marks(claim({ unless: '<azerbaijan>' }), text)).toEqual(['n: occupied', 'n: seized']);
    expect(marks(claim({ 'unless-before': '<azerbaijan>' }), text)).toEqual(['n: seized']);
    expect(marks(claim({ 'unless-article': '<azerbaijan>' }), text)).toEqual([]);
    expect(
      marks(
        claim({ unless: ['<azerbaijan>', 'never'] }),
        'It was never occupied. It was occupied by Baku. It was occupied.',
      ),
    ).toEqual(['n: occupied']);
    expect(marks(claim({ unless: 'Baku' }), 'It was occupied, says BAKU. It was occupied, says baku.')).toEqual([
      'n: occupied',
    ]);
  });

  it('is raised once a sentence, by the first of its rules that fits', () => {
    const matcher = matcherOf(
      {
        n: [
          { rule: 'a', sentence: { took: '<took>', what: '<azerbaijan>' } },
          { rule: 'b', sentence: { took: '<took>', who: '<armenia>' } },
        ],
        other: { sentence: { took: '<took>' } },
      },
      WORDS,
    );
    const told = (text: string) => matcher.match(text).map(({ note, rule }) => `${note} ${rule}`);
    expect(told('Armenia occupied it.')).toEqual(['n b', 'other rule 1']);
    expect(told('Armenia occupied it, Baku says.')).toEqual(['other rule 1', 'n a']);
    expect(
      told('It was seized by Armenia, and Azerbaijan seized it.\nArmenia occupied it.').filter((one) =>
        one.startsWith('n'),
      ),
    ).toEqual(['n a', 'n b']);
  });

  it('is not asked of other rules of the note', () => {
    const matcher = matcherOf({
      n: [
        { rule: 'a', sentence: { x: 'war' }, unless: 'cold' },
        { rule: 'b', sentence: { x: 'war', y: 'cold' } },
      ],
    });
    expect(matcher.match('A cold war. A war.').map(({ rule }) => rule)).toEqual(['b', 'a']);
  });
});
