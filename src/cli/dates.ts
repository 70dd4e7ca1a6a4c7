/** Dates as they come with articles. */
import { isDate } from '../notes/schema.ts';

const DATE =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/**
 * The date part of YYYY, YYYY-MM or YYYY-MM-DD, the last with or without a time; null for any other form and for a day that no calendar has.
 * A time zone does not move the date: what counts is the day that the article prints.
 */
export function parseDate(text: string): string | null {
  const { year, month, day } = DATE.exec(text.trim())?.groups ?? {};
  if (year === undefined) return null;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return isDate(date) ? date : null;
}

/** Said of a date that `parseDate` refuses. */
export const DATE_FORMS = 'write YYYY, YYYY-MM or YYYY-MM-DD, with or without a time';
