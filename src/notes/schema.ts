/**
 * What a note and a vocabulary file are: one schema for build, tests, command line and import, and the types that follow from it.
 * The schema checks the form of one file; what concerns several files (links, vocabulary, own test sentences) is checked with the dataset.
 * The order of the keys here is the order in which `notes format` puts them; descriptions and `metadata` go to the JSON Schema for editors.
 */
import * as v from 'valibot';

declare const idBrand: unique symbol;
/** The id of a note, as its file is named. */
export type NoteId = string & { readonly [idBrand]: true };

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const id = v.pipe(
  v.string(),
  v.regex(ID, 'is no id: write it in lower case, words joined by hyphens'),
  v.transform((text) => text as NoteId),
);
const key = v.pipe(v.string(), v.regex(ID, 'is no key: write it in lower case, words joined by hyphens'));
export const text = v.pipe(
  v.string('must be text: put it in quotes'),
  v.transform((words) => words.trim().replace(/\s+/g, ' ')),
  v.minLength(1, 'is empty: write it or take the key out'),
);

const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether YYYY, YYYY-MM or YYYY-MM-DD is a day, month or year that exists. */
export function isDate(date: string): boolean {
  if (!DATE.test(date)) return false;
  const full = `${date}-01-01`.slice(0, 10);
  const time = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(full);
}
const date = v.pipe(
  v.union([v.string(), v.number()], 'is no date: write YYYY-MM-DD, YYYY-MM or YYYY'),
  v.transform(String),
  v.check(isDate, 'is no date: write YYYY-MM-DD, YYYY-MM or YYYY, one that exists'),
  v.metadata({ description: 'YYYY-MM-DD, YYYY-MM or YYYY: as exact as the source.', pattern: DATE.source }),
);
const day = v.pipe(
  date,
  v.check((value) => DAY.test(value), 'needs the day: write YYYY-MM-DD'),
  v.metadata({ description: 'YYYY-MM-DD', pattern: DAY.source }),
);
const sourceKey = v.pipe(key, v.description('The `key` of one of the `sources`.'));

/** The most that fits a card that is read in three seconds. */
const SUMMARY_LENGTH = 280;
const side = v.pipe(
  v.picklist(['armenia', 'azerbaijan', 'none'], 'must be armenia, azerbaijan or none'),
  v.description('Whose side the publisher is on: armenia, azerbaijan or none.'),
);

const source = v.pipe(
  v.strictObject({
    key: v.pipe(key, v.description('The name by which readings and timeline cite this source, unique in the note.')),
    title: v.pipe(text, v.description('Title of the document, as it is or in English.')),
    publisher: v.pipe(text, v.description('Who published it. A note needs two of them at least.')),
    side,
    primary: v.pipe(
      v.boolean('must be true or false'),
      v.description('Whether this is the document itself; primary sources stand before the others.'),
    ),
    date: v.optional(date),
    url: v.optional(
      v.pipe(
        v.string(),
        v.url('is no address: write it with https://'),
        v.startsWith('https://', 'must begin with https://'),
        v.description('Address, with https://. A printed source has `where` in its place.'),
      ),
    ),
    where: v.optional(v.pipe(text, v.description('Where a source without an address is found: book, page, archive.'))),
    quote: v.optional(v.pipe(text, v.description('Its own words, only if you have read them in the document.'))),
  }),
  v.check(
    (value) => (value.url === undefined) !== (value.where === undefined),
    'needs either `url` (an https address) or `where` (for a printed source)',
  ),
  v.metadata({ oneOf: [{ required: ['url'] }, { required: ['where'] }] }),
);

/** Words of a slot: one phrase or several; see the README of the notes for how phrases are written. */
const words = v.pipe(
  v.union(
    [text, v.pipe(v.array(text), v.minLength(1, 'is empty: name at least one phrase'))],
    'must be a phrase or a list of phrases',
  ),
  v.description(
    'A phrase or a list of phrases: words, (a|b), ~verb, =this form alone, <vocabulary entry>, # for a number.',
  ),
);
const slots = v.pipe(
  v.record(key, words),
  v.check((value) => Object.keys(value).length > 0, 'is empty: name a slot or take the key out'),
  v.metadata({ minProperties: 1 }),
);

