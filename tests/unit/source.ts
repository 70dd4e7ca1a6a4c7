/** The project's own files, read as text, for the tests that check the house. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ROOT } from '../../src/cli/root.ts';

/** Paths below a folder of the project, with "/" whatever the system, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const sourceFiles = (): string[] => filesBelow('src').filter((path) => /\.tsx?$/.test(path));

/** Source without comments, strings kept. Good for code that Biome has formatted. */
export function withoutComments(source: string): string {
  const pieces =
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(pieces, (_, kept: string | undefined) => kept ?? ' ');
}

export interface Import {
  readonly from: string;
  /** a file of the project ("src/text/tokens.ts") or the name of a package */
  readonly to: string;
  /** gone once the types are stripped */
  readonly typeOnly: boolean;
}

const STATEMENT = /\b(?:import|export)\s+(type\s+)?(?:([\w*{][^'";]*?)\s*from\s*)?['"]([^'"\n]+)['"]/g;
const CALL = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)(\.[A-Z])?/g;

function allTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const each =
    inner
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(from), specifier).split(sep).join('/') : specifier;
}

export function importsIn(from: string, source: string): Import[] {
  const code = withoutComments(source);
  const statements = [...code.matchAll(STATEMENT)].map(([, type, names = '', specifier = '']) => ({
    from,
    to: resolve(from, specifier),
    typeOnly: from.endsWith('.d.ts') || type !== undefined || allTypes(names),
  }));
  const calls = [...code.matchAll(CALL)].map(([, specifier = '', member]) => ({
    from,
    to: resolve(from, specifier),
    typeOnly: from.endsWith('.d.ts') || member !== undefined,
  }));
  return [...statements, ...calls];
}

export const allImports = (): Import[] => sourceFiles().flatMap((path) => importsIn(path, read(path)));
