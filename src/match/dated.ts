/** Dates of articles, as exact as they are known, against the days between which a rule counts. Strings compare as days do. */

/** The first day of YYYY, YYYY-MM or YYYY-MM-DD. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day, 31 in any month. */
export const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10));

/** Whether all days that the date may mean lie between the two; an unknown date lies nowhere. */
export const isWithin = (date: string | null, [from, to]: readonly [from: string, to: string]): boolean =>
  date !== null && firstDay(date) >= from && lastDay(date) <= to;
