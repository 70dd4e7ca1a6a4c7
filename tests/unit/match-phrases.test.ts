import { describe, expect, it } from 'vitest';
import { expandAlternatives, expandEntries, PhraseError, parsePhrase } from '../../src/match/phrases.ts';
import { compile, found } from './match-rules.ts';

describe('expandAlternatives', () => {
  const spaced = (phrase: string): string[] =>
    expandAlternatives(phrase).map((choice) => choice.trim().replace(/\s+/g, ' '));

  it('writes alternatives out', () => {
    expect(spaced('Minsk Group')).toEqual(['Minsk Group']);
    expect(spaced('(OSCE|CSCE) Minsk Group')).toEqual(['OSCE Minsk Group', 'CSCE Minsk Group']);
    expect(spaced('(a|b) (c|d)').sort()).toEqual(['a c', 'a d', 'b c', 'b d']);
  });

  it('takes an empty alternative for a word that may be missing', () => {
    expect(spaced('(OSCE|) Minsk Group')).toEqual(['OSCE Minsk Group', 'Minsk Group']);
    expect(spaced('Minsk (|peace) Group (talks|)').sort()).toEqual(
      ['Minsk Group', 'Minsk Group talks', 'Minsk peace Group', 'Minsk peace Group talks'].sort(),
    );
  });

  it('knows alternatives within alternatives', () => {
    expect([...new Set(spaced('(UN (Security|) Council|UNSC) resolution'))].sort()).toEqual(
      ['UN Council resolution', 'UN Security Council resolution', 'UNSC resolution'].sort(),
    );
    expect([...new Set(spaced('((a|b) c|(d|))x'))].sort()).toEqual(['a cx', 'b cx', 'dx', 'x']);
  });

  it.each(['(OSCE|CSCE Minsk Group', 'OSCE) Minsk', 'OSCE|CSCE', '((a|b) c', '(a|b)) c'])(
    'says that "%s" has an unpaired bracket',
    (phrase) => {
      expect(() => expandAlternatives(phrase)).toThrow(PhraseError);
      expect(() => expandAlternatives(phrase)).toThrow(/unpaired bracket.*write \(a\|b\)/);
    },
  );
});

describe('expandEntries', () => {
  const words: Record<string, string[]> = { nato: ['NATO', 'Alliance'], who: ['officials', 'chief'] };
  const wordsOf = (name: string): string[] => words[name] ?? [];

  it('puts the words of an entry in its place', () => {
    expect(expandEntries('<nato> <who>', wordsOf)).toEqual([
      'NATO officials',
      'NATO chief',
      'Alliance officials',
      'Alliance chief',
    ]);
    expect(expandEntries('no entry', wordsOf)).toEqual(['no entry']);
  });

  it.each(['<nato officials', 'nato> officials', '<nato> <who'])(
    'says that "%s" has an unpaired angle bracket',
    (phrase) => {
      expect(() => expandEntries(phrase, wordsOf)).toThrow(/unpaired angle bracket.*write <entry>/);
    },
  );

  it('stops where a phrase stands for too many', () => {
    const many = (): string[] => Array.from({ length: 200 }, (_, i) => `w${i}`);
    expect(() => expandEntries('<a> <b> <c>', many)).toThrow(/more than 20000 phrases.*split it/);
  });
});

describe('parsePhrase', () => {
  it('reads words, verbs, single forms and numbers', () => {
    expect(parsePhrase('~occupy # =forces of Nagorno-Karabakh')).toEqual([
      { kind: 'verb', word: 'occupy', capitals: 0 },
      { kind: 'number' },
      { kind: 'exact', word: 'forces', capitals: 0 },
      { kind: 'noun', word: 'of', capitals: 0 },
      { kind: 'noun', word: 'nagorno', capitals: 1 },
      { kind: 'noun', word: 'karabakh', capitals: 1 },
    ]);
  });

  it('remembers which letters are capitals', () => {
    expect(parsePhrase('PfP ISAF Əliyev').map((word) => ('capitals' in word ? word.capitals : -1))).toEqual([
      0b101, 0b1111, 1,
    ]);
  });

  it.each(['', '—', '~', '…'])('says that "%s" has no word', (phrase) => {
    expect(() => parsePhrase(phrase)).toThrow(/has no word/);
  });
});

