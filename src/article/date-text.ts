/** Days in the forms in which pages write them: for machines, in words, in figures. Pure. */
import { monthNumber } from './months.ts';

/** A day as a page gives it. */
export interface Reading {
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly date: string;
  /** given in universal time, so that the day where the page was written may be the one before or after */
  readonly universal: boolean;
  /** milliseconds since 1970 where a time with its zone is given, else null */
  readonly moment: number | null;
  /** hours and minutes as written, empty when there are none */
  readonly clock: string;
}

/** The most words of a date: the day of the week with it. */
const DATE_WORDS = 4;
/** Older dates on a page are its subject. */
const EARLIEST_YEAR = 1800;
const TWO_DAYS = 172_800_000;

const YEAR = '((?:1[89]|20)\\d\\d)';
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}[-./年](\\d{1,2})[-./月](\\d{1,2})(?!\\d)`);
const YEAR_LAST = new RegExp(`(?<!\\d)(\\d{1,2})([-./])(\\d{1,2})[-./]${YEAR}(?!\\d)`);
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s,-]*(?:of\\s+)?([^\\s\\d.,/-]+)\\.?[\\s,-]*${YEAR}`,
);
const MONTH_FIRST = new RegExp(`([^\\s\\d.,/-]+)[.,]?\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+${YEAR}`);
const ISO = /^(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?!\d)(.*)$/s;
const ZONED = /\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/;
const UNIVERSAL = /(?:Z|[+-]00:?00|UTC|GMT)\s*(?:\(.*\))?$/i;

const pad = (value: number): string => String(value).padStart(2, '0');

/** A day on which an article can have been published, as YYYY[-MM[-DD]]; null when there is no such day or it is to come. */
export function dayOf(year: number, month?: number, day?: number): string | null {
  if (year < EARLIEST_YEAR || Date.UTC(year, (month ?? 1) - 1, day ?? 1) > Date.now() + TWO_DAYS) return null;
  if (month === undefined) return `${year}`;
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${pad(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** The first day of Unix time is what an empty field becomes, so it counts as none. */
export function reading(
  date: string | null,
  universal = false,
  clock = '',
  moment: number | null = null,
): Reading | null {
  return date === null || date === '1970-01-01' ? null : { date, universal, clock, moment };
}

function fromClock(milliseconds: number): Reading | null {
  const moment = new Date(milliseconds);
  return reading(dayOf(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()), true);
}

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
const clockIn = (text: string): string => /\d\d:\d\d/.exec(text)?.[0] ?? '';

/** A date written for machines: ISO 8601 in its usual and lax forms, RFC 2822, seconds or milliseconds since 1970; or, as many pages have it, for people. */
export function parseMachine(value: string, language: string): Reading | null {
  const text = value.trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromClock(Number(text.padEnd(13, '0')));
  const [, year, month, day, rest = ''] = ISO.exec(text) ?? [];
  if (year !== undefined)
    return reading(
      dayOf(Number(year), optional(month), optional(day)),
      UNIVERSAL.test(rest),
      clockIn(rest),
      ZONED.test(rest) ? Date.parse(text) || null : null,
    );
  const words = parseWords(text, language);
  return words === null ? null : { ...words, universal: UNIVERSAL.test(text), clock: clockIn(text) };
}

/** Day and month in figures: the day comes first unless it cannot, or the language is the one of the United States, which writes no dots. */
function fromFigures(first: number, separator: string, second: number, year: number, language: string): string | null {
  const monthFirst = second > 12 || (first <= 12 && separator !== '.' && /^en(?:-us)?$/i.test(language));
  return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first);
}

/** A date written for people: in figures, or with the month's name; `language` (BCP 47) tells whose order figures have, and whose names may stand beside English ones. */
export function parseWords(words: string, language?: string): Reading | null {
  const text = words.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y !== undefined) return reading(dayOf(Number(y), Number(m), Number(d)));
  const [, first, separator = '', second, last] = YEAR_LAST.exec(text) ?? [];
  if (first !== undefined)
    return reading(fromFigures(Number(first), separator, Number(second), Number(last), language ?? ''));
  const [, day, month = '', year] = DAY_FIRST.exec(text) ?? [];
  const found = monthNumber(month, language);
  if (found !== null) return reading(dayOf(Number(year), found, Number(day)));
  const [, name = '', date, then] = MONTH_FIRST.exec(text) ?? [];
  const named = monthNumber(name, language);
  return named === null ? null : reading(dayOf(Number(then), named, Number(date)));
}

/** Whether the words are but a date. */
export const isDate = (text: string, language?: string): boolean =>
  text.split(' ').length <= DATE_WORDS && parseWords(text, language) !== null;
