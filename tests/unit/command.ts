/** Runs a command of the project as a person would, in a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../../src/cli/root.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(script: string, words: readonly string[], folder: string): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', script, ...words], { cwd: folder });
}

/** `script` is a path from the top folder; `folder` another copy of the project to run it in. */
export function run(
  script: string,
  words: readonly string[] = [],
  input: string | Buffer = '',
  folder: string = ROOT,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = start(script, words, folder);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // A command that stops early closes its input: what it said is what counts.
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** A command that is spoken with: `answer` waits for the next piece of its output, `closed` gives its exit code. */
export function converse(script: string, words: readonly string[], folder: string = ROOT) {
  const child = start(script, words, folder);
  const closed = once(child, 'close').then(([code]) => code as number | null);
  const answer = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]);
  return { child, answer, closed };
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
