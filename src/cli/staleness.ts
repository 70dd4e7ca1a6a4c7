/** Which notes want reading again, and why: read too long ago, or silent on what a related note tells. Pure. */
import { isAfter } from '../card/dates.ts';
import type { Note, NoteId } from '../notes/schema.ts';

export interface Stale {
  readonly id: NoteId;
  readonly reason: string;
  /** the newest event that the note does not tell; none where it was only read too long ago */
  readonly event?: string;
}

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

function reviewedLongAgo(note: Note, today: string, days: number): Stale[] {
  const age = daysBetween(note.reviewed, today);
  return age > days ? [{ id: note.id, reason: `reviewed ${note.reviewed}, ${age} days ago` }] : [];
}

/** Related is whoever either of the two names. */
const areRelated = (a: Note, b: Note): boolean => a.related.includes(b.id) || b.related.includes(a.id);

const newestFirst = (a: { readonly date: string }, b: { readonly date: string }): number =>
  b.date.localeCompare(a.date);

/** The newest event of its related notes, if that is later than this timeline's end; a note without a timeline tells of none. */
function endsTooEarly(note: Note, notes: readonly Note[]): Stale[] {
  const end = note.timeline.at(-1);
  if (end === undefined) return [];
  const [newest] = notes
    .filter((other) => other !== note && areRelated(note, other))
    .flatMap(({ id, timeline }) => timeline.slice(-1).map((event) => ({ ...event, id })))
    .filter(({ date }) => isAfter(date, end.date))
    .sort(newestFirst);
  if (newest === undefined) return [];
  const reason = `its timeline ends ${end.date}; ${newest.id} tells of ${newest.date}: ${newest.text}`;
  return [{ id: note.id, reason, event: newest.date }];
}

/** All that is stale on `today` (YYYY-MM-DD): first what was read too long ago, then what misses events, the newest first. */
export function findStale(notes: readonly Note[], today: string, days: number): Stale[] {
  const behind = notes.flatMap((note) => endsTooEarly(note, notes));
  return [
    ...notes.flatMap((note) => reviewedLongAgo(note, today, days)),
    ...behind.sort((a, b) => (b.event ?? '').localeCompare(a.event ?? '')),
  ];
}
