/** Every kind of bad input: which fault, in which file, on which line, and how to mend it. */
import { describe, expect, it } from 'vitest';
import { formatFaults } from '../../src/cli/faults.ts';
import { edit, FILES, type FileName, faultsOf, lineOf, loadFiles } from './notes-folder.ts';

const NATO = 'south-caucasus/nato.yaml';
const WAR = 'south-caucasus/war.yaml';
const BODIES = 'vocabulary/bodies.yaml';
const ANCHORS = 'vocabulary/anchors.yaml';
const NEUTRALITY = 'neutrality.yaml';

/** From one line's beginning up to another's. */
const part = (file: FileName, from: string, to: string): string =>
  FILES[file].slice(FILES[file].indexOf(from), FILES[file].indexOf(to));

const OWN_VOICE = (word: string, statement: string): string =>
  `says "${word}" in its own voice: "${statement}"; say there whose word it is, quote it, or write "government" or "held"`;
const MIRROR_ALONE = (letter: string, mouth: string): string =>
  `the mirror "${letter}" has one mouth only (${mouth}); add the same statement from another or take the letter out`;

interface Case {
  readonly what: string;
  readonly file: FileName;
  readonly old: string;
  readonly by: string;
  /** words on the line of the fault, in the changed file */
  readonly on: string;
  readonly says: string;
}

