/** `npm run notes -- new, show, stale, format` as a person runs them, in a copy of the project. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { linesOf, type Ran, run } from './command.ts';

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sidelight-commands-'));
  for (const part of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true }));

const NOTES = 'src/notes/south-caucasus';
const notes = (words: readonly string[], input = ''): Promise<Ran> => run('src/cli/notes.ts', words, input, copy);
const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
const listed = (): string[] => readdirSync(join(copy, NOTES));

/** One line on standard error, nothing else, and 1. */
function expectRefusal({ code, stdout, stderr }: Ran, message: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(linesOf(stderr)).toEqual([expect.stringMatching(message)]);
}

describe('notes', () => {
  it.each([
    [[], /^give a command; usage: npm run notes -- check\|coverage\|format\|learn\|new\|show\|stale\|why$/],
    [['chekc'], /^no command "chekc"; usage: /],
    [['--help'], /^no command "--help"; usage: /],
    [['check', 'isaf'], /^Unexpected argument 'isaf'; usage: npm run -s notes -- check$/],
    [['format', '--chekc'], /^Unknown option '--chekc'; usage: /],
    [['show'], /^give one id; usage: /],
    [['new', 'a', 'b'], /^give one id; usage: /],
    [['stale', '--days', 'ten'], /^--days "ten": must be a whole number; usage: /],
  ])('says in one line when called as %j', async (words, message) => {
    expectRefusal(await notes(words), message);
  });
});

describe('notes new', () => {
  it('writes a note whose only faults are what must be written', async () => {
    const { code, stdout, stderr } = await notes(['new', 'silk-road'], 'term\nThe Silk Road: "a" # name\n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`${NOTES}/silk-road.yaml is written`);
    const checked = await notes(['check']);
    expect(checked.code).toBe(1);
    const faults = linesOf(checked.stderr).filter((line) => line.startsWith(`${NOTES}/silk-road.yaml`));
    expect(faults.map((fault) => /`([\w.]+)`/.exec(fault)?.[1])).toEqual([
      'summary',
      'background',
      ...[0, 1].flatMap((i) => ['key', 'title', 'publisher', 'url'].map((key) => `sources.${i}.${key}`)),
      'match.0.rule',
      'match.0.names',
      'matches.0.text',
      'rejects.0',
      'reviewed',
    ]);
    expectRefusal(await notes(['new', 'silk-road'], 'term\nAgain\n'), /silk-road\.yaml exists; choose another id/);
    expect(read(`${NOTES}/silk-road.yaml`)).toContain(`title: 'The Silk Road: "a" # name'\n`);
    // The faults of a file that cannot be read are what is shown of it.
    const shown = await notes(['show', 'silk-road']);
    expect({ code: shown.code, faults: linesOf(shown.stderr) }).toEqual({ code: 1, faults });
    rmSync(join(copy, NOTES, 'silk-road.yaml'));
  });

  it('asks again until the answer does', async () => {
    const { code, stdout } = await notes(['new', 'silk-way'], 'trem\n\n claim \n\nThe silk way\n');
    expect(code).toBe(0);
    expect(stdout.match(/^Kind: /gm)).toHaveLength(3);
    expect(stdout.match(/^Title /gm)).toHaveLength(2);
    expect(read(`${NOTES}/silk-way.yaml`)).toMatch(/^kind: claim\ntitle: The silk way\n/m);
    rmSync(join(copy, NOTES, 'silk-way.yaml'));
  });

  it('writes nothing when the answers end early', async () => {
    const before = listed();
    const { code, stderr } = await notes(['new', 'half'], 'term\n');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'no title was given; nothing is written\n' });
    expect(listed()).toEqual(before);
  });

  it.each(['Isaf', 'a_b', '../a', 'a--b', '', 'a'.repeat(300)])('refuses the id "%s"', async (id) => {
    const before = listed();
    expectRefusal(await notes(['new', id], 'term\nT\n'), /is no id: write it in lower case|is longer than 200/);
    expect(listed()).toEqual(before);
  });
});

describe('notes show', () => {
  it('prints the whole card', async () => {
    const { code, stdout, stderr } = await notes(['show', 'ceasefire-1994']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of ['How the parties read it', 'Timeline', 'Sources', 'Related', 'History'])
      expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'));
    expect(stdout).toMatch(/^ceasefire-1994, term, reviewed \d{4}-\d\d-\d\d$/m);
  });

  it('names the nearest ids for one that is unknown', async () => {
    expectRefusal(await notes(['show', 'unsc-82']), /^no note "unsc-82"; nearest: unsc-822, unsc-8\d\d, unsc-8\d\d$/);
  });
});

describe('notes stale', () => {
  it('lists what was read too long ago, and is no failure', async () => {
    const path = join(copy, NOTES, 'isaf.yaml');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace(/\nreviewed: .*/, '\nreviewed: 2020-01-01'));
    const { code, stdout } = await notes(['stale', '--days', '100']);
    writeFileSync(path, before);
    expect(code).toBe(0);
    expect(linesOf(stdout)[0]).toMatch(/^isaf: reviewed 2020-01-01, \d+ days ago$/);
  });
});

describe('notes format', () => {
  it('mends the files that differ, and says with --check which and from which line on', async () => {
    // All that is not in its form already is brought into it first.
    await notes(['format']);
    expect(await notes(['format', '--check'])).toMatchObject({ code: 0, stderr: '' });
    const path = `${NOTES}/isaf.yaml`;
    const good = read(path);
    const files = listed();
    writeFileSync(join(copy, path), good.replace('\nkind: term\n', '\n').replace('\ntitle:', '\nkind: "term"\ntitle:'));
    expectRefusal(await notes(['format', '--check']), /isaf\.yaml:3: is not in its form from here on; npm run notes/);
    expect(read(path)).not.toBe(good);
    const { code, stdout } = await notes(['format']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${path}\n` });
    expect(read(path)).toBe(good);
    expect(listed()).toEqual(files);
  });

  it('passes over what editors put beside the files that they have open', async () => {
    const lock = join(copy, NOTES, '.#isaf.yaml');
    symlinkSync('maintainer@machine.4711', lock);
    for (const words of [['check'], ['format', '--check'], ['show', 'isaf']])
      expect(await notes(words)).toMatchObject({ code: 0, stderr: '' });
    rmSync(lock);
  });

  it('leaves a file alone that it cannot read, and formats the others', async () => {
    await notes(['format']);
    const [broken, other] = [`${NOTES}/isaf.yaml`, `${NOTES}/unsc-822.yaml`];
    const [good, otherGood] = [read(broken), read(other)];
    const bad = good.replace('\nkind: term', '\nkind: term: claim');
    writeFileSync(join(copy, broken), bad);
    writeFileSync(join(copy, other), otherGood.replace('\nkind: term', '\nkind: "term"'));
    const { code, stdout, stderr } = await notes(['format']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: `${other}\n` });
    expect(linesOf(stderr)).toEqual([expect.stringMatching(/isaf\.yaml:3: is no valid YAML/)]);
    expect([read(broken), read(other)]).toEqual([bad, otherGood]);
    writeFileSync(join(copy, broken), good);
  });
});
