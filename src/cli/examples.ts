/** Labelled articles as examples to learn from: what each sentence has by which a note can be told. Pure. */
import { createRuleMatcher } from '../match/by-rules.ts';
import { ruleName } from '../match/compile.ts';
import type { CompiledRules } from '../match/rules.ts';
import { tellSurroundings } from '../match/surroundings.ts';
import type { Note } from '../notes/schema.ts';
import { stem } from '../text/stem.ts';
import { toEnd } from '../text/steps.ts';
import { lowered, tokenise } from '../text/tokens.ts';
import { joinSentences } from './joined.ts';
import { type Examples, NEGATIVE, POSITIVE, UNKNOWN } from './learn.ts';
import { contextOf, type LabelledRecord } from './records.ts';

/** Words that say nothing by themselves, whatever they were found to go with. */
const SAYING_NOTHING = new Set(
  (
    'a an the of to in on at by for from with as and or but nor not no so than that this these those it its he his him she her they their them we our us i you who whom whose which what when where why how ' +
    'is are was were be been being am has have had having do does did will would shall should can could may might must if then there here also only just even still yet more most very such some any each ' +
    'all both other another one two s t into onto over under after before about up down out off own same too again said say says since through while during until because'
  )
    .split(' ')
    .map(stem),
);
/** A feature of fewer examples is an accident. */
const FEWEST = 8;

export interface Named extends Examples {
  /** by feature: where `CuesOfNote` has it and under which key, as "words:massacr" */
  readonly names: readonly string[];
  /** by note: what each example says of it, as `regress` takes it */
  labelsOf(note: string): Uint8Array;
}

const STARTS_WITH_DIGIT = /^\d/;
/** A phrase of one word. */
const ONE_WORD = /^"[=~]?([^ ]+)"$/;
/** "822" says nothing of what is counted. */
const NUMBER = /^(?:#|\d+)$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Whether the stem of a word can be a cue: a year may, any other number is an accident. */
const isCue = (word: string): boolean =>
  word.length > 1 && !SAYING_NOTHING.has(word) && (!STARTS_WITH_DIGIT.test(word) || YEAR.test(word));

/** Whether an entry, by its name, can be a cue: a phrase that is one word that says nothing, or a number alone, cannot. */
function isCueEntry(name: string): boolean {
  const word = ONE_WORD.exec(name)?.[1] ?? '';
  return !NUMBER.test(word) && !SAYING_NOTHING.has(stem(word.toLowerCase()));
}

type RuleMatcher = ReturnType<typeof createRuleMatcher>;

export interface Source {
  readonly rules: CompiledRules;
  readonly entryNames: readonly string[];
  /** their own test sentences are examples, too */
  readonly notes: readonly Pick<Note, 'id' | 'matches' | 'rejects'>[];
}

/** A labelled article; a test sentence is one by itself and says something of its own note only. */
interface Labelled {
  readonly record: LabelledRecord;
  readonly only: string | null;
}

function testSentences({ notes }: Source): Labelled[] {
  return notes.flatMap(({ id, matches, rejects }) => {
    const labelled =
      (labels: string[]) =>
      (sentence: Note['rejects'][number]): Labelled => ({
        record: { ...sentence, id, group: 'test', sentences: [{ text: sentence.text, notes: labels }] },
        only: id,
      });
    return [...matches.map(labelled([id])), ...rejects.map(labelled([]))];
  });
}

/** The features of each sentence of an article. */
function featuresOf(record: LabelledRecord, { rules, entryNames }: Source, byRules: RuleMatcher): Set<string>[] {
  const { text, spans } = joinSentences(record.sentences.map((sentence) => sentence.text));
  const found = toEnd(byRules(text, contextOf(record), spans));
  return record.sentences.map((sentence, index) => {
    const stems = tokenise(sentence.text).map((token) => stem(lowered(token)));
    const entries = (found.reading.bySentence[index] ?? [])
      .flatMap((mention) => mention.entries)
      .map((entry) => entryNames[entry] ?? '');
    const around: string[] = [];
    tellSurroundings(found.sentences, index, (context, note) => around.push(`${context}:${rules.notes[note]?.id}`));
    return new Set([
      ...stems.filter(isCue).map((word) => `words:${word}`),
      ...entries.filter(isCueEntry).map((name) => `entries:${name}`),
      ...(found.sentences[index]?.hints ?? []).map(({ rule }) => `rules:${nameOf(rule, rules)}`),
      ...around,
    ]);
  });
}

function nameOf(index: number, { rules, notes }: CompiledRules): string {
  const rule = rules[index];
  return rule ? ruleName(notes[rule.note], rule) : '';
}

export function examplesOf(records: readonly LabelledRecord[], source: Source): Named {
  const byRules = createRuleMatcher(source.rules);
  const all: Labelled[] = [...records.map((record) => ({ record, only: null })), ...testSentences(source)];
  const rows = all.flatMap(({ record }) => featuresOf(record, source, byRules));
  const said = all.flatMap(({ record, only }) => record.sentences.map(({ notes }) => ({ notes, only })));
  const examples = new Map<string, number[]>();
  rows.forEach((features, example) => {
    for (const feature of features) {
      const list = examples.get(feature);
      if (list) list.push(example);
      else examples.set(feature, [example]);
    }
  });
  const kept = [...examples].filter(([, list]) => list.length >= FEWEST).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    count: rows.length,
    names: kept.map(([name]) => name),
    columns: kept.map(([, list]) => Int32Array.from(list)),
    labelsOf: (note) =>
      Uint8Array.from(said, ({ notes, only }) => {
        if (only !== null && only !== note) return UNKNOWN;
        return notes.includes(note) ? POSITIVE : NEGATIVE;
      }),
  };
}