const CASES: readonly Case[] = [
  // Form
  {
    what: 'an unknown key',
    file: NATO,
    old: 'related: [war]',
    by: 'relatet: [war]',
    on: 'relatet',
    says: '`relatet`: no such key; take `relatet` out or mend its spelling',
  },
  {
    what: 'an unknown key further in',
    file: WAR,
    old: 'within: 8',
    by: 'withing: 8',
    on: 'withing',
    says: '`match.0.withing`: no such key; take `withing` out or mend its spelling',
  },
  {
    what: 'an unknown key in the vocabulary',
    file: BODIES,
    old: 'whole: true',
    by: 'hole: true',
    on: 'hole',
    says: '`nato-not.hole`: no such key; take `hole` out or mend its spelling',
  },
  { what: 'a missing key', file: NATO, old: 'kind: term\n', by: '', on: 'id:', says: '`kind` is missing; add it' },
  {
    what: 'a missing key further in',
    file: NATO,
    old: '    publisher: A university press\n',
    by: '',
    on: '- key: book',
    says: '`sources.1.publisher` is missing; add it',
  },
  {
    what: 'no sources',
    file: NATO,
    old: part(NATO, 'sources:', 'match:'),
    by: '',
    on: 'id:',
    says: '`sources` is missing; add it',
  },
  {
    what: 'one source',
    file: NATO,
    old: part(NATO, '  - key: book', 'match:'),
    by: '',
    on: 'sources:',
    says: '`sources` needs at least two sources of different publishers',
  },
  {
    what: 'a day that does not exist',
    file: NATO,
    old: 'date: 1949-04-04',
    by: 'date: 2014-02-30',
    on: '2014-02-30',
    says: '`sources.0.date` is no date: write YYYY-MM-DD, YYYY-MM or YYYY, one that exists',
  },
  {
    what: 'a date in words',
    file: NATO,
    old: 'date: 1949-04-04',
    by: 'date: 4 April 1949',
    on: '4 April',
    says: '`sources.0.date` is no date: write YYYY-MM-DD, YYYY-MM or YYYY, one that exists',
  },
  {
    what: 'a month where the day is needed',
    file: NATO,
    old: 'reviewed: 2026-11-23',
    by: 'reviewed: 2026-11',
    on: 'reviewed',
    says: '`reviewed` needs the day: write YYYY-MM-DD',
  },
  {
    what: 'a note without a reviewed date',
    file: NATO,
    old: 'reviewed: 2026-11-23\n',
    by: '',
    on: 'id:',
    says: '`reviewed` is missing; add it',
  },
  {
    what: 'a number where text belongs',
    file: NATO,
    old: 'title: NATO\n',
    by: 'title: 822\n',
    on: 'title: 822',
    says: '`title` must be text: put it in quotes',
  },
  {
    what: 'empty text',
    file: NATO,
    old: 'title: NATO\n',
    by: 'title: " "\n',
    on: 'title:',
    says: '`title` is empty: write it or take the key out',
  },
  {
    what: 'a kind that is none',
    file: NATO,
    old: 'kind: term',
    by: 'kind: person',
    on: 'kind:',
    says: '`kind` must be term or claim',
  },
  {
    what: 'an id that is none',
    file: WAR,
    old: 'id: war',
    by: 'id: The War',
    on: 'id:',
    says: '`id` is no id: write it in lower case, words joined by hyphens',
  },
  {
    what: 'a summary too long for a card',
    file: NATO,
    old: 'An alliance of states.',
    by: 'A'.repeat(281),
    on: 'summary',
    says: '`summary` is longer than 280 characters: shorten it',
  },
  {
    what: 'an http address',
    file: NATO,
    old: 'https://www.nato.int/treaty',
    by: 'http://www.nato.int/treaty',
    on: 'http://',
    says: '`sources.0.url` must begin with https://',
  },
  {
    what: 'a source with neither address nor place',
    file: NATO,
    old: '    where: chapter 2\n',
    by: '',
    on: '- key: book',
    says: '`sources.1` needs either `url` (an https address) or `where` (for a printed source)',
  },
  {
    what: 'a side that is none',
    file: WAR,
    old: 'side: azerbaijan',
    by: 'side: turkey',
    on: 'side: turkey',
    says: '`sources.1.side` must be armenia, azerbaijan or none',
  },
  {
    what: 'a rule that matches nothing',
    file: NATO,
    old: '    names: <nato>\n',
    by: '',
    on: '- rule: named',
    says: '`match.0` matches nothing: give it `names` (a term) or `sentence` (slots that must meet)',
  },
  {
    what: 'a mark that is no slot',
    file: WAR,
    old: 'within: 8',
    by: 'mark: [whom]',
    on: '- rule: forces',
    says: '`match.0` has a `mark` that is no slot of its `sentence`',
  },
  {
    what: 'half a word',
    file: WAR,
    old: 'within: 8',
    by: 'within: 2.5',
    on: 'within',
    says: '`match.0.within` must be a whole number, at least 2',
  },
  // YAML
  {
    what: 'a key twice',
    file: NATO,
    old: 'kind: term',
    by: 'kind: term\nkind: claim',
    on: 'kind: claim',
    says: 'has this key twice; take one of the two out',
  },
  {
    what: 'a name twice in a vocabulary file',
    file: BODIES,
    old: 'nato-not:',
    by: 'nato:',
    on: 'nato:\n  whole',
    says: 'has this key twice; take one of the two out',
  },
  {
    what: 'a colon in plain text',
    file: NATO,
    old: 'An alliance of',
    by: 'An alliance: of',
    on: 'An alliance',
    says: 'is no valid YAML: Nested mappings are not allowed in compact mappings; mend the indentation or quote the text',
  },
  // Rules
  {
    what: 'a rule that names unknown words',
    file: NATO,
    old: 'names: <nato>',
    by: 'names: <natto>',
    on: '<natto>',
    says: '`match.0.names` names <natto>, which no vocabulary file has: mend the name or add the entry',
  },
  {
    what: 'vocabulary that names unknown words',
    file: BODIES,
    old: 'later: [the alliance]',
    by: 'later: [the <body>]',
    on: 'later',
    says: '`nato.later.0` names <body>, which no vocabulary file has: mend the name or add the entry',
  },
  {
    what: 'an unpaired bracket in a rule',
    file: WAR,
    old: 'who: Armenian forces',
    by: 'who: (Armenian|the forces',
    on: 'who:',
    says: '`match.0.sentence.who` has an unpaired bracket in "(Armenian|the forces": write (a|b)',
  },
  {
    what: 'an unpaired bracket in the vocabulary',
    file: BODIES,
    old: '|Atlantic) Alliance',
    by: '|Atlantic Alliance',
    on: 'words:',
    says: '`nato.words.1` has an unpaired bracket in "(North Atlantic|Atlantic Alliance": write (a|b)',
  },
  {
    what: 'an anchor that is no plain phrase',
    file: ANCHORS,
    old: '    - nato',
    by: '    - nato\n    - (armenian|armenians)',
    on: '(armenian',
    says: '"(armenian|armenians)" is no plain phrase; write each spelling of an anchor out',
  },
  // Own sentences
  {
    what: 'a sentence that should match and does not',
    file: NATO,
    old: 'NATO met on',
    by: 'Nato met on',
    on: 'Nato met',
    says: 'does not match: "Nato met on Tuesday."; mend the rules of `match` or the sentence',
  },
  {
    what: 'a sentence that should not match and does',
    file: WAR,
    old: '  - The town was occupied.',
    by: '  - The town was occupied by Armenian forces.',
    on: 'occupied by',
    says: 'matches by rule "forces took land" ("occupied by Armenian forces"): "The town was occupied by Armenian forces."; add a condition to the rule',
  },
  {
    what: 'a sentence that the gate would not let through',
    file: NATO,
    old: 'NATO met on',
    by: 'Atlantic Alliance met on',
    on: 'Atlantic Alliance',
    says: 'holds no anchor of the vocabulary, so that no page is read for it: "Atlantic Alliance met on Tuesday."',
  },
  // What belongs together
  {
    what: 'an id unlike its file',
    file: NATO,
    old: 'id: nato',
    by: 'id: nato-alliance',
    on: 'id:',
    says: '"nato-alliance" stands in a file named nato.yaml; one of the two is wrong',
  },
  {
    what: 'an unknown related note',
    file: NATO,
    old: 'related: [war]',
    by: 'related:\n  - war\n  - peace',
    on: '- peace',
    says: 'names the note "peace", which does not exist; mend the id',
  },
  {
    what: 'a note related to itself',
    file: NATO,
    old: 'related: [war]',
    by: 'related: [nato]',
    on: 'related',
    says: 'names the note itself; take it out',
  },
  {
    what: 'a link to an unknown note',
    file: NATO,
    old: '(note:war)',
    by: '(note:peace)',
    on: 'note:peace',
    says: 'links to the note "peace", which does not exist; mend the id',
  },
  {
    what: 'a link that is not https',
    file: WAR,
    old: 'text: Forty characters of text for the other one.',
    by: 'text: Forty [characters](http://a.org) of text for the other one.',
    on: '(http://a.org)',
    says: 'links to "http://a.org"; links begin with https:// or note:',
  },
  {
    what: 'a source that is not listed',
    file: NATO,
    old: 'April.\n    source: treaty',
    by: 'April.\n    source: paper',
    on: 'source: paper',
    says: 'names the source "paper", which the note does not list; add it to `sources` or mend the key',
  },
  {
    what: 'a source of a reading that is not listed',
    file: WAR,
    old: 'source: report',
    by: 'source: paper',
    on: 'source: paper',
    says: 'names the source "paper", which the note does not list; add it to `sources` or mend the key',
  },
  {
    what: 'a reading without source',
    file: WAR,
    old: '    source: report\n',
    by: '',
    on: '- party: Armenia',
    says: '`readings.0.source` is missing; add it',
  },
  {
    what: 'a statement of the timeline without source',
    file: NATO,
    old: 'April.\n    source: treaty\n',
    by: 'April.\n',
    on: '- date: 1949-04\n',
    says: '`timeline.1.source` is missing; add it',
  },
  {
    what: 'a source key twice',
    file: NATO,
    old: 'key: book',
    by: 'key: treaty',
    on: 'key: treaty\n    title: A history',
    says: 'the key "treaty" is taken; choose another',
  },
  {
    what: 'one publisher only',
    file: NATO,
    old: 'publisher: A university press',
    by: 'publisher: NATO',
    on: 'sources:',
    says: 'all sources are of one publisher; add one of another',
  },
  {
    what: 'one side only',
    file: WAR,
    old: 'side: azerbaijan',
    by: 'side: armenia',
    on: 'sources:',
    says: 'all sources are of one side (armenia); add one of another',
  },
  {
    what: 'a primary source behind a secondary one',
    file: NATO,
    old: 'primary: true\n    date: 1949-04-04\n    url: https://www.nato.int/treaty\n  - key: book\n    title: A history of the alliance\n    publisher: A university press\n    side: none\n    primary: false',
    by: 'primary: false\n    url: https://www.nato.int/treaty\n  - key: book\n    title: A history of the alliance\n    publisher: A university press\n    side: none\n    primary: true',
    on: '- key: book',
    says: 'a primary source stands behind a secondary one; put primary sources first',
  },
  {
    what: 'readings of unlike length',
    file: WAR,
    old: 'text: Forty characters of text for one reading.',
    by: 'text: Twenty-eight characters all.',
    on: 'readings:',
    says: 'readings are 28 and 43 characters long; the shortest needs two thirds of the longest',
  },
  {
    what: 'readings out of order',
    file: WAR,
    old: 'party: Armenia',
    by: 'party: Nakhchivan',
    on: 'readings:',
    says: 'parties stand in alphabetical order: Azerbaijan, Nakhchivan',
  },
  {
    what: 'a timeline out of order',
    file: NATO,
    old: 'date: 1949-04\n',
    by: 'date: 1948-12\n',
    on: 'date: 1948-12',
    says: '1948-12 stands behind 1949; oldest first',
  },
  {
    what: 'a history out of order',
    file: NATO,
    old: 'date: 2026-11-22',
    by: 'date: 2026-11-24',
    on: 'date: 2026-11-23\n    change',
    says: '2026-11-23 stands behind 2026-11-24; oldest first',
  },
  {
    what: 'a card that is too long',
    file: WAR,
    old: 'It was fought from 1992.',
    by: 'x'.repeat(1200),
    on: 'background:',
    says: 'the card has 1301 characters (summary, background, readings); at most 1200: shorten it',
  },
  // Balance
  {
    what: 'a mirror of one mouth',
    file: NATO,
    old: 'by: azerbaijan\n    mirror: a',
    by: 'by: armenia\n    mirror: a',
    on: 'mirror: a',
    says: MIRROR_ALONE('a', 'armenia'),
  },
  {
    what: 'a claim without a mirror of both sides',
    file: WAR,
    old: 'by: armenia\n    mirror: b',
    by: 'by: other\n    mirror: b',
    on: 'matches:',
    says: 'no mirror holds the claim by armenia and by azerbaijan; give both sentences the same letter',
  },
  {
    what: 'a claim that a side never makes',
    file: WAR,
    old: 'by: other\n  - text: Armenian forces are occupying a bridge.\n    by: other',
    by: 'by: armenia\n  - text: Armenian forces are occupying a bridge.\n    by: azerbaijan',
    on: 'matches:',
    says: 'has no sentence by other; add one',
  },
  {
    what: 'too few sentences',
    file: NATO,
    old: '  - text: Nobody told NATO.\n    by: other\n',
    by: '',
    on: 'matches:',
    says: 'has 5 of at least 6 sentences; write the others',
  },
  {
    what: 'too few near misses',
    file: WAR,
    old: '  - Seats of the hall were occupied.\n',
    by: '',
    on: 'rejects:',
    says: 'has 5 of at least 6 sentences; write the others',
  },
  // Neutrality
  {
    what: 'a word to watch in the title',
    file: WAR,
    old: 'title: The war\n',
    by: 'title: The regime\n',
    on: 'title:',
    says: OWN_VOICE('regime', 'The regime'),
  },
  {
    what: 'a word to watch in the summary',
    file: WAR,
    old: 'Forces took land.',
    by: 'Forces took land. It was occupied. They left.',
    on: 'summary:',
    says: OWN_VOICE('occupied', 'It was occupied.'),
  },
  {
    what: 'a word to watch in the background',
    file: WAR,
    old: 'It was fought from 1992.',
    by: 'Baku said so; the regime fell.',
    on: 'background:',
    says: OWN_VOICE('regime', 'the regime fell.'),
  },
  {
    what: 'a word to watch in a reading',
    file: WAR,
    old: 'text: Forty characters of text for the other one.',
    by: 'text: Forty characters of the [regime](https://a.org).',
    on: 'text: Forty characters of the [regime]',
    says: OWN_VOICE('regime', 'Forty characters of the regime.'),
  },
  {
    what: 'a word to watch in the name of a party',
    file: WAR,
    old: 'party: Azerbaijan',
    by: 'party: Baku regime',
    on: 'party: Baku',
    says: OWN_VOICE('regime', 'Baku regime'),
  },
  {
    what: 'a word to watch in the timeline',
    file: NATO,
    old: 'text: It was signed in April.',
    by: 'text: It was occupied in April.',
    on: 'text: It was occupied',
    says: OWN_VOICE('occupied', 'It was occupied in April.'),
  },
  {
    what: 'a word that no attribution helps',
    file: NATO,
    old: 'text: It was signed in April.',
    by: 'text: It claimed to be the first, it said.',
    on: 'text: It claimed',
    says: 'says "claimed" in its own voice: "It claimed to be the first, it said."; quote it, or write said',
  },
  {
    what: 'a quotation that is not closed',
    file: NATO,
    old: 'An alliance of states.',
    by: 'An "alliance of states.',
    on: 'summary:',
    says: 'has a quotation mark without its pair; close the quotation',
  },
  {
    what: 'words to watch without an alternative',
    file: NEUTRALITY,
    old: '    write: said\n',
    by: '',
    on: '- words: ["=claimed"]',
    says: '`watch.1.write` is missing; add it',
  },
  {
    what: 'an unknown key among the words to watch',
    file: NEUTRALITY,
    old: 'always: true',
    by: 'never: true',
    on: 'never:',
    says: '`watch.1.never`: no such key; take `never` out or mend its spelling',
  },
  {
    what: 'a word to watch that cannot be read',
    file: NEUTRALITY,
    old: '[regime, "~occupy"]',
    by: '\n      - regime\n      - (anti|counter regime',
    on: '- (anti',
    says: '`watch.0.words.1` has an unpaired bracket in "(anti|counter regime": write (a|b)',
  },
  {
    what: 'an attribution that cannot be read',
    file: NEUTRALITY,
    old: '["~say", "~call"]',
    by: '["~say", "~call)"]',
    on: 'attribution:',
    says: '`attribution.1` has an unpaired bracket in "~call)": write (a|b)',
  },
  {
    what: 'an empty list of words',
    file: NEUTRALITY,
    old: 'except: [ceasefire regime]',
    by: 'except: []',
    on: 'except:',
    says: '`except` is empty: name at least one phrase',
  },
];

