/**
 * Builds `dist/`, the one folder that both browsers load: checks and compiles the notes, bundles the scripts, weighs them.
 * Beside it `dist-site/`: the library as a static site that can be published as it is, and the compiled notes as a file for its "Try it".
 * The JSON Schemas of the notes for editors (`src/notes/*.schema.json`) are the one thing that it writes elsewhere.
 * Everything is written beside these folders and swapped in at the end, so a build that fails leaves the last good one as it was.
 *
 *   npm run build                once
 *   npm run build -- --watch     again whenever something in src, icons or the manifest changes
 */
import { existsSync, readFileSync, watch } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import * as v from 'valibot';
import { bundleOptions } from './src/cli/bundling.ts';
import { loadDataset, NOTES_FOLDER } from './src/cli/dataset.ts';
import { formatFaults } from './src/cli/faults.ts';
import { reasonOf } from './src/cli/input.ts';
import { readJson } from './src/cli/json-file.ts';
import { toLibrary } from './src/cli/library-text.ts';
import { UserError } from './src/cli/main.ts';
import { readMessages } from './src/cli/messages.ts';
import { writeSchemas } from './src/cli/schema-json.ts';
import { readScores } from './src/cli/scores-file.ts';
import { DATASET_FILE, siteFiles } from './src/cli/site.tsx';
import { overBudget, weigh, weightTable } from './src/cli/weights.ts';
import { pack } from './src/match/pack.ts';
import { createWords } from './src/pages/frame/words.ts';

const ROOT = dirname(fileURLToPath(import.meta.url));
const DIST = join(ROOT, 'dist');
const SITE = join(ROOT, 'dist-site');

/** Bundles and the module each starts from. */
const ENTRIES = {
  gate: 'src/content/gate.ts',
  reader: 'src/content/reader.ts',
  card: 'src/content/card.ts',
  background: 'src/background/background.ts',
  popup: 'src/pages/popup/popup.tsx',
  library: 'src/pages/library/library.tsx',
  try: 'src/pages/try/try.tsx',
  options: 'src/pages/options/options.tsx',
  welcome: 'src/pages/welcome/welcome.tsx',
  search: 'src/pages/library/site-search.ts',
};

/** The bundle that goes into the site, not into the extension. */
const SITE_SCRIPT = 'search.js';

/** Files that go into `dist/` as they are. */
const COPIES = {
  'src/mark/marks.css': 'marks.css',
  'src/pages/popup/popup.html': 'popup.html',
  'src/pages/popup/popup.css': 'popup.css',
  'src/pages/library/library.html': 'library.html',
  'src/pages/library/library.css': 'library.css',
  'src/pages/try/try.html': 'try.html',
  'src/pages/try/try.css': 'try.css',
  'src/pages/options/options.html': 'options.html',
  'src/pages/options/options.css': 'options.css',
  'src/pages/welcome/welcome.html': 'welcome.html',
  'src/pages/welcome/welcome.css': 'welcome.css',
  'src/pages/frame/look.css': 'look.css',
  'src/pages/frame/page.css': 'page.css',
  'src/card/colours.css': 'colours.css',
  'src/card/note.css': 'note.css',
  'src/_locales': '_locales',
};

/** Files that go into `dist-site/` as they are. */
const SITE_COPIES = {
  'src/pages/library/library.css': 'library.css',
  'src/pages/frame/look.css': 'look.css',
  'src/pages/frame/page.css': 'page.css',
  'src/card/colours.css': 'colours.css',
  'src/card/note.css': 'note.css',
  'icons/32.png': 'icon.png',
};

function compileNotes() {
  const dataset = loadDataset();
  if (dataset.faults.length > 0) throw new UserError(formatFaults(dataset.faults));
  return dataset;
}

function checkVersions() {
  const schema = v.object({ version: v.string() });
  const [ours, extension] = ['package.json', 'manifest.json'].map((file) => readJson(file, schema).version);
  if (ours === extension) return;
  throw new UserError(`manifest.json: version is ${extension}, package.json has ${ours}; write the same in both`);
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
    throw new UserError(error.errors.map(describeMessage).join('\n'));
  }
}

const literal = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A value as a classic script: as JSON in a string, which engines read in half the time that an object literal of this size takes them. */
const asScript = (name, value) => `globalThis.${name}=JSON.parse(${literal(JSON.stringify(value))});\n`;

/** The same for rules, whose parts the reader parses one by one. */
function rulesScript(rules) {
  const parts = Object.entries(pack(rules)).map(([part, json]) => `${part}:${literal(json)}`);
  return `globalThis.sidelightRules={${parts.join()}};\n`;
}

async function copyAll(copies, folder) {
  for (const [from, to] of Object.entries(copies)) await cp(join(ROOT, from), join(folder, to), { recursive: true });
}

