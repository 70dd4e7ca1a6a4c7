/** Dates as far as they are known: YYYY, YYYY-MM or YYYY-MM-DD. */

/**
 * Whether `date` is later than `other` for certain: compared as far as both are known, so that nothing in October 2014
 * is after "2014-10".
 */
export function isAfter(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) > other.slice(0, known);
}

type Month = 'long' | 'short';

/** Each is made once: that takes longer than all else of a card's dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, month: Month, day: 'numeric' | undefined): Intl.DateTimeFormat {
  const key = `${locale} ${month} ${day}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', month, day, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** "15 October 2014", "October 2014" or "2014", as exact as the date is. `month` short gives "15 Oct 2014". */
export function formatDate(date: string, locale: string, month: Month = 'long'): string {
  const [year = '', hasMonth, hasDay] = date.split('-');
  if (hasMonth === undefined) return year;
  // A date without an hour is one of UTC, and a month its first day.
  return formatOf(locale, month, hasDay === undefined ? undefined : 'numeric').format(new Date(date));
}

/** How many of the latest events are shown when the article's date is not known. */
const LATEST = 4;

export interface SplitTimeline<Event> {
  /** what the card shows at once: events after the article, or the latest ones */
  readonly after: readonly Event[];
  /** the others, for those who ask */
  readonly before: readonly Event[];
}

/** Splits a timeline (oldest first) at the article's date, or before its latest events when that is not known (null). */
export function splitTimeline<Event extends { readonly date: string }>(
  timeline: readonly Event[],
  articleDate: string | null,
): SplitTimeline<Event> {
  if (articleDate === null) return { after: timeline.slice(-LATEST), before: timeline.slice(0, -LATEST) };
  return {
    after: timeline.filter(({ date }) => isAfter(date, articleDate)),
    before: timeline.filter(({ date }) => !isAfter(date, articleDate)),
  };
}
