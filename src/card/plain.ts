/** What the card copies, as plain text. */
import type { CardNote } from '../notes/compiled.ts';
import { formatDate, splitTimeline } from './dates.ts';
import { detailsOf } from './details.ts';
import { toInline } from './html.ts';
import type { CardStrings } from './strings.ts';

const toText = (html: string): string => toInline(html).textContent;

/** A whole note with its sources, statements numbered by them, against the date of the article (null when unknown). */
export function noteText(note: CardNote, articleDate: string | null, strings: CardStrings): string {
  const date = (value: string): string => formatDate(value, strings.language);
  const cite = (key: string): string => `[${note.sources.findIndex((source) => source.key === key) + 1}]`;
  const events = (heading: string, timeline: CardNote['timeline']): string[] =>
    timeline.length === 0
      ? []
      : [heading, ...timeline.map((event) => `- ${date(event.date)}: ${toText(event.html)} ${cite(event.source)}`), ''];
  const { after, before } = splitTimeline(note.timeline, articleDate);
  const readings = note.readings.map(({ party, html, source }) => `- ${party}: ${toText(html)} ${cite(source)}`);
  const sources = note.sources.map((source, i) =>
    [
      `[${i + 1}] ${source.title}, ${detailsOf(source, strings.language)}`,
      ...(source.url === undefined ? [] : [source.url]),
    ].join('\n'),
  );
  return [
    note.title,
    toText(note.summary.html),
    '',
    ...events(articleDate === null ? strings.latest : strings.since(date(articleDate)), after),
    strings.known,
    toText(note.background.html),
    '',
    ...(readings.length === 0 ? [] : [strings.readings, ...readings, '']),
    ...events(articleDate === null ? strings.earlier : strings.before, before),
    strings.sources,
    ...sources,
    '',
    `${strings.name}. ${strings.reviewed(date(note.reviewed))}.`,
  ].join('\n');
}

/** The day of a note's last change, YYYY-MM-DD: what a report names it by. */
export const versionOf = (note: CardNote): string => note.history.at(-1)?.date ?? note.reviewed;
