/** A screen without a monitor and real keys, for what browsers' drivers cannot do: their keys never fire an extension's commands. Linux only. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { hasCommand, installPackages } from '../src/cli/browsers.ts';

/** Commands and the packages that they are in. */
const TOOLS = { Xvfb: 'xvfb', xdotool: 'xdotool' } as const;

const missingTools = (): string[] =>
  Object.entries(TOOLS).flatMap(([command, name]) => (hasCommand(command) ? [] : [name]));

/** The packages that are still missing after those that may be installed were. */
export function ensureScreenTools(): string[] {
  const missing = missingTools();
  if (missing.length > 0) installPackages(missing);
  return missingTools();
}

export interface Screen {
  /** Presses keys in the window whose class holds `window`, in xdotool's names: "alt+shift+j". */
  press(window: string, keys: string): void;
  close(): void;
}

/** A number of its own from the X server, which writes it when it listens. */
async function displayOf(server: ChildProcess): Promise<string> {
  const line = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data: Buffer) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return `:${line}`;
}

/** Starts a screen that browsers started after it open on. */
export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const before = process.env['DISPLAY'];
  process.env['DISPLAY'] = await displayOf(server);
  return {
    press(window, keys) {
      // Without a window manager nobody gives a window the focus.
      spawnSync('xdotool', ['search', '--onlyvisible', '--class', window, 'windowfocus', '--sync', 'key', keys]);
    },
    close() {
      if (before === undefined) delete process.env['DISPLAY'];
      else process.env['DISPLAY'] = before;
      server.kill();
    },
  };
}
