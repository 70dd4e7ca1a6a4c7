/** Files that are whole or not there: written beside their place, then moved into it. */
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `place` moves the finished file, which is removed if that fails. */
function writeBeside(path: string, text: string, place: (finished: string) => void): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(beside, text);
    place(beside);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Writes a file in place of what was there. @throws the system's error, with what was there as it was */
export function writeWhole(path: string, text: string): void {
  writeBeside(path, text, (finished) => renameSync(finished, path));
}

/** Writes a file where there is none. @throws the system's error, EEXIST where there is one */
export function createWhole(path: string, text: string): void {
  writeBeside(path, text, (finished) => linkSync(finished, path));
}
