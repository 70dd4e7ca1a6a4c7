/**
 * What a note and a vocabulary file are: one schema for build, tests, command line and import, and the types that follow from it.
 * The schema checks the form of one file; what concerns several files (links, vocabulary, own test sentences) is checked with the dataset.
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
const text = v.pipe(
  v.string('must be text: put it in quotes'),
  v.transform((words) => words.trim().replace(/\s+/g, ' ')),
  v.minLength(1, 'is empty: write it or take the key out'),
);

/** Whether YYYY, YYYY-MM or YYYY-MM-DD is a day, month or year that exists. */
function isDate(date: string): boolean {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date)) return false;
  const full = `${date}-01-01`.slice(0, 10);
  const time = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(full);
}
const date = v.pipe(
  v.union([v.string(), v.number()], 'is no date: write YYYY-MM-DD, YYYY-MM or YYYY'),
  v.transform(String),
  v.check(isDate, 'is no date: write YYYY-MM-DD, YYYY-MM or YYYY, one that exists'),
);
const day = v.pipe(
  date,
  v.check((value) => value.length === 10, 'needs the day: write YYYY-MM-DD'),
);

/** The most that fits a card that is read in three seconds. */
const SUMMARY_LENGTH = 280;
const side = v.picklist(['armenia', 'azerbaijan', 'none'], 'must be armenia, azerbaijan or none');

const source = v.pipe(
  v.strictObject({
    key,
    title: text,
    publisher: text,
    side,
    primary: v.boolean('must be true or false'),
    date: v.optional(date),
    url: v.optional(
      v.pipe(
        v.string(),
        v.url('is no address: write it with https://'),
        v.startsWith('https://', 'must begin with https://'),
      ),
    ),
    where: v.optional(text),
    quote: v.optional(text),
  }),
  v.check(
    (value) => (value.url === undefined) !== (value.where === undefined),
    'needs either `url` (an https address) or `where` (for a printed source)',
  ),
);

/** Words of a slot: one phrase or several; see the README of the notes for how phrases are written. */
const words = v.union(
  [text, v.pipe(v.array(text), v.minLength(1, 'is empty: name at least one phrase'))],
  'must be a phrase or a list of phrases',
);
const slots = v.pipe(
  v.record(key, words),
  v.check((value) => Object.keys(value).length > 0, 'is empty: name a slot or take the key out'),
);

const MANY = 'must be a whole number, at least 2';
const count = v.pipe(v.number(MANY), v.integer(MANY), v.minValue(2, MANY));

const rule = v.pipe(
  v.strictObject({
    rule: text,
    names: v.optional(words),
    several: v.optional(count),
    sentence: v.optional(slots),
    before: v.optional(slots),
    article: v.optional(slots),
    unless: v.optional(words),
    'unless-before': v.optional(words),
    'unless-article': v.optional(words),
    order: v.optional(v.boolean('must be true or false')),
    within: v.optional(count),
    mark: v.optional(v.pipe(v.array(key), v.minLength(1, 'is empty: name a slot or take the key out'))),
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
);

const statement = v.strictObject({
  text,
  by: v.picklist(['armenia', 'azerbaijan', 'other'], 'must be armenia, azerbaijan or other'),
  mirror: v.optional(v.pipe(v.string(), v.regex(/^[a-z]$/, 'must be one small letter'))),
});

export const noteSchema = v.strictObject({
  id,
  kind: v.picklist(['term', 'claim'], 'must be term or claim'),
  title: text,
  summary: v.pipe(text, v.maxLength(SUMMARY_LENGTH, `is longer than ${SUMMARY_LENGTH} characters: shorten it`)),
  background: text,
  readings: v.optional(v.array(v.strictObject({ party: text, text, source: key })), []),
  timeline: v.optional(v.array(v.strictObject({ date, text, source: key })), []),
  sources: v.pipe(v.array(source), v.minLength(2, 'needs at least two sources of different publishers')),
  match: v.pipe(v.array(rule), v.minLength(1, 'needs at least one rule')),
  matches: v.pipe(v.array(statement), v.minLength(1, 'needs sentences that must match')),
  rejects: v.pipe(v.array(text), v.minLength(1, 'needs sentences that must not match')),
  related: v.optional(v.array(id), []),
  reviewed: day,
  history: v.pipe(v.array(v.strictObject({ date: day, change: text })), v.minLength(1, 'needs its first entry')),
});

export const vocabularySchema = v.record(
  key,
  v.strictObject({
    words: v.pipe(v.array(text), v.minLength(1, 'is empty: name at least one phrase')),
    /** stand for the entry once one of its `words` was read: "the alliance" */
    later: v.optional(v.array(text), []),
    /** a name inside which no other name counts: "Qarabag FK" */
    whole: v.optional(v.boolean('must be true or false'), false),
    /** a page without any anchor is off the topic: the gate looks for these */
    anchor: v.optional(v.boolean('must be true or false'), false),
  }),
);

export type Note = v.InferOutput<typeof noteSchema>;
export type NoteRule = Note['match'][number];
export type NoteKind = Note['kind'];
export type Vocabulary = v.InferOutput<typeof vocabularySchema>;
