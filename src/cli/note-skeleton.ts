/** A note as it begins: all that is known stands in it, and what must be written is empty and a fault until it is written. Pure. */
import { stringify } from 'yaml';
import type { NoteKind } from '../notes/schema.ts';
import { NOTE } from './note-files.ts';
import { formatYaml } from './yaml-format.ts';

const source = (primary: boolean) => ({
  key: '',
  title: '',
  publisher: '',
  side: 'none',
  primary,
  url: '',
});

const RULE = {
  term: { rule: '', names: [] },
  claim: { rule: '', sentence: {} },
} as const;

/** The file of a new note. `today` is YYYY-MM-DD. */
export function noteSkeleton(id: string, kind: NoteKind, title: string, today: string): string {
  const note = {
    id,
    kind,
    title,
    summary: '',
    background: '',
    readings: [],
    timeline: [],
    sources: [source(true), source(false)],
    match: [RULE[kind]],
    matches: [{ text: '', by: 'other' }],
    rejects: [''],
    related: [],
    reviewed: '',
    history: [{ date: today, change: 'First version.' }],
  };
  const formatted = formatYaml(stringify(note), NOTE);
  if (formatted.kind === 'fault') throw new Error(formatted.message);
  return formatted.text;
}
