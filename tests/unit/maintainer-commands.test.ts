/** What tells a maintainer why something matched or did not, as a person runs it: why, coverage, annotate --why, eval --write. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { linesOf, run } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-maintainer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The project's source in a folder of its own, for commands that write into it. */
function copyOfProject(name: string): string {
  const copy = join(folder, name);
  for (const part of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

const MET = 'The OSCE Minsk Group was created in 1992.';
const UKRAINE = 'The Minsk agreements on Ukraine were signed.';
const SILENT = 'Azerbaijan sold apples.';
const WEATHER = 'It rained in Paris.';

const why = (...words: string[]) => run('src/cli/notes.ts', ['why', ...words]);
const coverage = (...words: string[]) => run('src/cli/notes.ts', ['coverage', ...words]);

describe('notes why', () => {
  it('tells each rule of the note against each sentence, slot by slot', async () => {
    const { code, stdout, stderr } = await why('isaf', `${WEATHER} ISAF trained Afghan soldiers.`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first = '', second = ''] = stdout.split('\n\n');
    expect(first).toMatch(/^It rained in Paris\.\n {2}isaf: [^\n]+: does not match\n/);
    expect(second).toMatch(/^ISAF trained Afghan soldiers\.\n/);
    expect(second).toMatch(/: matches\n {4}names +“ISAF”/);
  });

  it('tells the words that forbid a match', async () => {
    expect((await why('isaf', 'Sailors of ISAF held a regatta.')).stdout).toContain('“regatta” forbids it');
  });

  it('takes the title and the date of the article', async () => {
    const { stdout } = await why('--title', 'NATO in Afghanistan', '--date', '2014-10', 'isaf', WEATHER);
    expect(stdout).toContain(WEATHER);
  });

  it.each([
    [['isaf'], /^give an id and a text in quotes; usage: /],
    [['isaf', ' '], /^the text is empty; usage: /],
    [['isav', MET], /^no note "isav"; nearest: isaf, /],
    [['--date', 'soon', 'isaf', MET], /^--date "soon" is malformed, write YYYY/],
  ])('says in one line what is wrong with %j', async (words, message) => {
    const { code, stdout, stderr } = await why(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(linesOf(stderr)).toEqual([expect.stringMatching(message)]);
  });
});

describe('annotate --why', () => {
  it('adds what matched and what came near, in words and as JSON', async () => {
    const path = file('one.txt', `${MET} ${UKRAINE} ${WEATHER}`);
    const { code, stdout } = await run('src/cli/annotate.ts', ['--why', path]);
    expect(code).toBe(0);
    const [, told = ''] = stdout.split('Why, and what came near');
    expect(told).toMatch(/osce-minsk-group: [^\n]+: matches\n +names +“OSCE Minsk Group”/);
    expect(told).not.toContain(WEATHER);
    const json = await run('src/cli/annotate.ts', ['--why', '--json', path]);
    const { matches, why } = JSON.parse(json.stdout) as {
      matches: { note: string }[];
      why: { start: number; rules: { note: string; matches: boolean }[] }[];
    };
    const raised = new Set(why.flatMap(({ rules }) => rules.filter((rule) => rule.matches).map(({ note }) => note)));
    expect([...raised].sort()).toEqual([...new Set(matches.map(({ note }) => note))].sort());
    expect(why[0]?.start).toBe(0);
  });
});

describe('notes coverage', () => {
  it('lists for each article of files and folders what is marked, what came near and what carries nothing', async () => {
    const inner = join(folder, 'articles');
    mkdirSync(inner);
    writeFileSync(join(inner, 'a.txt'), `${MET} ${SILENT} ${WEATHER}`);
    writeFileSync(join(inner, 'b.jsonl'), `${JSON.stringify({ id: 'x1', sentences: [MET, SILENT] })}\n`);
    writeFileSync(join(inner, 'notes.md'), MET);
    const { code, stdout, stderr } = await coverage(inner);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /a\.txt: 1 marked, \d+ came near, 1 silent\n {2}marked\n {4}osce-minsk-group: “OSCE Minsk Group”/,
    );
    expect(stdout).toContain(`speak of the topic and carry nothing\n    ${SILENT}\n`);
    expect(stdout).toMatch(/^x1: 1 marked/m);
    expect(stdout).not.toContain(WEATHER);
    expect(linesOf(stdout).at(-1)).toMatch(/^2 articles: 2 marks; \d+ sentences came near, 2 speak of the topic/);
  });

  it('goes on after what cannot be read, and then ends with 1', async () => {
    const lines = file('some.jsonl', `{"id":1}\n${JSON.stringify({ id: 2, text: MET })}\n`);
    const { code, stdout, stderr } = await coverage(join(folder, 'gone.txt'), lines);
    expect(code).toBe(1);
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/gone\.txt: no such file$/),
      expect.stringMatching(/some\.jsonl:1: needs either "text" or "sentences"$/),
    ]);
    expect(stdout).toContain('1 articles: 1 marks');
  });
});

describe('eval --write', () => {
  it('writes the figures of each note, dated, and nothing where a line was bad', async () => {
    const copy = copyOfProject('eval');
    const scores = join(copy, 'src/notes/scores.json');
    rmSync(scores, { force: true });
    const good = file(
      'set.jsonl',
      `${JSON.stringify({ id: 1, sentences: [{ text: MET, notes: ['osce-minsk-group', 'isaf'] }] })}\n`,
    );
    const bad = file('bad.jsonl', '{"id":1}\n');
    expect((await run('src/cli/eval.ts', ['--write', good, bad], '', copy)).code).toBe(1);
    expect(existsSync(scores)).toBe(false);
    expect((await run('src/cli/eval.ts', ['--write', good], '', copy)).code).toBe(0);
    expect(JSON.parse(readFileSync(scores, 'utf8'))).toEqual({
      set: ['set.jsonl'],
      measured: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      articles: 1,
      sentences: 1,
      all: { precision: 1, recall: 0.5, right: 1, wrong: 0, missed: 1 },
      notes: {
        isaf: { precision: null, recall: 0, right: 0, wrong: 0, missed: 1 },
        'osce-minsk-group': { precision: 1, recall: 1, right: 1, wrong: 0, missed: 0 },
      },
    });
  });
});

describe('notes learn', () => {
  it('writes the same weights from the same articles, and nothing where a line is bad', async () => {
    const copy = copyOfProject('learn');
    const cues = (): string => readFileSync(join(copy, 'src/notes/cues.json'), 'utf8');
    const learn = (...files: string[]) => run('src/cli/notes.ts', ['learn', ...files], '', copy);
    const articles = join(ROOT, 'tests/corpus/learn/practice-a.jsonl');
    const before = cues();
    const bad = await learn(articles, file('bad-line.jsonl', '{"id":1}\n'));
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toMatch(/bad-line\.jsonl:1: "sentences" is missing/);
    expect(cues()).toBe(before);
    const first = await learn(articles);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^src\/notes\/cues\.json is written: \d+ words and phrases of \d+ notes, from 45 articles\.\n$/,
    );
    const once = cues();
    expect(once).not.toBe(before);
    await learn(articles);
    expect(cues()).toBe(once);
  });
});
