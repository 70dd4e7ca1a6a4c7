/** What gate and reader cost pages in a browser, over what Readability costs in the same pages. */
import type { Work } from './bench-extension.ts';
import type { Loads, PageCost } from './loads.ts';
import { medianAndTail, type Row } from './measure.ts';
import { type BenchPage, offTopic } from './pages.ts';

type Costs = ReadonlyMap<Work, PageCost>;
/** Which of the loads: the first page of a site, or the next. */
type Visit = 'first' | 'next';

/** For each page that both works came to an end in, the time of one over that of the other. */
function ratios(pages: readonly Costs[], work: Work, base: Work, visit: Visit): number[] {
  return pages.flatMap((costs) => {
    const [one, other] = [costs.get(work), costs.get(base)];
    return one && other ? [one[visit] / other[visit]] : [];
  });
}

async function costsOf(loads: Loads, pages: readonly BenchPage[], works: readonly Work[]): Promise<Costs[]> {
  const all: Costs[] = [];
  for (const page of pages) all.push(await loads.costs(page, works));
  return all;
}

async function gateRows(loads: Loads, pages: readonly BenchPage[], where: Row['where']): Promise<Row[]> {
  const all = await costsOf(loads, offTopic(pages), ['gate', 'readability', 'walk', 'walk-again']);
  const silent = all.filter((costs) => costs.get('gate')?.told === null);
  const row = (what: string, work: Work, base: Work, visit: Visit = 'first') => ({
    where,
    what,
    ...medianAndTail(ratios(silent, work, base, visit)),
  });
  const bars = { bar: 0.1, tailBar: 0.2 };
  return [
    {
      ...row(`gate on ${silent.length} pages off the topic, over Readability's clone and parse`, 'gate', 'readability'),
      ...bars,
    },
    { ...row('the same on the next page of a site', 'gate', 'readability', 'next'), ...bars },
    row('gate over a bare text walk', 'gate', 'walk'),
    row('that walk over itself', 'walk-again', 'walk'),
  ];
}

async function readerRows(loads: Loads, pages: readonly BenchPage[], where: Row['where']): Promise<Row[]> {
  const all = await costsOf(loads, pages, ['reader', 'readability', 'mark-js']);
  const marked = all.filter((costs) => costs.get('reader')?.told === 'marks');
  const row = (what: string, work: Work, visit: Visit = 'first') => ({
    where,
    what,
    ...medianAndTail(ratios(marked, work, 'readability', visit)),
  });
  const slices = marked.flatMap((costs) => costs.get('reader')?.longest ?? []);
  return [
    {
      ...row(`reader until the marks stand, on ${marked.length} pages, over Readability's clone and parse`, 'reader'),
      bar: 0.5,
    },
    { ...row('the same on the next page of a site', 'reader', 'next'), bar: 0.5 },
    { where, what: 'longest slice of that, milliseconds', ...medianAndTail(slices), bar: 8 },
    row('mark.js with the names that the gate looks for, over the same', 'mark-js'),
  ];
}

/** The rows of a browser. */
export async function benchCosts(loads: Loads, pages: readonly BenchPage[], where: Row['where']): Promise<Row[]> {
  return [...(await gateRows(loads, pages, where)), ...(await readerRows(loads, pages, where))];
}
