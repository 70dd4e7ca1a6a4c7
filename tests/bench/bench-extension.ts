/**
 * An extension that measures in the pages of the bench. Its content scripts are the extension's own files as they ship, between scripts that
 * take the time, or one of the works that they are compared with; which of them a page gets, its address says: /WORK/SLUG.
 * So everything runs where the extension runs, is compiled there as it is, and may do there what it may do.
 */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../src/cli/bundling.ts';
import { loadDataset } from '../../src/cli/dataset.ts';
import { ROOT } from '../../src/cli/root.ts';

const SHIPPED = ['gate.js', 'rules.js', 'reader.js'];
const OWN = ['begin', 'pause', 'resume', 'end', 'readability', 'walk', 'mark-js'];

/** The content scripts of each work, in order; two lists are two injections. */
const WORKS = {
  gate: [['begin.js', 'gate.js', 'end.js']],
  reader: [
    ['begin.js', 'rules.js', 'pause.js'],
    ['resume.js', 'reader.js', 'end.js'],
  ],
  readability: [['readability.js']],
  walk: [['walk.js']],
  'walk-again': [['walk.js']],
  'mark-js': [['mark-js.js']],
};
export type Work = keyof typeof WORKS;

const MANIFEST = {
  manifest_version: 3,
  name: 'bench',
  version: '1',
  browser_specific_settings: { gecko: { id: 'bench@context-notes' } },
  host_permissions: ['http://*/*'],
  content_scripts: Object.entries(WORKS).flatMap(([work, injections]) =>
    injections.map((js, i) => ({
      matches: [`http://*/${work}/*`],
      js,
      run_at: i < injections.length - 1 ? 'document_end' : 'document_idle',
    })),
  ),
};

/** Writes the extension into a new folder, with the scripts of `dist/`. */
export async function makeBenchExtension(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  await build({
    ...bundleOptions(() => loadDataset().anchors),
    absWorkingDir: ROOT,
    entryPoints: OWN.map((name) => `tests/bench/in-page/${name}.ts`),
    outdir: folder,
    write: true,
  });
  for (const name of SHIPPED) cpSync(join(ROOT, 'dist', name), join(folder, name));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  return folder;
}
