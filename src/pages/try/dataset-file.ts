/** `dataset.json`, the compiled notes as the build writes them for maintainers: read strictly, as a whole or not at all. Pure. */
import type {
  CompiledCues,
  CompiledForms,
  CompiledNote,
  CompiledRule,
  CompiledRules,
  CompiledSlot,
  CompiledTrie,
} from '../../match/rules.ts';
import type { CardNote, CardSource, CardTexts } from '../../notes/compiled.ts';
import { parseJson } from '../../shared/json.ts';
import { type Check, type Fault, fields, leaf, list, map, optional, orNull, tell } from './check.ts';

/** Notes to mark with. */
export interface Notes {
  readonly rules: CompiledRules;
  readonly cards: CardTexts;
}

export type ReadDataset =
  | { readonly kind: 'notes'; readonly notes: Notes }
  | { readonly kind: 'not-json' }
  /** JSON, and no file that the build wrote */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Faults that are told at once; more say no more. */
const TOLD = 8;

const text = leaf('a text', (value) => typeof value === 'string');
const flag = leaf('true or false', (value) => typeof value === 'boolean');
const number = leaf('a number', (value) => typeof value === 'number');
const index = leaf('a whole number from 0 on', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const kind = leaf('term or claim', (value) => value === 'term' || value === 'claim');
const address = leaf('an https address', (value) => typeof value === 'string' && value.startsWith('https://'));
const days = leaf(
  'two days',
  (value) => Array.isArray(value) && value.length === 2 && value.every((day) => typeof day === 'string'),
);

const indexes = list(index);
const numbers = list(number);
const slot = fields<CompiledSlot>({ name: text, set: index });

const rule = fields<CompiledRule>({
  note: index,
  name: text,
  names: optional(slot),
  several: index,
  sentence: list(slot),
  before: list(slot),
  about: list(slot),
  article: list(slot),
  unless: orNull(index),
  unlessBefore: orNull(index),
  unlessArticle: orNull(index),
  dated: orNull(days),
  weak: flag,
  order: flag,
  within: index,
  mark: indexes,
});

const rules = fields<CompiledRules>({
  forms: fields<CompiledForms>({ words: text, starts: indexes, keys: indexes }),
  capitals: numbers,
  anyNumber: number,
  trie: fields<CompiledTrie>({
    starts: indexes,
    edges: indexes,
    ends: indexes,
    names: list(indexes),
    later: map(indexes),
  }),
  antecedents: map(indexes),
  whole: indexes,
  notes: list(fields<CompiledNote>({ id: text, kind, title: text })),
  sets: list(indexes),
  rules: list(rule),
  triggers: list(indexes),
  needs: list(indexes),
  cues: fields<CompiledCues>({
    bias: numbers,
    lists: fields<CompiledCues['lists']>({ starts: indexes, weights: numbers }),
    words: map(index),
    entries: numbers,
    rules: numbers,
    here: numbers,
    near: numbers,
    article: numbers,
  }),
});

const html = fields<CardNote['summary']>({ html: text });

/** What the page shows of a card; a build may say more of a note. */
const card = fields<CardNote>(
  {
    id: text,
    kind,
    title: text,
    summary: html,
    background: html,
    readings: list(fields<CardNote['readings'][number]>({ party: text, html: text, source: text })),
    timeline: list(fields<CardNote['timeline'][number]>({ date: text, html: text, source: text })),
    sources: list(
      fields<CardSource>({
        key: text,
        title: text,
        publisher: text,
        primary: flag,
        date: optional(text),
        url: optional(address),
        where: optional(text),
      }),
    ),
    related: list(text),
    reviewed: text,
    history: list(fields<CardNote['history'][number]>({ date: text, change: text })),
  },
  'others',
);

const file: Check = fields<Notes & { sidelight: string }>({ sidelight: text, rules, cards: map(card) });

/** Names of what is not there: matching would read past the end of a list. For a file of the right form. */
function missingIn({ rules: compiled, cards }: Notes): Fault[] {
  const { forms, trie, notes, sets, cues } = compiled;
  const faults: Fault[] = [];
  const within = (place: string, values: readonly (number | null)[], { length }: readonly unknown[]): void => {
    for (const value of values) {
      if (value !== null && value >= length) tell(value, place, `less than ${length}`, faults);
    }
  };
  /** Lists in one row: each begins where the one before it ends. */
  const inRow = (place: string, starts: readonly number[], lists: number, { length }: readonly unknown[]): void => {
    const rises = starts.every((start, i) => start >= (starts[i - 1] ?? 0));
    if (rises && starts.length === lists + 1 && starts[0] === 0 && starts[lists] === length) return;
    tell(starts, place, `${lists + 1} numbers that rise from 0 to ${length}`, faults);
  };
  inRow('rules.forms.starts', forms.starts, forms.words.split(' ').length, forms.keys);
  inRow('rules.trie.starts', trie.starts, trie.ends.length, trie.edges);
  // A node's children stand as key, node, key, node.
  const children = trie.edges.filter((_, at) => at % 2 === 1);
  within('rules.trie.edges', children, trie.ends);
  within('rules.trie.ends', trie.ends, trie.names);
  for (const [i, one] of compiled.rules.entries()) {
    const slots = [one.names, ...one.sentence, ...one.before, ...one.about, ...one.article];
    const asked = slots.flatMap((each) => each?.set ?? []);
    within(`rules.rules.${i}.note`, [one.note], notes);
    within(`rules.rules.${i}`, [...asked, one.unless, one.unlessBefore, one.unlessArticle], sets);
    within(`rules.rules.${i}.mark`, one.mark, one.sentence);
  }
  for (const [i, tried] of compiled.triggers.entries()) within(`rules.triggers.${i}`, tried, compiled.rules);
  for (const [i, needed] of compiled.needs.entries()) within(`rules.needs.${i}`, needed, sets);
  const lists = cues.lists.starts.slice(1);
  inRow('rules.cues.lists.starts', cues.lists.starts, lists.length, cues.lists.weights);
  for (const key of ['entries', 'rules', 'here', 'near', 'article'] as const) {
    within(`rules.cues.${key}`, cues[key], lists);
  }
  within('rules.cues.words', Object.values(cues.words), lists);
  for (const { id } of notes) {
    if (!Object.hasOwn(cards, id)) tell(undefined, `cards.${id}`, 'the card of a note that the rules name', faults);
  }
  return faults;
}

/** Faults name their place by keys and indexes from the top of the file. */
export function readDataset(json: string): ReadDataset {
  const value = parseJson(json);
  if (value === undefined) return { kind: 'not-json' };
  if ((value as Partial<Record<'sidelight', unknown>> | null)?.sidelight !== 'dataset') return { kind: 'not-ours' };
  const faults: Fault[] = [];
  file(value, '', faults);
  if (faults.length === 0) faults.push(...missingIn(value as Notes));
  if (faults.length === 0) return { kind: 'notes', notes: value as Notes };
  return { kind: 'faults', faults: faults.slice(0, TOLD) };
}
