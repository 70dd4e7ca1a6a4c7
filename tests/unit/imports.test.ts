/** The flow of imports, read from the source: an arrow that points against the design fails here. */
import { describe, expect, it } from 'vitest';
import { allImports, type Import, importsIn } from './source.ts';

interface Allowed {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

/** What each part of `src` may import of the others; a part may always import itself. `types`: only what is gone once types are stripped. */
const MAY: Readonly<Record<string, Allowed>> = {
  notes: { values: [] },
  text: { values: [] },
  match: { values: ['text'], types: ['notes'] },
  article: { values: ['text'] },
  mark: { values: [], types: ['article', 'match', 'notes'] },
  card: { values: ['shared'], types: ['notes'] },
  content: { values: ['text', 'match', 'article', 'mark', 'card', 'shared'], types: ['notes'] },
  background: { values: ['shared'] },
  pages: { values: ['notes', 'card', 'shared', 'text', 'match', 'mark'] },
  shared: { values: [], types: ['match', 'notes'] },
  cli: { values: ['notes', 'text', 'match', 'article', 'card', 'pages', 'shared'] },
};

/** Who may import which package; Node's own modules are for `cli`. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  notes: /^valibot$/,
  card: /^(?:preact|preact\/.*|dompurify|@floating-ui\/dom)$/,
  content: /^(?:preact|preact\/.*|sidelight:anchors)$/,
  pages: /^(?:preact|preact\/.*)$/,
  shared: /^webextension-polyfill$/,
  cli: /./,
};

/** Types only, wherever `browser` is spoken to: the package itself comes in at one place. */
const TYPES_ANYWHERE = 'webextension-polyfill';

const partOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

function fault({ from, to, typeOnly }: Import): string | null {
  const part = partOf(from) ?? '';
  const target = partOf(to);
  const says = (why: string) => `${from} imports ${to}: ${why}`;
  if (target === undefined) {
    const allowed = PACKAGES[part]?.test(to) || (typeOnly && to === TYPES_ANYWHERE);
    return allowed ? null : says(`${part} may not import this`);
  }
  const allowed = MAY[part];
  if (allowed === undefined) return says(`${part} is no part of the design`);
  if (target === part || allowed.values.includes(target)) return null;
  if (allowed.types?.includes(target)) return typeOnly ? null : says(`${part} may import only types of ${target}`);
  return says(`${part} may not import ${target}`);
}

/** Every file that a module brings along. */
function closure(start: string, imports: readonly Import[]): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    for (const { from, to, typeOnly } of imports) if (from === path && !typeOnly) reached.add(to);
  }
  return reached;
}

const IMPORTS = allImports();

describe('imports', () => {
  it('flow one way', () => {
    expect(IMPORTS.length).toBeGreaterThan(50);
    expect(IMPORTS.map(fault).filter((line) => line !== null)).toEqual([]);
  });

  it('name files of src with their endings', () => {
    const bare = IMPORTS.filter(({ to }) => to.startsWith('src/') && !/\.(?:tsx?|css)$/.test(to));
    expect(bare).toEqual([]);
  });

  it.each(['gate', 'reader'])('bring no library into the %s', (name) => {
    const reached = [...closure(`src/content/${name}.ts`, IMPORTS)];
    expect(reached.filter((path) => !path.startsWith('src/') && path !== 'sidelight:anchors')).toEqual([]);
  });

  it.each(['gate', 'reader', 'card'])('keep the polyfill out of the content script %s', (name) => {
    expect([...closure(`src/content/${name}.ts`, IMPORTS)]).not.toContain('src/shared/browser.ts');
  });

  it('take webextension-polyfill in one place', () => {
    const users = IMPORTS.filter(({ to, typeOnly }) => to === 'webextension-polyfill' && !typeOnly).map(
      ({ from }) => from,
    );
    expect(users).toEqual(['src/shared/browser.ts']);
  });
});

describe('the reading of imports', () => {
  const found = (source: string) => importsIn('src/mark/a.ts', source);

  it('tells types from values', () => {
    expect(found("import type { A } from '../article/types.ts';")).toMatchObject([
      { to: 'src/article/types.ts', typeOnly: true },
    ]);
    expect(found("import { type A, type B } from './b.ts';")).toMatchObject([{ to: 'src/mark/b.ts', typeOnly: true }]);
    expect(found("import { type A, b } from './b.ts';")).toMatchObject([{ typeOnly: false }]);
    expect(found("type A = import('./b.ts').A;")).toMatchObject([{ typeOnly: true }]);
  });

  it('sees every form, and none in a comment or a string', () => {
    const source =
      "import './a.ts';\nexport * from './b.ts';\nexport {\n  c,\n} from './c.ts';\nawait import('./d.ts');\n// import './e.ts';\nconst s = \"import './f.ts'\";";
    expect(found(source).map(({ to }) => to)).toEqual([
      'src/mark/a.ts',
      'src/mark/b.ts',
      'src/mark/c.ts',
      'src/mark/f.ts',
      'src/mark/d.ts',
    ]);
  });

  it('finds an arrow that points the wrong way', () => {
    expect(fault({ from: 'src/text/a.ts', to: 'src/match/b.ts', typeOnly: true })).toContain(
      'text may not import match',
    );
    expect(fault({ from: 'src/mark/a.ts', to: 'src/article/b.ts', typeOnly: false })).toContain(
      'only types of article',
    );
    expect(fault({ from: 'src/match/a.ts', to: 'preact', typeOnly: false })).toContain('may not import this');
  });
});
