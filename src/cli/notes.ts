/** `npm run notes -- COMMAND`: the maintainer's tools, one file each. */
import { main, UserError } from './main.ts';
import { checkNotes } from './notes-check.ts';
import { listCoverage } from './notes-coverage.ts';
import { formatNotes } from './notes-format.ts';
import { learnCues } from './notes-learn.ts';
import { newNote } from './notes-new.ts';
import { showNote } from './notes-show.ts';
import { listStale } from './notes-stale.ts';
import { explainNote } from './notes-why.ts';

/** Takes the words after its name; gives the exit code. */
type Command = (words: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkNotes,
  coverage: listCoverage,
  format: formatNotes,
  learn: learnCues,
  new: newNote,
  show: showNote,
  stale: listStale,
  why: explainNote,
};
const USAGE = `npm run notes -- ${Object.keys(COMMANDS).join('|')}`;

await main(() => {
  const [name = '', ...words] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UserError(`${name === '' ? 'give a command' : `no command "${name}"`}; usage: ${USAGE}`);
  return command(words);
});
