/** What every command shares: how it ends, and how it writes without filling memory. */
import { once } from 'node:events';

/** A fault that the person at the terminal can mend: shown as one line, without a stack. */
export class UserError extends Error {}

/** Runs a command and sets the exit code it gives; a reader that closes the pipe early (`| head`) ends it quietly. */
export async function main(command: () => number | Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Parses arguments by `parse`; what is wrong with them becomes one line that ends with the usage. */
export function withUsage<Parsed>(usage: string, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const said = error instanceof Error ? (error.message.split(/\.(?:\s|$)|\n/)[0] ?? '') : String(error);
    throw new UserError(`${said}; usage: ${usage}`);
  }
}

/** Writes to standard output and waits while whoever reads it is behind. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
