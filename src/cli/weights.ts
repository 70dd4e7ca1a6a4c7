/** What the bundles weigh, by whose code it is, and whether that keeps to the budgets. Sizes are bytes after minifying; 1 kB is 1,000. */
import type { Metafile } from 'esbuild';

/** Of a page, with its share of all it imports. */
const PAGE = 90_000;

/** Bytes a bundle may weigh, notes apart: what the design set, and for what it was raised. */
const BUDGETS: Readonly<Record<string, number>> = {
  // Of 6 kB: it looks into shadow roots, and follows a page to other addresses.
  gate: 6_800,
  // Of 35 kB. Matching: words are weighed and dates decide between meanings (3 kB), marks read like phrases, the surest mention counts,
  // numbers and months as papers write them (0.2 kB).
  // Following: in slices, late components (6 kB with the former). The finder: 37 more shapes of pages (6 kB: several articles on one, shadow roots, tables,
  // boxes without a telling name, lists), pages of other kinds, lists of points, 14 more forms of dates (1.7 kB), comments, appeals, captions,
  // headlines, standfirsts and long stories that nothing in the page's code names (1.3 kB), dates of other days, folds, names that
  // tools make up or that most of the text has, long headings, small print, which of the
  // articles in JSON-LD is the page's, clocks above the headline (1.5 kB).
  reader: 61_400,
  // Of 85 kB, 62 of them libraries: keys, settings, copying, a sheet for narrow screens, frames, headings that stay, late addresses.
  card: 92_900,
  popup: PAGE,
  library: PAGE,
  // It holds the whole of matching, and grew with it.
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
