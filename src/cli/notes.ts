/** `npm run notes -- check`: the maintainer's tools. */
import { parseArgs } from 'node:util';
import { formatFaults, loadDataset } from './dataset.ts';
import { main, UserError, withUsage } from './main.ts';

/** Checks every note and its own test sentences, as the build does, and says what is wrong. */
function check(): number {
  const { notes, faults } = loadDataset();
  if (faults.length > 0) {
    console.error(formatFaults(faults));
    console.error(`${faults.length} to mend in ${new Set(faults.map(({ file }) => file)).size} files.`);
    return 1;
  }
  const sentences = notes.reduce((sum, note) => sum + note.matches.length + note.rejects.length, 0);
  console.log(`${notes.length} notes are in order; their ${sentences} test sentences hold.`);
  return 0;
}

const COMMANDS: Readonly<Record<string, () => number>> = { check };
const USAGE = `npm run notes -- ${Object.keys(COMMANDS).join('|')}`;

await main(() => {
  const { positionals } = withUsage(USAGE, () => parseArgs({ allowPositionals: true }));
  const [name = '', ...more] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UserError(`${name === '' ? 'give a command' : `no command "${name}"`}; usage: ${USAGE}`);
  if (more.length > 0) throw new UserError(`"${name}" takes nothing else; usage: ${USAGE}`);
  return command();
});