describe('the small dataset of these tests', () => {
  it('has no fault', () => {
    expect(faultsOf()).toEqual([]);
  });

  it('is compiled', () => {
    const { notes, rules, cards, anchors } = loadFiles(FILES);
    expect(notes.map(({ id }) => id)).toEqual(['nato', 'war']);
    expect(rules.notes.map(({ id }, note) => [id, rules.rules.filter((rule) => rule.note === note).length])).toEqual([
      ['nato', 1],
      ['war', 1],
    ]);
    expect(cards['nato']?.background.html).toBe(
      'It was founded in 1949. See <a href="#note:war">the war</a> and <a href="https://www.nato.int/">its site</a>.',
    );
    expect(anchors).toEqual(['armenia', 'armenian', 'nato']);
  });
});

describe('one fault', () => {
  it.each(CASES)('is told for $what', ({ file, old, by, on, says }) => {
    const changed = edit(file, old, by);
    const line = lineOf(changed[file] ?? '', on);
    expect(faultsOf(changed)).toEqual([`${file.replace(/^.*\//, '')}:${line}: ${says}`]);
  });

  it('is told for a file that is empty or is a list', () => {
    expect(faultsOf({ [WAR]: '' })).toEqual([expect.stringMatching(/^war\.yaml:1: the file must be /)]);
    expect(faultsOf({ [WAR]: '- a\n- b\n' })).toContain('war.yaml:1: `id` is missing; add it');
  });

  it('is told once for an address that is none', () => {
    expect(faultsOf(edit(NATO, 'https://www.nato.int/treaty', 'the treaty'))).toEqual([
      'nato.yaml:20: `sources.0.url` is no address: write it with https://',
    ]);
  });

  it('is told for words that two files have', () => {
    const [fault, ...more] = faultsOf({ 'vocabulary/more.yaml': 'other:\n  words: [x]\nnato:\n  words: [Nato]\n' });
    expect(more).toEqual([]);
    expect(fault).toMatch(/^more\.yaml:3: `nato` stands in .*bodies\.yaml too; merge the two$/);
  });

  it('is told for readings whose links make them longer than they look', () => {
    const linked =
      'text: Forty [characters](https://example.org/a-very-long-address-that-no-reader-sees) of text for one reading.';
    expect(faultsOf(edit(WAR, 'text: Forty characters of text for one reading.', linked))).toEqual([]);
  });
});

