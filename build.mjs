/**
 * Builds `dist/`, the one folder that both browsers load: checks and compiles the notes, bundles the scripts, weighs them.
 * The JSON Schemas of the notes for editors (`src/notes/*.schema.json`) are the one thing that it writes elsewhere.
 * Everything is written beside `dist/` and swapped in at the end, so a build that fails leaves the last good one as it was.
 *
 *   npm run build                once
 *   npm run build -- --watch     again whenever something in src, icons or the manifest changes
 */
import { existsSync, readFileSync, watch } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { bundleOptions } from './src/cli/bundling.ts';
import { formatFaults, loadDataset, NOTES_FOLDER } from './src/cli/dataset.ts';
import { writeSchemas } from './src/cli/schema-json.ts';
import { overBudget, weigh, weightTable } from './src/cli/weights.ts';

const ROOT = dirname(fileURLToPath(import.meta.url));
const DIST = join(ROOT, 'dist');

/** Bundles and the module each starts from. */
const ENTRIES = {
  gate: 'src/content/gate.ts',
  reader: 'src/content/reader.ts',
  card: 'src/content/card.ts',
  background: 'src/background/background.ts',
  popup: 'src/pages/popup/popup.tsx',
};

/** Files that go into `dist/` as they are. */
const COPIES = {
  'src/mark/marks.css': 'marks.css',
  'src/pages/popup/popup.html': 'popup.html',
  'src/pages/popup/popup.css': 'popup.css',
  'src/_locales': '_locales',
};

/** A build that cannot be: every reason is one line of `lines`. */
class BuildError extends Error {
  constructor(lines) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

function compileNotes() {
  const dataset = loadDataset();
  if (dataset.faults.length > 0) throw new BuildError(formatFaults(dataset.faults).split('\n'));
  return dataset;
}

function checkVersions() {
  const version = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).version;
  const [ours, extension] = [version('package.json'), version('manifest.json')];
  if (ours === extension) return;
  throw new BuildError([`manifest.json: version is ${extension}, package.json has ${ours}; write the same in both`]);
}

function describeMessage({ location, text }) {
  return location ? `${location.file}:${location.line}: ${text}` : text;
}

async function bundleScripts(anchors) {
  try {
    return await bundle({
      ...bundleOptions(() => anchors),
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: DIST,
      minify: true,
      metafile: true,
    });
  } catch (error) {
    if (!Array.isArray(error?.errors)) throw error;
    throw new BuildError(error.errors.map(describeMessage));
  }
}

/** A value as a classic script: as JSON in a string, which engines read in half the time that an object literal of this size takes them. */
function asScript(name, value) {
  const json = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `globalThis.${name}=JSON.parse('${json}');\n`;
}

async function writeAll(folder, { outputFiles }, dataset) {
  await mkdir(folder, { recursive: true });
  for (const file of outputFiles) await writeFile(join(folder, file.path.slice(DIST.length)), file.contents);
  await writeFile(join(folder, 'rules.js'), asScript('sidelightRules', dataset.rules));
  await writeFile(join(folder, 'cards.js'), asScript('sidelightCards', dataset.cards));
  for (const [from, to] of Object.entries(COPIES)) await cp(join(ROOT, from), join(folder, to), { recursive: true });
  await mkdir(join(folder, 'icons'));
  const icons = (await readdir(join(ROOT, 'icons'))).filter((name) => name.endsWith('.png'));
  for (const icon of icons) await cp(join(ROOT, 'icons', icon), join(folder, 'icons', icon));
  await cp(join(ROOT, 'manifest.json'), join(folder, 'manifest.json'));
}

async function swapIn(fresh, old) {
  if (existsSync(DIST)) await rename(DIST, old);
  await rename(fresh, DIST);
}

async function build() {
  writeSchemas(NOTES_FOLDER);
  const dataset = compileNotes();
  checkVersions();
  const result = await bundleScripts(dataset.anchors);
  const weights = weigh(result.metafile);
  console.log(weightTable(weights));
  const heavy = overBudget(weights);
  if (heavy.length > 0) throw new BuildError(heavy);
  const [fresh, old] = [`${DIST}.new-${process.pid}`, `${DIST}.old-${process.pid}`];
  try {
    await writeAll(fresh, result, dataset);
    await swapIn(fresh, old);
  } finally {
    for (const leftover of [fresh, old]) await rm(leftover, { recursive: true, force: true });
  }
  console.log(`dist/ is ready: ${Object.keys(dataset.cards).length} notes.`);
}

/** Builds; says what is wrong on standard error. */
async function tryBuild() {
  try {
    await build();
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    for (const line of error.lines) console.error(line);
    console.error(`Not built: ${error.lines.length} to mend; dist/ is as it was.`);
    return false;
  }
}

function rebuildOnChange() {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tryBuild, 100);
  };
  for (const place of ['src', 'icons']) watch(join(ROOT, place), { recursive: true }, later);
  watch(join(ROOT, 'manifest.json'), later);
  console.log('Watching src, icons and manifest.json; Ctrl+C ends it.');
}

const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });
const good = await tryBuild();
if (values.watch) rebuildOnChange();
else process.exitCode = good ? 0 : 1;
