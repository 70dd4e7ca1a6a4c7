/** The build in a copy of the project whose notes are broken by hand: what it says, and that the last good `dist/` stays. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { converse, linesOf, run } from './command.ts';

let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'sidelight-build-'));
  for (const part of ['src', 'icons', 'build.mjs', 'manifest.json', 'package.json', 'tsconfig.json', 'CHANGELOG.md']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist', 'last-good'), 'kept');
});
afterEach(() => rmSync(copy, { recursive: true }));

const NOTES = 'src/notes/south-caucasus';

/** Edits a file of the copy; gives the number of the first line that differs. */
function edit(path: string, change: (text: string) => string): number {
  const before = readFileSync(join(copy, path), 'utf8');
  const after = change(before);
  expect(after, `the edit of ${path} changes nothing`).not.toBe(before);
  writeFileSync(join(copy, path), after);
  const old = before.split('\n');
  return after.split('\n').findIndex((line, i) => line !== old[i]) + 1;
}

const note = (id: string): string => `${NOTES}/${id}.yaml`;
const build = () => run('build.mjs', [], '', copy);

function expectStopped({ code, stderr }: { code: number | null; stderr: string }, faults: readonly RegExp[]): void {
  expect(code).toBe(1);
  const lines = linesOf(stderr);
  for (const fault of faults) expect(lines).toContainEqual(expect.stringMatching(fault));
  expect(lines).toHaveLength(faults.length + 1);
  expect(readdirSync(join(copy, 'dist'))).toEqual(['last-good']);
  expect(readdirSync(copy).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
}

describe('npm run build', () => {
  it('swaps in a whole dist/', async () => {
    const { code, stdout, stderr } = await build();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/gate +\d\.\d of \d\.\d/);
    const built = readdirSync(join(copy, 'dist'));
    expect(built).toEqual(
      expect.arrayContaining([
        'manifest.json',
        'gate.js',
        'reader.js',
        'rules.js',
        'card.js',
        'cards.js',
        'popup.html',
      ]),
    );
    expect(built).not.toContain('last-good');
    expect(built).not.toContain('search.js');
    expect(readdirSync(copy).filter((name) => name.startsWith('dist'))).toEqual(['dist', 'dist-site']);
  });

  it('names every malformed note at once, with file, line and what is wrong', async () => {
    const unknownKey = edit(note('isaf'), (text) => text.replace('\nreviewed:', '\ncolour: violet\nreviewed:'));
    const wrongDate = edit(note('nato-eapc'), (text) => text.replace(/\nreviewed: .*/, '\nreviewed: 2026-02-30'));
    const noSource = edit(note('ceasefire-1994'), (text) => text.replace(/\n( +)source: .*/, '\n$1source: nowhere'));
    const noWord = edit(note('unsc-822'), (text) =>
      text.replace(/\nmatch:\n/, '\nmatch:\n  - rule: broken\n    names: <no-such-entry>\n'),
    );
    expectStopped(await build(), [
      new RegExp(`^${note('isaf')}:${unknownKey}: .*colour.*no such key; take`),
      new RegExp(`^${note('nato-eapc')}:${wrongDate}: .*reviewed.*is no date: write YYYY-MM-DD`),
      new RegExp(`^${note('ceasefire-1994')}:${noSource}: .*"nowhere".*add it to`),
      new RegExp(`^${note('unsc-822')}:${noWord + 1}: .*no-such-entry`),
    ]);
  });

  it('refuses a note whose own sentences do not hold', async () => {
    const silent = edit(note('isaf'), (text) =>
      text.replace('\nmatches:\n', '\nmatches:\n  - text: It rained on Baku all day.\n    by: other\n'),
    );
    const loud = edit(note('osce-minsk-group'), (text) =>
      text.replace('\nrejects:\n', '\nrejects:\n  - The OSCE Minsk Group met in Vienna.\n'),
    );
    expectStopped(await build(), [
      new RegExp(`^${note('isaf')}:${silent}: does not match: "It rained on Baku all day\\."`),
      new RegExp(`^${note('osce-minsk-group')}:${loud}: matches by rule ".*The OSCE Minsk Group met in Vienna`),
    ]);
  });

  it('names a file that is no JSON, with the line, not of its form, or not there', async () => {
    const half = (text: string): string => text.slice(0, text.indexOf('\n', text.length / 2));
    edit('manifest.json', half);
    const last = readFileSync(join(copy, 'manifest.json'), 'utf8').split('\n').length;
    expectStopped(await build(), [new RegExp(`^manifest\\.json:${last}: is no JSON from here on .*mend it`)]);
    edit('manifest.json', () => readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
    edit('src/_locales/en/messages.json', half);
    expectStopped(await build(), [/^src\/_locales\/en\/messages\.json:\d+: is no JSON/]);
    edit('src/_locales/en/messages.json', () => '{"language":"en"}');
    expectStopped(await build(), [/^src\/_locales\/en\/messages\.json: at "language" Invalid type: .*; mend it/]);
    edit('src/notes/scores.json', half);
    expectStopped(await build(), [/^src\/notes\/scores\.json:\d+: is no JSON/]);
    rmSync(join(copy, 'manifest.json'));
    expectStopped(await build(), [/^manifest\.json: no such file; the build needs it/]);
  });

  it('goes on watching after a file that is half written, and sees one that is saved by renaming, each time', async () => {
    const { child, closed } = converse('build.mjs', ['--watch'], copy);
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(...linesOf(text)));
    const count = (start: string): number => said.filter((line) => line.startsWith(start)).length;
    const path = join(copy, 'manifest.json');
    const whole = readFileSync(path, 'utf8');
    try {
      await expect.poll(() => count('Watching')).toBe(1);
      writeFileSync(path, '{ "version": ');
      await expect.poll(() => count('manifest.json:1: is no JSON')).toBeGreaterThan(0);
      for (const saved of [1, 2]) {
        const before = count('dist/ and dist-site/ are ready');
        writeFileSync(join(copy, 'saved.tmp'), `${whole}${'\n'.repeat(saved)}`);
        renameSync(join(copy, 'saved.tmp'), path);
        await expect.poll(() => count('dist/ and dist-site/ are ready')).toBeGreaterThan(before);
      }
    } finally {
      child.kill();
      await closed;
    }
    expect(said.filter((line) => line.startsWith('    at '))).toEqual([]);
  });

  it('refuses two versions, an unknown heading, broken source, and a bundle above its budget', async () => {
    edit('manifest.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "9.9.9"'));
    expectStopped(await build(), [/^manifest\.json: version is 9\.9\.9, package\.json has /]);

    edit('manifest.json', () => readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
    const heading = edit('CHANGELOG.md', (text) => text.replace('### For readers', '### For all'));
    expectStopped(await build(), [new RegExp(`^CHANGELOG\\.md:${heading}: “### For all” is no heading`)]);

    edit('CHANGELOG.md', () => readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
    edit('src/content/gate.ts', (text) => `import './nowhere.ts';\n${text}`);
    expectStopped(await build(), [/^src\/content\/gate\.ts:1: Could not resolve/]);

    edit('src/content/gate.ts', (text) =>
      text.replace("import './nowhere.ts';", `console.log('${'x'.repeat(6_000)}');`),
    );
    expectStopped(await build(), [/^gate\.js: \d+ bytes, \d+ above its budget of \d+/]);
  });
});