describe('a phrase in a text', () => {
  it('finds whole words only', () => {
    expect(found('war', 'The war, warfare, postwar and WAR.')).toEqual(['war', 'WAR']);
    expect(found('822', 'Not 1822, 822nd or 8,220; but 822.')).toEqual(['822']);
  });

  it('asks for capitals where it has them, and takes either where it has small letters', () => {
    expect(found('WHO', 'Those who know that the WHO met. Who?')).toEqual(['WHO']);
    expect(found('PfP', 'PfP, PFP, pfp, Pfp')).toEqual(['PfP', 'PFP']);
    expect(found('Turkey', 'Turkey ate a turkey; TURKEY too.')).toEqual(['Turkey', 'TURKEY']);
    expect(found('ceasefire', 'Ceasefire, CEASEFIRE and ceasefire')).toEqual(['Ceasefire', 'CEASEFIRE', 'ceasefire']);
  });

  it('takes a noun also in the plural, a verb in all its forms, =words as they stand', () => {
    expect(found('territory', 'a territory, two territories, territorial')).toEqual(['territory', 'territories']);
    expect(found('~occupy', 'They occupy, occupied, are occupying what the occupier occupies')).toEqual([
      'occupy',
      'occupied',
      'occupying',
      'occupies',
    ]);
    expect(found('occupy', 'They occupy and occupied')).toEqual(['occupy']);
    expect(found('=resolution', 'the resolution and the resolutions')).toEqual(['resolution']);
    expect(found('Armenian =forces', 'Armenian forces were Armenian forced')).toEqual(['Armenian forces']);
  });

  it('takes a form that belongs to a noun and a verb for both', () => {
    const words = { noun: ['demand'], verb: ['~demand'] };
    expect(found('<noun>', 'it demands', words)).toEqual(['demands']);
    expect(found('<verb>', 'it demands, demanded', words)).toEqual(['demands', 'demanded']);
  });

  it('takes # for any number', () => {
    const text = 'Some 20 per cent, 13.6 per cent, 1,000 per cent, three per cent, one per cent, per cent';
    const numbers = ['20 per cent', '13.6 per cent', '1,000 per cent', 'three per cent'];
    expect(found('# per cent', text)).toEqual(numbers);
    expect(found('822', 'resolution 822 and 853', {})).toEqual(['822']);
  });

  it('takes a compound however it is written', () => {
    const text = 'Peacekeepers, peace-keepers, peace keepers';
    for (const phrase of ['peacekeeper', 'peace-keeper'])
      expect(found(phrase, text)).toEqual(['Peacekeepers', 'peace-keepers', 'peace keepers']);
    expect(found('Minsk Group co-chair', 'The Minsk Group cochairs and Minsk Group Co-Chairs met')).toHaveLength(2);
  });

  it('reads dashes, quotes, accents and spaces as the same', () => {
    expect(
      found(
        'Nagorno-Karabakh',
        'Nagorno Karabakh, Nagorno–Karabakh, “Nagorno”-Karabakh, NAGORNO\u00a0\u00a0KARABAKH, Nagorno, Karabakh',
      ),
    ).toEqual(['Nagorno Karabakh', 'Nagorno–Karabakh', 'Nagorno”-Karabakh', 'NAGORNO\u00a0\u00a0KARABAKH']);
    expect(found('Qarabağ', 'Qarabag and Qarabağ')).toEqual(['Qarabag', 'Qarabağ']);
    expect(found('İSAF', 'ISAF')).toEqual(['ISAF']);
    expect(found("U.N.'s Council", 'the UN’s Council, the U.N.’s Council, the U.N. Council')).toEqual([
      'U.N.’s Council',
      'U.N. Council',
    ]);
    expect(found('resolution no 822', 'resolution No. 822, Resolution no 822, resolution No.\u00a0 822')).toEqual([
      'resolution No. 822',
      'Resolution no 822',
      'resolution No.\u00a0 822',
    ]);
  });

  it('finds the longest words of an entry', () => {
    const words = { un: ['UN', 'UN Security Council', '(UN|) Security Council'] };
    expect(found('<un>', 'The UN and the UN Security Council and the Security Council.', words)).toEqual([
      'UN',
      'UN Security Council',
      'Security Council',
    ]);
  });

  it('stays within its sentence, and finds the shorter words there', () => {
    const words = { un: ['UN', 'UN Resolution'] };
    expect(found('<un>', 'He joined the UN. Resolution came late.', words)).toEqual(['UN']);
    expect(found('<un>', 'He joined the UN\nResolution came late.', words)).toEqual(['UN']);
    expect(found('UN Resolution', 'He joined the UN. Resolution came late.')).toEqual([]);
  });

  it('writes out entries within phrases and within entries', () => {
    const words = { nato: ['NATO', '<alliance>'], alliance: ['the (Western|) Alliance'], other: ['Kremlin'] };
    expect(
      found('(<nato>|<other>) (chief|)', 'NATO chief, the Alliance chief, the Western Alliance, Kremlin', words),
    ).toEqual(['NATO chief', 'the Alliance chief', 'the Western Alliance', 'Kremlin']);
  });
});

