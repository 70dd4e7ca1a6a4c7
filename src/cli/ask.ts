/** Questions at the terminal. The answers may as well come through a pipe, one a line. */
import { createInterface } from 'node:readline';
import { UserError } from './main.ts';

export interface Question {
  /** what is asked for, as a complaint names it */
  readonly what: string;
  readonly text: string;
  /** why an answer does not do; null where it does */
  readonly refuse: (answer: string) => string | null;
}

/**
 * The answers to all questions, in order, without white space around them. An answer that does not do is asked for again.
 * @throws UserError when the input ends first
 */
export async function ask(questions: readonly Question[]): Promise<string[]> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  const reader = lines[Symbol.asyncIterator]();
  const answers: string[] = [];
  try {
    for (const question of questions) answers.push(await answerTo(question, lines, reader));
    return answers;
  } finally {
    lines.close();
  }
}

async function answerTo(
  { what, text, refuse }: Question,
  lines: { setPrompt(text: string): void; prompt(): void },
  reader: AsyncIterator<string>,
): Promise<string> {
  for (;;) {
    lines.setPrompt(process.stdin.isTTY ? `${text} ` : `${text}\n`);
    lines.prompt();
    const { done, value } = await reader.next();
    if (done) throw new UserError(`no ${what} was given; nothing is written`);
    const answer = value.trim();
    const reason = refuse(answer);
    if (reason === null) return answer;
    console.log(reason);
  }
}