describe('a note that leans', () => {
  const by = (mouth: string) =>
    FILES[NATO].replace(/by: (?:armenia|azerbaijan|other)\n(?: {4}mirror: a\n)?/g, `by: ${mouth}\n`);

  it('is told where all sentences are by one side', () => {
    for (const side of ['armenia', 'azerbaijan'])
      expect(faultsOf({ [NATO]: by(side) })).toEqual([
        `nato.yaml:${lineOf(by(side), 'matches:')}: all sentences are by one side (${side}); add one by another`,
      ]);
    expect(faultsOf({ [NATO]: by('other') })).toEqual([]);
  });

  it('is told where two mirrors are of one mouth each', () => {
    const text = FILES[NATO].replace('mirror: a', 'mirror: x').replace('mirror: a', 'mirror: y');
    expect(faultsOf({ [NATO]: text })).toEqual([
      `nato.yaml:${lineOf(text, 'mirror: x')}: ${MIRROR_ALONE('x', 'armenia')}`,
      `nato.yaml:${lineOf(text, 'mirror: y')}: ${MIRROR_ALONE('y', 'azerbaijan')}`,
    ]);
  });
});

describe('no fault', () => {
  it('is told for words to watch where others speak: test sentences, titles of documents', () => {
    expect(
      faultsOf(
        edit(WAR, 'title: A report', 'title: The regime that claimed the occupied land'),
        edit(NATO, '  - A treaty was signed.', '  - The regime claimed the occupied land.'),
      ),
    ).toEqual([]);
  });

  it('is told for a year that stands behind a day or month of it', () => {
    const month = (FILES[NATO] ?? '').replace('date: "1949"', 'date: 1949-05');
    expect(faultsOf({ [NATO]: month.replace('date: 1949-04\n', 'date: "1949"\n') })).toEqual([]);
    expect(faultsOf({ [NATO]: month.replace('date: 1949-04\n', 'date: "1948"\n') })).toHaveLength(1);
  });
});