async function writeExtension(folder, scripts, { rules, cards }, library) {
  await mkdir(join(folder, 'icons'), { recursive: true });
  for (const [name, contents] of scripts) {
    if (name !== SITE_SCRIPT) await writeFile(join(folder, name), contents);
  }
  await writeFile(join(folder, 'rules.js'), rulesScript(rules));
  await writeFile(join(folder, 'cards.js'), asScript('sidelightCards', cards));
  await writeFile(join(folder, 'library-notes.js'), asScript('sidelightLibrary', library));
  await copyAll(COPIES, folder);
  const icons = (await readdir(join(ROOT, 'icons'))).filter((name) => name.endsWith('.png'));
  for (const icon of icons) await cp(join(ROOT, 'icons', icon), join(folder, 'icons', icon));
  await cp(join(ROOT, 'manifest.json'), join(folder, 'manifest.json'));
}

async function writeSite(folder, scripts, { rules, cards }, library) {
  await mkdir(folder, { recursive: true });
  const pages = siteFiles(cards, library, createWords(readMessages('en')));
  for (const [name, html] of pages) await writeFile(join(folder, name), html);
  await writeFile(join(folder, SITE_SCRIPT), scripts.get(SITE_SCRIPT));
  await writeFile(join(folder, 'cards.js'), asScript('sidelightCards', cards));
  await writeFile(join(folder, DATASET_FILE), JSON.stringify({ sidelight: 'dataset', rules, cards }));
  await copyAll(SITE_COPIES, folder);
}

const freshOf = (folder) => `${folder}.new-${process.pid}`;
const oldOf = (folder) => `${folder}.old-${process.pid}`;

/** Writes all folders whole, or leaves those that are there: `writers` are pairs of a folder and what fills it. */
async function replaceAll(writers) {
  try {
    for (const [folder, write] of writers) await write(freshOf(folder));
    for (const [folder] of writers) {
      if (existsSync(folder)) await rename(folder, oldOf(folder));
      await rename(freshOf(folder), folder);
    }
  } finally {
    const leftovers = writers.flatMap(([folder]) => [freshOf(folder), oldOf(folder)]);
    for (const leftover of leftovers) await rm(leftover, { recursive: true, force: true });
  }
}

async function build() {
  writeSchemas(NOTES_FOLDER);
  const dataset = compileNotes();
  checkVersions();
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const library = toLibrary(dataset.notes, readScores(), changelog);
  const result = await bundleScripts(dataset.anchors);
  const weights = weigh(result.metafile);
  console.log(weightTable(weights));
  const heavy = overBudget(weights);
  if (heavy.length > 0) throw new UserError(heavy.join('\n'));
  const scripts = new Map(result.outputFiles.map(({ path, contents }) => [basename(path), contents]));
  await replaceAll([
    [DIST, (folder) => writeExtension(folder, scripts, dataset, library)],
    [SITE, (folder) => writeSite(folder, scripts, dataset, library)],
  ]);
  console.log(`dist/ and dist-site/ are ready: ${Object.keys(dataset.cards).length} notes.`);
}

/** What is to be mended, a line each. A file that is not there, or not yet, is that too; any other error is a fault of the build's own. */
function toMend(error) {
  if (error instanceof UserError) return error.message;
  if (error?.path === undefined) throw error;
  return `${relative(ROOT, error.path)}: ${reasonOf(error)}; the build needs it`;
}

/** Builds; says what is wrong on standard error. */
async function tryBuild() {
  try {
    await build();
    return true;
  } catch (error) {
    const lines = toMend(error);
    console.error(lines);
    console.error(`Not built: ${lines.split('\n').length} to mend; dist/ is as it was.`);
    return false;
  }
}

let isBuilding = false;
let isDue = false;

/** One build at a time, and one more where something changed meanwhile. Whatever stops a build may be mended by the next change. */
async function buildAgain() {
  isDue = true;
  if (isBuilding) return;
  isBuilding = true;
  while (isDue) {
    isDue = false;
    await tryBuild().catch(console.error);
  }
  isBuilding = false;
}

function rebuildOnChange() {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(buildAgain, 100);
  };
  for (const place of ['src', 'icons']) watch(join(ROOT, place), { recursive: true }, later);
  // Editors that save by renaming leave a watched file behind.
  watch(ROOT, (_, name) => name === 'manifest.json' && later());
}

const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });
if (values.watch) {
  // Before the first build, which may take in only half of what is changed meanwhile.
  rebuildOnChange();
  await buildAgain();
  console.log('Watching src, icons and manifest.json; Ctrl+C ends it.');
} else {
  process.exitCode = (await tryBuild()) ? 0 : 1;
}
