/** When the article was published, from all that the page says of it. */
import { dayOf, isDate, parseMachine, parseWords, type Reading, reading } from './date-text.ts';
import type { Metadata } from './metadata.ts';
import { monthNumber } from './months.ts';
import { type Block, type Box, isHeading, type Page, textOf } from './walk.ts';

const DAY = 86_400_000;

/** Names of `meta` elements that say when a page was published; then those that say a day of it, most likely the same. */
const META_NAMES = [
  /pub\w*[-_.:]?(?:date|time|on$|at$)|date[-_.]?publi/,
  /^(?:date|sailthru\.date|dc(?:terms)?\.(?:date\.)?(?:date|issued|created))$/,
];
const OF_CHANGE = /last|modif|updat/;

/** What was found on the page. */
export interface Found {
  readonly page: Page;
  readonly root: Box;
  readonly headline: Block | null;
  readonly kept: readonly Block[];
}

/** The blocks beside the headline, among which a date is the article's own: those above it, itself and those under it up to the text. */
interface Beside {
  readonly from: number;
  readonly head: number;
  readonly to: number;
}

/** How many blocks above a headline may still belong to it. */
const ABOVE = 3;
/** A line can tell of a change first. */
const PUBLISHED = /publi|posted/i;
/** The longest line that gives a date, in characters; a longer one tells of something. */
const DATELINE_LENGTH = 100;
/** So does one with a verb that leads to the date, but for what is done to articles: "The Act was signed on 14 August 1935" among the key points. */
const TELLS =
  /\b(?:was|were|is|are|has|had|have|took|began|(?!(?:publi|post|updat|modif|chang|edit|fil|creat|add|issu|releas)\w*)[a-z]+ed(?! by))\b[A-Za-z ,’-]* (?:on|in|since|until|before|after) (?:\w+,? ){0,2}\d/;

function besideHeadline({ root, headline, kept }: Found): Beside {
  const to = kept[0]?.at ?? root.first;
  const at = headline?.at ?? -1;
  const head = at >= 0 && at < to ? at : to;
  return { from: Math.max(head - ABOVE, 0), head, to };
}

/** The box that an element stands in. */
function boxOf(element: Element, boxes: ReadonlyMap<Element, Box>): Box | undefined {
  let at: Element | null = element;
  while (at !== null && !boxes.has(at)) at = at.parentElement;
  return at === null ? undefined : boxes.get(at);
}

/** Whether the element stands beside the headline or right in a box that holds the article. */
function isOwn(element: Element, box: Box, root: Box, { from, to }: Beside): boolean {
  if (element.closest('nav,footer') !== null) return false;
  const holds = box.first <= root.first && box.last >= root.last;
  return holds ? box.first >= from || element.localName === 'meta' : box.first >= from && box.first <= to;
}

/** Says when the article was last changed, and not also when it was published, as WordPress writes of a post that never was changed. */
function ofUpdate(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  return /updat|modif/i.test(names) && !/publi/i.test(names);
}

/** Elements that give a time. */
export const DATED = '[itemprop~="datePublished"],time,abbr[title]';

const datedElements = (root: Element): Element[] => [...root.querySelectorAll(DATED)];

function readingOf(element: Element, language: string): Reading | null {
  const machine =
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title') ?? '';
  return parseMachine(machine, language) ?? parseWords(element.textContent ?? '', language);
}

/** Dates of microdata, then of `time`, beside the headline; `above` it can be the clock that stands on every page. */
function fromElements(document: Document, found: Found, language: string): { own: Reading[]; above: Reading[] } {
  const elements = datedElements(document.body);
  if (elements.length === 0) return { own: [], above: [] };
  const boxes = new Map(found.page.boxes.map((box) => [box.element, box]));
  const beside = besideHeadline(found);
  const microdata: Reading[] = [];
  const times: Reading[] = [];
  const above: Reading[] = [];
  for (const element of elements) {
    const box = boxOf(element, boxes);
    if (!box || ofUpdate(element) || !isOwn(element, box, found.root, beside)) continue;
    const value = readingOf(element, language);
    if (value === null) continue;
    const list = element.hasAttribute('itemprop') ? microdata : box.last <= beside.head ? above : times;
    list.push(value);
  }
  return { own: [...microdata.slice(0, 1), ...times.slice(0, 1)], above: above.slice(0, 1) };
}

function fromAddress(url: string): Reading | null {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const found = /\/((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3}(?=\/))(?:[/-]?(\d\d))?(?=[/-])/i.exec(path);
  if (found === null) return null;
  const month = monthNumber(found[2] ?? '');
  return month === null ? null : reading(dayOf(Number(found[1]), month, found[3] ? Number(found[3]) : undefined));
}