const MANY = 'must be a whole number, at least 2';
const count = v.pipe(v.number(MANY), v.integer(MANY), v.minValue(2, MANY));

const rule = v.pipe(
  v.strictObject({
    rule: v.pipe(text, v.description('Name of the rule: the reader sees it under "Why is this marked?"')),
    names: v.optional(v.pipe(words, v.description('Names of a term: each place where one stands is a match.'))),
    several: v.optional(
      v.pipe(count, v.description('So many different `names` in one sentence, which are then one match.')),
    ),
    sentence: v.optional(
      v.pipe(slots, v.description('Slots that must meet in one sentence, each filled by words of its own.')),
    ),
    before: v.optional(
      v.pipe(slots, v.description('Slots in that sentence, one of the three before it, or the title of the article.')),
    ),
    about: v.optional(
      v.pipe(slots, v.description('Slots in the title or the first three sentences: what the article is about.')),
    ),
    article: v.optional(v.pipe(slots, v.description('Slots anywhere in the article or its title.'))),
    unless: v.optional(v.pipe(words, v.description('Words that must not stand in that sentence.'))),
    'unless-before': v.optional(
      v.pipe(words, v.description('Words that must not stand in that sentence, the three before it or the title.')),
    ),
    'unless-article': v.optional(
      v.pipe(words, v.description('Words that must not stand in the article or its title at all.')),
    ),
    weak: v.optional(
      v.pipe(
        v.boolean('must be true or false'),
        v.description(
          'true: too often wrong to mark by itself; it only adds its weight to that of the words (`notes learn`).',
        ),
      ),
    ),
    dated: v.optional(
      v.pipe(
        v.strictObject({ from: v.optional(date), to: v.optional(date) }),
        v.check(({ from, to }) => (from ?? to) !== undefined, 'is empty: give it `from` or `to`, or take the key out'),
        v.check(({ from = '', to = '9999' }) => from <= to, 'ends before it begins'),
        v.metadata({ minProperties: 1 }),
        v.description('Counts only in an article of these days, its date being known.'),
      ),
    ),
    order: v.optional(
      v.pipe(v.boolean('must be true or false'), v.description('true: the slots stand in the order of `sentence`.')),
    ),
    within: v.optional(v.pipe(count, v.description('All slots of the sentence stand within so many words.'))),
    mark: v.optional(
      v.pipe(
        v.array(key),
        v.minLength(1, 'is empty: name a slot or take the key out'),
        v.description('Slots of `sentence` that the mark covers; all of them when left out.'),
      ),
    ),
  }),
  v.check(
    (value) => value.names !== undefined || value.sentence !== undefined,
    'matches nothing: give it `names` (a term) or `sentence` (slots that must meet)',
  ),
  v.check((value) => value.several === undefined || value.names !== undefined, 'has `several` without `names`'),
  v.check(
    (value) => (value.mark ?? []).every((slot) => value.sentence?.[slot] !== undefined),
    'has a `mark` that is no slot of its `sentence`',
  ),
  v.metadata({
    anyOf: [{ required: ['names'] }, { required: ['sentence'] }],
    dependencies: { several: ['names'], mark: ['sentence'] },
  }),
);

/** What a test sentence may have around it, where a rule asks for it. */
const around = {
  title: v.optional(v.pipe(text, v.description('Title of the article that it stands in.'))),
  date: v.optional(date),
};

const statement = v.strictObject({
  text: v.pipe(text, v.description('A sentence of your own making.')),
  by: v.pipe(
    v.picklist(['armenia', 'azerbaijan', 'other'], 'must be armenia, azerbaijan or other'),
    v.description('Whose mouth it comes from: armenia, azerbaijan or other.'),
  ),
  mirror: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]$/, 'must be one small letter'),
      v.description('One small letter: the same statement from several mouths has the same letter.'),
    ),
  ),
  ...around,
});

interface NearMiss {
  text: string;
  title?: string | undefined;
  date?: string | undefined;
}

