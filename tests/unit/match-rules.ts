/** Small rule sets for the tests of matching: notes of nothing but rules, vocabulary of nothing but words. */
import * as v from 'valibot';
import { type Compiled, compileRules } from '../../src/match/compile.ts';
import { createMatcher, type Matcher } from '../../src/match/matcher.ts';
import { type Note, noteSchema, type Vocabulary, vocabularySchema } from '../../src/notes/schema.ts';

/** As in a note's `match`, the rule's name optional. */
export type Rule = Record<string, unknown>;
/** As in a vocabulary file; a list alone is its `words`. */
export type Words = Readonly<Record<string, readonly string[] | Record<string, unknown>>>;

const source = (key: string) => ({
  key,
  title: 'A document',
  publisher: `Publisher ${key}`,
  side: 'none',
  primary: true,
  where: 'print',
});

/** A whole note with these rules; `claim` when its first rule has no names. */
export function noteOf(id: string, rules: readonly Rule[]): Note {
  return v.parse(noteSchema, {
    id,
    kind: rules[0]?.['names'] === undefined ? 'claim' : 'term',
    title: `Note ${id}`,
    summary: 'A summary.',
    background: 'What is known.',
    sources: [source('a'), source('b')],
    match: rules.map((rule, i) => ({ rule: `rule ${i + 1}`, ...rule })),
    matches: [{ text: 'A sentence.', by: 'other' }],
    rejects: ['Another sentence.'],
    reviewed: '2026-11-23',
    history: [{ date: '2026-11-23', change: 'First version.' }],
  });
}

export const vocabularyOf = (words: Words): Vocabulary =>
  v.parse(
    vocabularySchema,
    Object.fromEntries(
      Object.entries(words).map(([name, entry]) => [name, Array.isArray(entry) ? { words: entry } : entry]),
    ),
  );

export type RulesById = Readonly<Record<string, Rule | readonly Rule[]>>;

/** Compiles notes (a rule or several, by id), faults and all. */
export function compile(notes: RulesById, words: Words = {}): Compiled {
  const all = Object.entries(notes).map(([id, rules]) => noteOf(id, Array.isArray(rules) ? rules : [rules]));
  return compileRules(all, vocabularyOf(words));
}

/** A matcher for notes that must be without fault. */
export function matcherOf(notes: RulesById, words: Words = {}): Matcher {
  const { rules, faults } = compile(notes, words);
  if (faults.length > 0) throw new Error(faults.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  return createMatcher(rules);
}

/** The words that each match covers, with its note: "nato: NATO". */
export function marks(matcher: Matcher, text: string, title?: string): string[] {
  return matcher
    .match(text, title === undefined ? {} : { title })
    .map(({ note, start, end }) => `${note}: ${text.slice(start, end)}`);
}

/** The words that one phrase finds in a text. */
export const found = (phrase: string, text: string, words: Words = {}): string[] =>
  matcherOf({ n: { names: phrase } }, words)
    .match(text)
    .map(({ start, end }) => text.slice(start, end));