/** A short line under the headline that gives a date, else one above it, else one right under the text that is but a date. */
function fromDateline(found: Found, language: string): Reading | null {
  const { from, head, to } = besideHeadline(found);
  const { blocks } = found.page;
  const end = (found.kept.at(-1)?.at ?? to - 1) + 1;
  const under = blocks
    .slice(end, Math.min(end + 1, found.root.last))
    .filter((block) => isDate(textOf(block), language));
  for (const block of [...blocks.slice(head, to), ...blocks.slice(from, head), ...under]) {
    if (block.length > DATELINE_LENGTH) continue;
    const text = textOf(block);
    if (TELLS.test(text) || (isHeading(block) && (block === found.headline || !isDate(text, language)))) continue;
    const published = text.search(PUBLISHED);
    const value = (published > 0 ? parseWords(text.slice(published), language) : null) ?? parseWords(text, language);
    if (value !== null) return value;
  }
  return null;
}

const isDay = ({ date }: Reading): boolean => date.length === 'YYYY-MM-DD'.length;

const daysBetween = (a: Reading, b: Reading): number => Math.abs(Date.parse(a.date) - Date.parse(b.date)) / DAY;

/** Two times less than this apart, in milliseconds, can be one: a page says when it was written and, hours later, when it was changed. */
const SAME_MOMENT = 3_600_000;

const areApart = (a: Reading, b: Reading): boolean =>
  a.moment !== null && b.moment !== null && Math.abs(a.moment - b.moment) > SAME_MOMENT;

/** Whether `local` gives the day on which a moment in universal time fell where the page was written. */
const isSameMoment = (universal: Reading, local: Reading): boolean =>
  !local.universal &&
  !areApart(universal, local) &&
  isDay(local) &&
  daysBetween(universal, local) === 1 &&
  (local.clock === '' || local.clock !== universal.clock);

/** Whether the one says the same as the other, in fewer or as many parts. */
const includes = (fuller: Reading, other: Reading): boolean => `${fuller.date}-`.startsWith(`${other.date}-`);

/**
 * One date of several, most trusted first. The first holds, except that a fuller form of it is taken, that a date in
 * universal time gives way to a local one a day off, and that two others which agree with each other and not with it
 * outvote it (a template that stamps each page with today).
 */
function settle(readings: readonly Reading[]): string | null {
  const [first, ...others] = readings;
  if (first === undefined) return null;
  const fuller = others.find((other) => other.date !== first.date && includes(other, first));
  if (fuller !== undefined) return fuller.date;
  const local = first.universal ? others.find((other) => isSameMoment(first, other)) : undefined;
  if (local !== undefined) return local.date;
  if (others.some((other) => includes(first, other))) return first.date;
  const agreed = others.find(
    (other, i) => daysBetween(other, first) > 1 && others.slice(i + 1).some(({ date }) => date === other.date),
  );
  return agreed?.date ?? first.date;
}

export const languageOf = (document: Document): string => document.documentElement.getAttribute('lang') ?? '';

const present = (readings: readonly (Reading | null)[]): Reading[] => readings.filter((value) => value !== null);

/**
 * The article's publication date as its page gives it, in the page's own local time: YYYY[-MM[-DD]], or null. Sources
 * in order of trust: JSON-LD, meta elements, microdata, `time`, address, a line beside the headline.
 */
export function findDate(document: Document, url: string, metadata: Metadata, found: Found): string | null {
  const language = languageOf(document);
  const read = (value: string | undefined): Reading | null => parseMachine(value ?? '', language);
  const names = [...metadata.metas.keys()].filter((name) => !OF_CHANGE.test(name));
  const ranked = META_NAMES.flatMap((pattern) => names.filter((name) => pattern.test(name)));
  const [meta = null] = present(ranked.map((name) => read(metadata.metas.get(name))));
  const head = present([read(metadata.published), meta]);
  const address = present([fromAddress(url)]);
  // The body is looked through only where the head and the address leave a doubt.
  const [first, ...others] = [...head, ...address];
  if (first !== undefined && !first.universal && others.some((other) => other.date === first.date)) return first.date;
  const { own, above } = fromElements(document, found, language);
  const given = [...head, ...own, ...address];
  const settled = given.some((one) => isDay(one) && !one.universal);
  return settle(settled ? given : [...given, ...present([fromDateline(found, language)]), ...above]);
}

/** The date of one of several articles on a page: the first time in its box that is no update's; null where that gives no day. */
export function dateWithin(root: Element, language: string): string | null {
  const [first] = present(datedElements(root).map((time) => (ofUpdate(time) ? null : readingOf(time, language))));
  return first?.date ?? null;
}
