/** What the bundles weigh, by whose code it is, and whether that keeps to the budgets. Sizes are bytes after minifying; 1 kB is 1,000. */
import type { Metafile } from 'esbuild';

/** Of a page, with its share of all it imports. */
const PAGE = 90_000;

/**
 * Bytes a bundle may weigh, notes apart. The reader's bar of 35 kB was set before words were weighed
 * and dates decided between meanings, which raised what is found by half (3 kB of matching, and the date has to be read before it), before the finder
 * read 37 more shapes of pages (6 kB: several articles on one, shadow roots, portals of tables, boxes without a telling name, lists that are none),
 * and before pages were followed and read in slices (4 kB), marks read like phrases, late components were looked for, and the surest mention was
 * chosen (2 kB together), before months were read in other languages, and before lists of points, replies of readers, labels and pages of other kinds (goods,
 * vacancies, manuals, posts that are signed) were told from an article, and dates found in 14 more forms (1.7 kB together), and before comments and appeals without a telling name were (0.5 kB),
 * and signed comments, headlines outside headings, standfirsts apart from the text and long stories below it (0.5 kB). The gate's 6 kB were set before it looked into shadow roots and followed a page to other
 * addresses. The card's 85 kB were set before keys, settings, copying and a sheet for narrow screens, frames, headings that stay and late addresses; libraries are 62 kB of it.
 * The page to try texts on holds the whole of matching and grew with it.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  gate: 6_800,
  reader: 59_300,
  card: 92_900,
  popup: PAGE,
  library: PAGE,
  try: 91_500,
  options: PAGE,
  welcome: PAGE,
};

export interface Weight {
  /** name of the bundle: "gate" */
  readonly name: string;
  readonly bytes: number;
  /** null: no bar is set */
  readonly budget: number | null;
  /** who wrote it ("src/match", "preact") and its bytes, heaviest first */
  readonly parts: readonly (readonly [owner: string, bytes: number])[];
}

function owner(input: string): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  if (library !== undefined) return library;
  return /^src\/[^/]+/.exec(input)?.[0] ?? input.replace(/^sidelight:sidelight:/, '');
}

function sumByOwner(inputs: Metafile['outputs'][string]['inputs']): [string, number][] {
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    sums.set(owner(path), (sums.get(owner(path)) ?? 0) + bytesInOutput);
  }
  return [...sums].filter(([, bytes]) => bytes > 0).sort((a, b) => b[1] - a[1]);
}

/** One weight a bundle, in the order in which esbuild was given them. */
export function weigh(metafile: Metafile): Weight[] {
  return Object.entries(metafile.outputs).map(([path, output]) => {
    const name = path.replace(/^.*\//, '').replace(/\.js$/, '');
    return { name, bytes: output.bytes, budget: BUDGETS[name] ?? null, parts: sumByOwner(output.inputs) };
  });
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

export function weightTable(weights: readonly Weight[]): string {
  const rows = weights.map(({ name, bytes, budget, parts }) => {
    const bar = budget === null ? '' : `of ${kilobytes(budget)}`;
    const shares = parts.map(([whose, size]) => `${whose} ${kilobytes(size)}`).join(', ');
    return `  ${name.padEnd(12)}${kilobytes(bytes).padStart(6)} ${bar.padEnd(8)}  ${shares}`;
  });
  return ['Minified, kB, without notes:', ...rows].join('\n');
}

/** One line for each bundle that is too heavy. */
export function overBudget(weights: readonly Weight[]): string[] {
  return weights
    .filter(({ bytes, budget }) => budget !== null && bytes > budget)
    .map(
      ({ name, bytes, budget, parts }) =>
        `${name}.js: ${bytes} bytes, ${bytes - (budget ?? 0)} above its budget of ${budget}; ` +
        `the heaviest part is ${parts[0]?.[0] ?? 'unknown'}; make it lighter or load it later`,
    );
}