describe('a phrase that cannot be read', () => {
  const faultsOf = (names: string | readonly string[], words = {}) => compile({ n: { names } }, words).faults;

  it('is told with its place in the note', () => {
    expect(faultsOf(['NATO', '(a|b'])).toEqual([
      {
        file: { note: 'n' },
        path: ['match', 0, 'names', 1],
        message: 'has an unpaired bracket in "(a|b": write (a|b)',
      },
    ]);
    expect(faultsOf('<nato> chief')).toEqual([
      {
        file: { note: 'n' },
        path: ['match', 0, 'names'],
        message: 'names <nato>, which no vocabulary file has: mend the name or add the entry',
      },
    ]);
  });

  it('is not taken for what every object has', () => {
    expect(faultsOf('<constructor>')).toHaveLength(1);
    expect(faultsOf('<to-string>')).toHaveLength(1);
  });

  it('is told with its place in the vocabulary', () => {
    expect(
      compile({ n: { names: 'NATO' } }, { a: ['b', '—'], c: { words: ['d'], later: ['the <e>'] } }).faults,
    ).toEqual([
      { file: { entry: 'a' }, path: ['a', 'words', 1], message: 'has no word in "—"' },
      {
        file: { entry: 'c' },
        path: ['c', 'later', 0],
        message: 'names <e>, which no vocabulary file has: mend the name or add the entry',
      },
    ]);
  });

  it('is told once, where it stands, however many rules come by it', () => {
    const words = { bad: ['fine', '(a|b'], over: ['<bad>', '<bad> x'] };
    expect(compile({ n: { names: '<bad>' }, m: { names: ['<over>', '<bad> y'] } }, words).faults).toEqual([
      { file: { entry: 'bad' }, path: ['bad', 'words', 1], message: 'has an unpaired bracket in "(a|b": write (a|b)' },
    ]);
  });

  it('names itself, over others too', () => {
    const { faults } = compile({ n: { names: 'NATO' } }, { one: ['<two>'], two: ['x <one>'] });
    expect(faults.map(({ path }) => path.join('.'))).toEqual(['one.words.0', 'two.words.0']);
    expect(faults.map(({ message }) => message).join()).toMatch(/names itself.*take one of the two out/);
  });

  it('is told for every part of a rule, all at once', () => {
    const bad = '(';
    const rule = {
      names: bad,
      sentence: { x: ['ok', bad] },
      before: { y: bad },
      article: { z: bad },
      unless: bad,
      'unless-before': [bad],
      'unless-article': bad,
    };
    expect(
      compile({ n: [{ names: 'ok' }, rule] })
        .faults.map(({ path }) => path.join('.'))
        .sort(),
    ).toEqual([
      'match.1.article.z',
      'match.1.before.y',
      'match.1.names',
      'match.1.sentence.x.1',
      'match.1.unless',
      'match.1.unless-article',
      'match.1.unless-before.0',
    ]);
  });

  it('is told in each note that has it', () => {
    expect(
      compile({ n: { names: '—' }, m: { names: ['NATO', '—'] } }).faults.map(({ file, path }) => [
        file,
        path.join('.'),
      ]),
    ).toEqual([
      [{ note: 'n' }, 'match.0.names'],
      [{ note: 'm' }, 'match.0.names.1'],
    ]);
  });
});