describe('several faults', () => {
  it('of several files are told at once, in the order of files and lines', () => {
    const nato = edit(NATO, 'related: [war]', 'related: [peace]');
    const war = edit(WAR, 'text: Armenian forces occupied the town.', 'text: Foreign forces left the city.');
    expect(
      faultsOf(
        {
          [NATO]: (nato[NATO] ?? '')
            .replace('source: treaty', 'source: paper')
            .replace('meeting of NATO in Armenia', 'meeting of the Atlantic Alliance in Rome'),
        },
        war,
        edit(ANCHORS, '- nato', '- nato\n    - (armenia|armenian)'),
      ),
    ).toEqual([
      expect.stringMatching(/^nato\.yaml:9: names the source "paper"/),
      expect.stringMatching(/^nato\.yaml:34: holds no anchor/),
      expect.stringMatching(/^nato\.yaml:53: names the note "peace"/),
      expect.stringMatching(/^war\.yaml:33: does not match/),
      expect.stringMatching(/^war\.yaml:33: holds no anchor/),
      expect.stringMatching(/^anchors\.yaml:5: "\(armenia\|armenian\)" is no plain phrase/),
    ]);
  });

  it('of one file are told at once', () => {
    const text = FILES[WAR]
      .replace('kind: claim', 'kind: clam')
      .replace('primary: true', 'primary: maybe')
      .replace('reviewed: 2026-11-23', 'reviewed: soon');
    expect(faultsOf({ [WAR]: text }).map((fault) => fault.split(' ')[1])).toEqual([
      '`kind`',
      '`sources.0.primary`',
      '`reviewed`',
    ]);
  });

  it('do not spread: links to a note and words of a file that cannot be read are no faults', () => {
    expect(faultsOf({ [WAR]: 'id: [war' })).toEqual([expect.stringMatching(/^war\.yaml:1: is no valid YAML/)]);
    expect(faultsOf({ [BODIES]: 'nato: [' })).toEqual([expect.stringMatching(/^bodies\.yaml:\d: is no valid YAML/)]);
  });

  it('are printed one a line, as a compiler does', () => {
    expect(
      formatFaults([
        { file: 'a.yaml', line: 3, message: 'is wrong' },
        { file: 'b.yaml', line: 1, message: 'too' },
      ]),
    ).toBe('a.yaml:3: is wrong\nb.yaml:1: too');
  });
});
