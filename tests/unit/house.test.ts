/** Rules of the house that no other tool knows. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { filesBelow, read, sourceFiles, withoutComments } from './source.ts';

const shipped = sourceFiles().filter((path) => !path.startsWith('src/cli/'));

/** Each place where a pattern stands in shipped code, comments apart. */
function places(pattern: RegExp, files: readonly string[] = shipped): string[] {
  return files.flatMap((path) =>
    withoutComments(read(path))
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );
}

describe('shipped code', () => {
  it('is read at all', () => {
    expect(shipped.length).toBeGreaterThan(20);
    expect(places(/export/).length).toBeGreaterThan(20);
  });

  it('names nothing that reaches the network', () => {
    expect(
      places(
        /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection|importScripts)\b|\bnew Image\b/,
      ),
    ).toEqual([]);
  });

  it('keeps what a reader has chosen on the device: a synchronised store sends it', () => {
    expect(places(/\bstorage\s*\.\s*sync\b/)).toEqual([]);
  });

  it('case 51: does not ask whether it is being tested', () => {
    expect(places(/webdriver|__TEST__|process\.env|import\.meta\.env|NODE_ENV|VITEST|HeadlessChrome/)).toEqual([]);
  });

  it('case 2: renders no <style>, which Firefox drops under a strict policy', () => {
    expect(places(/<style\b/i)).toEqual([]);
  });

  it('makes no code out of text', () => {
    expect(places(/\beval\(|new Function\b|\.innerHTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  it('says nothing in the console of a page', () => {
    expect(places(/\bconsole\./)).toEqual([]);
  });

  it('holds no note’s id: what is particular stands in the notes', () => {
    const ids = filesBelow('src/notes/south-caucasus').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
    expect(ids.length).toBeGreaterThanOrEqual(22);
    const quoted = new RegExp(`['"\`](?:${ids.join('|')})['"\`]`);
    expect(places(quoted, sourceFiles())).toEqual([]);
  });
});

describe('the top level', () => {
  it('holds what the design names and nothing else', () => {
    const allowed = new Set([
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'biome.json',
      'manifest.json',
      'build.mjs',
      'src',
      'icons',
      'tests',
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'LICENSE',
      'node_modules',
      'dist',
      'dist-site',
      'screenshots',
    ]);
    const strange = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !/^dist\.(?:new|old)-\d+$/.test(name));
    expect(strange.filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe('the cases', () => {
  const [table = '', apart = ''] = read('tests/cases.md').split('Not for us:');
  const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
  const cells = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].map((row) => row[1] ?? '').join();
  const listed = numbersIn(cells);
  const tests = filesBelow('tests')
    .filter((path) => path.endsWith('.test.ts'))
    .map(read)
    .join('\n');

  it('are all listed, once, those that do not concern us with the reason', () => {
    const others = numbersIn(apart.split('(')[0] ?? '');
    expect([...listed, ...others].sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
  });

  it.each(listed)('have a test that says "case %d"', (number) => {
    expect(tests).toMatch(new RegExp(`\\bcase ${number}\\b`));
  });
});