const nearMiss = v.union(
  [
    v.pipe(
      text,
      v.transform((words): NearMiss => ({ text: words })),
    ),
    v.strictObject({ text: v.pipe(text, v.description('A sentence of your own making.')), ...around }),
  ],
  'must be a sentence, or one with `text` and its `title` or `date`',
);

const reading = v.strictObject({
  party: v.pipe(text, v.description('Parties stand in alphabetical order.')),
  text: v.pipe(text, v.description('In words that the party would accept as its own. Inline Markdown.')),
  source: sourceKey,
});

const event = v.strictObject({
  date,
  text: v.pipe(text, v.description('What happened, in a short sentence. Inline Markdown.')),
  source: sourceKey,
});

const change = v.strictObject({
  date: day,
  change: v.pipe(text, v.description('What was changed, and why.')),
});

export const noteSchema = v.strictObject({
  id: v.pipe(id, v.description('As the file is named; never changed once it exists.')),
  kind: v.pipe(
    v.picklist(['term', 'claim'], 'must be term or claim'),
    v.description('term: a body, place, document or event that is named. claim: a statement that recurs.'),
  ),
  title: v.pipe(text, v.description("Heading of the card. Takes no side's wording.")),
  summary: v.pipe(
    text,
    v.maxLength(SUMMARY_LENGTH, `is longer than ${SUMMARY_LENGTH} characters: shorten it`),
    v.description(`One or two sentences, at most ${SUMMARY_LENGTH} characters. Inline Markdown.`),
  ),
  background: v.pipe(text, v.description('What is known and not disputed. Inline Markdown.')),
  readings: v.optional(
    v.pipe(v.array(reading), v.description('How each party reads it, only where they differ; about the same length.')),
    [],
  ),
  timeline: v.optional(
    v.pipe(
      v.array(event),
      v.description("Oldest first, up to the newest event known. The card shows what came after the article's date."),
    ),
    [],
  ),
  sources: v.pipe(
    v.array(source),
    v.minLength(2, 'needs at least two sources of different publishers'),
    v.description('At least two, of different publishers and not of one side alone; primary ones first.'),
  ),
  match: v.pipe(
    v.array(rule),
    v.minLength(1, 'needs at least one rule'),
    v.description('The rules: each entry that fits raises the note.'),
  ),
  matches: v.pipe(
    v.array(statement),
    v.minLength(1, 'needs sentences that must match'),
    v.description('Sentences that must raise the note.'),
  ),
  rejects: v.pipe(
    v.array(nearMiss),
    v.minLength(1, 'needs sentences that must not match'),
    v.description('Sentences that must not raise the note, near misses above all.'),
  ),
  related: v.optional(v.pipe(v.array(id), v.description('Ids of other notes.')), []),
  reviewed: v.pipe(day, v.description('Day of the last full reading, YYYY-MM-DD.')),
  history: v.pipe(
    v.array(change),
    v.minLength(1, 'needs its first entry'),
    v.description('What changed when and why, oldest first.'),
  ),
});

const phrases = v.pipe(v.array(text), v.minLength(1, 'is empty: name at least one phrase'));

export const vocabularySchema = v.record(
  key,
  v.strictObject({
    whole: v.pipe(
      v.optional(v.boolean('must be true or false'), false),
      v.description('true: a name inside which no other name counts ("Qarabag FK").'),
    ),
    anchor: v.pipe(
      v.optional(v.boolean('must be true or false'), false),
      v.description('true: a page without any anchor is off the topic; the gate looks for these on every page.'),
    ),
    words: v.pipe(
      phrases,
      v.description(
        'Phrases that stand for the entry: words, (a|b), ~verb, =this form alone, <another entry>, # a number.',
      ),
    ),
    later: v.optional(
      v.pipe(v.array(text), v.description('Phrases that stand for it once it was named: "the alliance".')),
      [],
    ),
  }),
);

export type Note = v.InferOutput<typeof noteSchema>;
export type NoteRule = Note['match'][number];
export type NoteKind = Note['kind'];
export type Vocabulary = v.InferOutput<typeof vocabularySchema>;
