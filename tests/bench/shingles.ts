/** The metric of scrapinghub's article-extraction-benchmark (MIT), after its description. */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Pair {
  readonly found: string;
  readonly wanted: string;
}

const SIZE = 4;

/** The multiset of 4-grams of words (Python's `\w+`); a shorter text is one gram. */
function gramsOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const grams = new Map<string, number>();
  if (words.length === 0) return grams;
  for (let i = 0; i <= Math.max(0, words.length - SIZE); i++) {
    const gram = words.slice(i, i + SIZE).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Grams found and wanted, found in all, wanted in all. */
function counts({ found, wanted }: Pair): { both: number; found: number; wanted: number } {
  const a = gramsOf(found);
  const b = gramsOf(wanted);
  const both = sum([...a].map(([gram, count]) => Math.min(count, b.get(gram) ?? 0)));
  return { both, found: sum(a.values()), wanted: sum(b.values()) };
}

/** Precision and recall are means over the pages for which they are defined; F1 is made from those two means. */
export function scoreOf(pairs: readonly Pair[]): Score {
  const all = pairs.map(counts);
  const precision = mean(all.filter(({ found }) => found > 0).map((page) => page.both / page.found));
  const recall = mean(all.filter(({ wanted }) => wanted > 0).map((page) => page.both / page.wanted));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
