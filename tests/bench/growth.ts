/** What a text ten times as long costs gate and reader in a browser. */
import type { Loads } from './loads.ts';
import { practiceTexts } from './matching.ts';
import { medianAndTail, type Row } from './measure.ts';
import { type BenchPage, offTopic } from './pages.ts';

const TIMES = 10;
const BAR = 12;
/** Articles in the shorter text; about 150 kB. */
const ARTICLES = 200;

/** A page of this many practice articles, each followed by the next. */
function longPage(articles: number): BenchPage {
  const texts = practiceTexts().filter(({ isOnTopic }) => isOnTopic);
  const paragraphs = Array.from({ length: articles }, (_, i) => `<p>${texts[i % texts.length]?.text}</p>`);
  const html = `<!doctype html><title>Long</title><main><article><h1>A long article</h1>${paragraphs.join('')}</article></main>`;
  return { slug: `long-${articles}`, html };
}

/** The rows of a browser. */
export async function benchGrowth(loads: Loads, where: Row['where']): Promise<Row[]> {
  const pages = [longPage(ARTICLES), longPage(ARTICLES * TIMES)];
  const rows: Row[] = [];
  for (const [work, [short, long]] of [
    ['gate', offTopic(pages)],
    ['reader', pages],
  ] as const) {
    if (!short || !long) continue;
    const [one, ten] = [await loads.costs(short, [work]), await loads.costs(long, [work])];
    // On the next page of a site, where less goes into what any page costs.
    const growth = (ten.get(work)?.next ?? Number.NaN) / (one.get(work)?.next ?? Number.NaN);
    rows.push({ where, what: `${work} with ${TIMES} times the text`, ...medianAndTail([growth]), bar: BAR });
  }
  return rows;
}
