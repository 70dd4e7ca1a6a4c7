/** The commands as a person runs them: what they print, where, and how they end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { type MarkedArticle, readMarkedArticle } from '../saved-pages.ts';
import { converse, linesOf, run } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Listed {
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly rule: string;
}

const SAMPLE = 'tests/pages/sample-agency-report';
const expected = readMarkedArticle('sample-agency-report');
const annotate = (words: readonly string[], input?: string | Buffer) => run('src/cli/annotate.ts', words, input);

const TALKS = 'The OSCE Minsk Group met in Baku.';
const WEATHER = 'It rained in Paris.';

describe('annotate FILE.html', () => {
  it('finds the article of a whole page, and in it what was expected', async () => {
    const { code, stdout, stderr } = await annotate(['--json', `${SAMPLE}/source.html`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout) as Omit<MarkedArticle, 'matches'> & { matches: Listed[] };
    expect({ title: result.title, date: result.date, text: result.text }).toEqual({
      title: expected.title,
      date: expected.date,
      text: expected.text,
    });
    const sentences = splitSentences(result.text).map(({ start, end }) => result.text.slice(start, end));
    const found = new Set(result.matches.map(({ note, sentence }) => `${note}: ${sentences[sentence]}`));
    expect([...found].sort()).toEqual(expected.matches.map(({ note, sentence }) => `${note}: ${sentence}`).sort());
  });

  it('prints the text with numbers and the notes by these numbers', async () => {
    const { code, stdout } = await annotate([`${SAMPLE}/source.html`]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${expected.date}; `);
    expect(stdout).toMatch(/Euro-Atlantic Partnership Council\[[\d,]+\], he noted/);
    expect(stdout).toMatch(/^\[\d+\] OSCE Minsk Group \(term, osce-minsk-group\)$/m);
    expect(stdout).toMatch(/^ {4}since: 2025-/m);
    expect(stdout).toMatch(/^ {4}why: /m);
  });
});

describe('annotate FILE.txt', () => {
  it('reads a file and standard input alike', async () => {
    const [fromFile, fromInput] = await Promise.all([annotate([file('talks.txt', TALKS)]), annotate(['-'], TALKS)]);
    expect(fromFile).toEqual(fromInput);
    expect(fromFile.stdout).toContain('osce-minsk-group');
  });

  it('takes the date that it is given', async () => {
    const { code, stdout } = await annotate(['--json', '--date', '2014-10-15T08:00', '-'], TALKS);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ date: '2014-10-15', text: TALKS });
  });

  it.each([
    ['missing', () => join(folder, 'nothing.txt'), /nothing\.txt: no such file/],
    ['a folder', () => folder, /is a folder, not a file/],
    ['empty', () => file('empty.txt', ' \n'), /empty\.txt: is empty/],
    [
      'binary',
      () => file('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff])),
      /picture\.txt: is no text/,
    ],
    ['huge', () => file('huge.txt', Buffer.alloc(10_000_001, 'a ')), /huge\.txt: is larger than 10 MB/],
    ['nested without end', () => file('deep.html', '<div>'.repeat(20_000)), /deep\.html: holds no article/],
    [
      'no article',
      () => file('menu.html', '<html><body><nav><a href="#a">Home</a></nav></body></html>'),
      /menu\.html: holds no article/,
    ],
  ])('says in one line when the file is %s', async (_, path, message) => {
    const { code, stdout, stderr } = await annotate([path()]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(linesOf(stderr)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    [['--date', '15 October', '-'], /--date "15 October": is malformed/],
    [[], /give one file; usage: /],
    [['--colour', '-'], /Unknown option '--colour'; usage: /],
    [['--jsonl', 'a.txt'], /takes nothing else; usage: /],
  ])('says in one line when called as %j', async (words, message) => {
    const { code, stdout, stderr } = await annotate(words, TALKS);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(linesOf(stderr)).toEqual([expect.stringMatching(message)]);
  });
});

describe('annotate --jsonl', () => {
  it('gives one line for each good line, in order, and one complaint for each bad one', async () => {
    const input = [
      JSON.stringify({ id: 'a', text: `${WEATHER} ${TALKS}` }),
      '{"id":"b","text":',
      JSON.stringify({ id: 'c', sentences: [WEATHER, `${WEATHER} ${TALKS}`], date: null }),
      JSON.stringify({ id: 'd', text: TALKS, date: '15.10.2014' }),
      JSON.stringify({ id: 'e', text: '' }),
    ].join('\n');
    const { code, stdout, stderr } = await annotate(['--jsonl'], input);
    expect(code).toBe(1);
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/^line 2: is no JSON/),
      expect.stringMatching(/^line 4: "date" "15\.10\.2014" is malformed/),
    ]);
    const [a, c, e, ...more] = linesOf(stdout).map((line) => JSON.parse(line) as { id: string; matches: Listed[] });
    expect([a?.id, c?.id, e?.id, more.length]).toEqual(['a', 'c', 'e', 0]);
    const text = `${WEATHER} ${TALKS}`;
    const group = a?.matches.find(({ note }) => note === 'osce-minsk-group');
    expect(text.slice(group?.start, group?.end)).toContain('OSCE Minsk Group');
    expect(Object.keys(group ?? {})).toEqual(['note', 'start', 'end', 'sentence', 'rule']);
    expect(group?.sentence).toBe(1);
    // The given array, not the text's own ends, gives the index.
    const again = c?.matches.find(({ note }) => note === 'osce-minsk-group');
    expect(again).toEqual({
      ...group,
      start: (group?.start ?? 0) + WEATHER.length + 1,
      end: (group?.end ?? 0) + WEATHER.length + 1,
    });
    expect(e?.matches).toEqual([]);
  });

  it('answers each line before the next one comes', async () => {
    const { child, answer, closed } = converse('src/cli/annotate.ts', ['--jsonl']);
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({ id, text: TALKS })}\n`);
      expect(JSON.parse(await answer())).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await closed).toBe(0);
  });

  it('answers every one of many lines while its reader is slow', async () => {
    const count = 5_000;
    const input = Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: TALKS })).join('\n');
    const { child, closed } = converse('src/cli/annotate.ts', ['--jsonl']);
    child.stdin.end(input);
    let last = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      const { id } = JSON.parse(line) as { id: number };
      expect(id).toBe(last + 1);
      last = id;
      if (id % 500 === 0) await setTimeout(5);
    }
    expect(last).toBe(count - 1);
    expect(await closed).toBe(0);
  });
});

describe('eval', () => {
  const labelled = (id: string, group: string, ...sentences: [string, string[]][]): string =>
    JSON.stringify({ id, group, sentences: sentences.map(([text, notes]) => ({ text, notes })) });

  it('counts right, wrong and missed pairs, and says of labels without a note which are nearest', async () => {
    const path = file(
      'labels.jsonl',
      [
        labelled(
          'a',
          'positive',
          ['The OSCE Minsk Group was created in 1992.', ['osce-minsk-group']],
          [WEATHER, ['isaf']],
        ),
        labelled('b', 'other', ['The OSCE Minsk Group was created in 1992.', []], [WEATHER, ['no-such-note', 'isaff']]),
      ].join('\n'),
    );
    const { code, stdout, stderr } = await run('src/cli/eval.ts', ['--json', path]);
    expect(code).toBe(1);
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/^no note "no-such-note"; nearest: /),
      expect.stringMatching(/^no note "isaff"; nearest: isaf, /),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 2,
      sentences: 4,
      total: { right: 1, wrong: 1, missed: 1, precision: 0.5, recall: 0.5, f05: 0.5 },
      groups: { positive: { right: 1, wrong: 0, missed: 1 }, other: { wrong: 1 } },
      clean: { positive: { articles: 1, clean: 1 }, other: { articles: 1, clean: 0 } },
      wrong: [{ article: 'b', sentence: 0, note: 'osce-minsk-group' }],
      missed: [{ article: 'a', sentence: 1, note: 'isaf' }],
      notYetWritten: { 'no-such-note': 1, isaff: 1 },
    });
  });

  it('prints tables and lists, goes on after bad lines and files, and then ends with 1', async () => {
    const path = file('some.jsonl', `${labelled('a', 'positive', [WEATHER, ['isaf']])}\n{"id":"b"}\n`);
    const { code, stdout, stderr } = await run('src/cli/eval.ts', [join(folder, 'gone.jsonl'), path]);
    expect(code).toBe(1);
    expect(linesOf(stderr)).toEqual([
      expect.stringMatching(/gone\.jsonl: no such file/),
      expect.stringMatching(/some\.jsonl:2: "sentences" is missing/),
    ]);
    expect(stdout).toMatch(/^all +- +0\.000 +0\.000 +0 +0 +1$/m);
    expect(stdout).toContain(`missed (1)\n  a #0 isaf: ${WEATHER}`);
  });

  it('prints no table where it has read nothing', async () => {
    const { code, stdout, stderr } = await run('src/cli/eval.ts', [join(folder, 'gone.jsonl')]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(linesOf(stderr)).toEqual([expect.stringMatching(/gone\.jsonl: no such file/)]);
  });

  it('tells of rules that are often wrong', async () => {
    const group = (...labels: string[]) => ['The OSCE Minsk Group was created in 1992.', labels] as [string, string[]];
    const path = file(
      'wrong.jsonl',
      [
        labelled('a', 'other', group(), [WEATHER, []]),
        labelled('b', 'other', group()),
        labelled('c', 'positive', group('osce-minsk-group')),
        labelled('d', 'other', ['The ISAF mission was led by NATO.', []]),
      ].join('\n'),
    );
    const { stdout } = await run('src/cli/eval.ts', [path]);
    expect(stdout).toMatch(/^rules that are often wrong here.* \(1\)\n {2}osce-minsk-group: .+: 1, 2$/m);
  });
});

describe('notes', () => {
  it('check finds the bundled notes in order', async () => {
    const { code, stdout, stderr } = await run('src/cli/notes.ts', ['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ notes are in order; their \d+ test sentences hold\.\n$/);
  });

  it('says which commands there are', async () => {
    const { code, stdout, stderr } = await run('src/cli/notes.ts', ['chekc']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(linesOf(stderr)).toEqual([
      'no command "chekc"; usage: npm run notes -- check|coverage|format|learn|new|show|stale|why',
    ]);
  });
});
