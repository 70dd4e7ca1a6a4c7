/** What the schema cannot say of one note: its keys meet, its dates are in order, its text fits, its links lead somewhere. Pure. */
import { basename } from 'node:path';
import type { Note } from '../notes/schema.ts';
import { linksIn } from './card-text.ts';

export interface NoteFault {
  /** the place within the note */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The most that a card holds without becoming an essay: summary, background and readings. */
const CARD_LENGTH = 1200;
/** A note has at least so many sentences that match, and so many near misses. */
const SENTENCES = 6;
/** The shortest reading has at least this share of the longest one's characters. */
const BALANCE = 2 / 3;

const LINK = /\]\([^)]*\)/g;
/** A text without the addresses of its links. */
export const visibleText = (text: string): string => text.replace(LINK, '').replace(/\[/g, '');
const visibleLength = (text: string): number => visibleText(text).length;

/** What a card says in running text, with its place in the note. */
export function* cardTexts(note: Note): Generator<{ path: NoteFault['path']; text: string }> {
  yield { path: ['summary'], text: note.summary };
  yield { path: ['background'], text: note.background };
  for (const [i, reading] of note.readings.entries()) yield { path: ['readings', i, 'text'], text: reading.text };
  for (const [i, event] of note.timeline.entries()) yield { path: ['timeline', i, 'text'], text: event.text };
}

function* checkLinks(note: Note, ids: ReadonlySet<string>): Generator<NoteFault> {
  for (const { path, text } of cardTexts(note)) {
    for (const link of linksIn(text)) {
      const target = link.startsWith('note:') ? link.slice('note:'.length) : undefined;
      if (target === undefined && !link.startsWith('https://'))
        yield { path, message: `links to "${link}"; links begin with https:// or note:` };
      if (target !== undefined && !ids.has(target))
        yield { path, message: `links to the note "${target}", which does not exist; mend the id` };
    }
  }
  for (const [i, id] of note.related.entries()) {
    if (!ids.has(id))
      yield { path: ['related', i], message: `names the note "${id}", which does not exist; mend the id` };
    if (id === note.id) yield { path: ['related', i], message: 'names the note itself; take it out' };
  }
}

function* checkSources(note: Note): Generator<NoteFault> {
  const keys = note.sources.map((source) => source.key);
  for (const [i, key] of keys.entries()) {
    if (keys.indexOf(key) !== i)
      yield { path: ['sources', i, 'key'], message: `the key "${key}" is taken; choose another` };
  }
  for (const part of ['readings', 'timeline'] as const) {
    for (const [i, { source }] of note[part].entries()) {
      if (!keys.includes(source))
        yield {
          path: [part, i, 'source'],
          message: `names the source "${source}", which the note does not list; add it to \`sources\` or mend the key`,
        };
    }
  }
  if (new Set(note.sources.map((source) => source.publisher)).size < 2)
    yield { path: ['sources'], message: 'all sources are of one publisher; add one of another' };
  const sides = new Set<string>(note.sources.map((source) => source.side));
  if (sides.size === 1 && !sides.has('none'))
    yield { path: ['sources'], message: `all sources are of one side (${[...sides][0]}); add one of another` };
  const firstSecondary = note.sources.findIndex((source) => !source.primary);
  const late = note.sources.findIndex((source, i) => source.primary && firstSecondary >= 0 && i > firstSecondary);
  if (late >= 0)
    yield {
      path: ['sources', late],
      message: 'a primary source stands behind a secondary one; put primary sources first',
    };
}

function* checkReadings(note: Note): Generator<NoteFault> {
  const parties = note.readings.map((reading) => reading.party);
  const sorted = [...parties].sort((a, b) => a.localeCompare(b, 'en'));
  if (parties.some((party, i) => party !== sorted[i]))
    yield { path: ['readings'], message: `parties stand in alphabetical order: ${sorted.join(', ')}` };
  const lengths = note.readings.map((reading) => visibleLength(reading.text));
  if (lengths.length > 1 && Math.min(...lengths) < Math.max(...lengths) * BALANCE) {
    yield {
      path: ['readings'],
      message: `readings are ${lengths.join(' and ')} characters long; the shortest needs two thirds of the longest`,
    };
  }
}

function* checkDates(note: Note): Generator<NoteFault> {
  for (const part of ['timeline', 'history'] as const) {
    for (const [i, event] of note[part].entries()) {
      const before = note[part][i - 1];
      if (before && before.date.slice(0, event.date.length) > event.date)
        yield { path: [part, i, 'date'], message: `${event.date} stands behind ${before.date}; oldest first` };
    }
  }
}

function* checkLength(note: Note): Generator<NoteFault> {
  const length = [note.summary, note.background, ...note.readings.map((reading) => reading.text)].reduce(
    (sum, text) => sum + visibleLength(text),
    0,
  );
  if (length > CARD_LENGTH)
    yield {
      path: ['background'],
      message: `the card has ${length} characters (summary, background, readings); at most ${CARD_LENGTH}: shorten it`,
    };
}

type Mouth = Note['matches'][number]['by'];
const MOUTHS: readonly Mouth[] = ['armenia', 'azerbaijan', 'other'];

/** Who says what must match: all sides for a claim, never one side alone. */
function* checkMouths({ kind, matches }: Note): Generator<NoteFault> {
  const heard = new Set<Mouth>(matches.map(({ by }) => by));
  const missing = MOUTHS.filter((mouth) => !heard.has(mouth));
  if (kind === 'claim' && missing.length > 0)
    yield { path: ['matches'], message: `has no sentence by ${missing.join(' nor by ')}; add one` };
  const [only] = heard;
  if (kind === 'term' && heard.size === 1 && only !== 'other')
    yield { path: ['matches'], message: `all sentences are by one side (${only}); add one by another` };
}

/** The mirror test: sentences of one letter are one statement from several mouths. (That each raises the note is tested with the rules.) */
function* checkMirrors({ kind, matches }: Note): Generator<NoteFault> {
  const mirrors = new Map<string, Set<Mouth>>();
  for (const { by, mirror } of matches)
    if (mirror !== undefined) mirrors.set(mirror, (mirrors.get(mirror) ?? new Set()).add(by));
  for (const [letter, mouths] of mirrors) {
    const [only] = mouths;
    if (mouths.size === 1)
      yield {
        path: ['matches', matches.findIndex(({ mirror }) => mirror === letter), 'mirror'],
        message: `the mirror "${letter}" has one mouth only (${only}); add the same statement from another or take the letter out`,
      };
  }
  const bothSides = [...mirrors.values()].some((mouths) => mouths.has('armenia') && mouths.has('azerbaijan'));
  if (kind === 'claim' && !bothSides)
    yield {
      path: ['matches'],
      message: 'no mirror holds the claim by armenia and by azerbaijan; give both sentences the same letter',
    };
}

function* checkSentenceCount(note: Note): Generator<NoteFault> {
  for (const part of ['matches', 'rejects'] as const) {
    const count = note[part].length;
    if (count < SENTENCES)
      yield { path: [part], message: `has ${count} of at least ${SENTENCES} sentences; write the others` };
  }
}

/** All faults of one note; `ids` are the notes that exist. */
export function checkNote(note: Note, file: string, ids: ReadonlySet<string>): NoteFault[] {
  const named = basename(file, '.yaml');
  return [
    ...(named === note.id
      ? []
      : [{ path: ['id'], message: `"${note.id}" stands in a file named ${named}.yaml; one of the two is wrong` }]),
    ...checkLinks(note, ids),
    ...checkSources(note),
    ...checkReadings(note),
    ...checkDates(note),
    ...checkLength(note),
    ...checkMouths(note),
    ...checkMirrors(note),
    ...checkSentenceCount(note),
  ];
}
