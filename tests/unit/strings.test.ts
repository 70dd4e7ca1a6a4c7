/** Every word of the interface stands in `_locales`, is used, and is there in every form that it is asked for. */
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/shared/settings.ts';
import { read, sourceFiles, withoutComments } from './source.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const messages = JSON.parse(read('src/_locales/en/messages.json')) as Record<string, Message>;
const files = sourceFiles().filter((path) => !path.startsWith('src/cli/'));
/** The static site is written by the build. */
const all = [...files, 'src/cli/site.tsx'].map((path) => withoutComments(read(path))).join('\n');

/** A component as calls, types and comments gone: `h("p", { class: "quiet" }, say("key"))`. */
const asCalls = (source: string): string =>
  transformSync(source, { loader: 'tsx', jsx: 'transform', jsxFactory: 'h', jsxFragment: 'F', legalComments: 'none' })
    .code;

/** Attributes whose value a person reads. */
const READ = /(?:"aria-label"|"aria-description"|"aria-valuetext"|\btitle|\balt|\bplaceholder|\blabel): $/;
const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\bh\(|[()[\]{},]/g;

/** Literal texts with letters that stand as a child of an element, from the third argument of `h` on, or in an attribute that is read. */
function wordsIn(source: string): string[] {
  const code = asCalls(source);
  const found: string[] = [];
  /** open brackets, each with the arguments before the place reached; null where it is no call of `h` */
  const open: (number | null)[] = [];
  for (const { 0: token, index } of code.matchAll(TOKEN)) {
    const inside = open.at(-1) ?? null;
    if (token === 'h(') open.push(0);
    else if (/^[([{]$/.test(token)) open.push(null);
    else if (/^[)\]}]$/.test(token)) open.pop();
    else if (token === ',') {
      if (inside !== null) open[open.length - 1] = inside + 1;
    } else {
      const before = code.slice(0, index);
      const isChild = inside !== null && inside > 1 && !/[!=]== $/.test(before);
      const isText = /\p{L}/u.test(token.replace(/\$\{[^}]*\}/g, ''));
      if (isText && (isChild || READ.test(before))) found.push(token);
    }
  }
  return found;
}

describe('the interface', () => {
  it.each(files.filter((path) => path.endsWith('.tsx')))('has no words of its own in %s', (path) => {
    expect(wordsIn(read(path))).toEqual([]);
  });

  it('is read for words at all', () => {
    expect(wordsIn('const a = <p class="quiet">Some words</p>;')).toHaveLength(1);
    expect(wordsIn('const a = <div><p>{say("key")}</p>Some words</div>;')).toHaveLength(1);
    expect(wordsIn('const a = <button aria-label="Close it">{x}</button>;')).toHaveLength(1);
    expect(wordsIn('const a = <p>{said ? "Yes" : say("key")}</p>;')).toHaveLength(1);
    expect(wordsIn('const a = <p class="quiet big" key="one two">{say("key")}</p>;')).toEqual([]);
  });

  it('has no words of its own in its documents but its name', () => {
    for (const path of ['library', 'options', 'popup', 'try', 'welcome']) {
      const html = read(`src/pages/${path}/${path}.html`).replace(/<!--[\s\S]*?-->/g, '');
      expect(html.replace(/<[^>]*>/g, ' ').trim()).toBe('Sidelight');
    }
  });
});

/** Keys that code spells out, and the fixed beginnings and ends of those that it puts together: `options_${name}_${choice}`. */
const keys = (pattern: RegExp): string[] => [...all.matchAll(pattern)].map(([, key = '']) => key);
const quoted = new Set([...keys(/['"]([a-z]+_\w+)['"]/g), ...keys(/\bget\('(\w+)'/g)]);
const patterns = [...all.matchAll(/`((?:[a-z]+_|\$\{\w+\}_)[\w${}.]*)`/g)]
  .map(([, template = '']) => template)
  .filter((template) => template.includes('${'))
  .map((template) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '[a-zA-Z-]+')}$`));
const manifest = new Set([...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key));

describe('the messages', () => {
  it('are all there that code asks for', () => {
    const prefixes = new Set(Object.keys(messages).map((key) => key.split('_')[0]));
    const asked = [...quoted].filter((key) => prefixes.has(key.split('_')[0]));
    const isThere = (key: string): boolean =>
      Object.keys(messages).some((known) => known === key || known.startsWith(`${key}_`));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !isThere(key))).toEqual([]);
  });

  it('are there for every setting that a file can have wrong', () => {
    for (const name of Object.keys(DEFAULTS)) expect(messages).toHaveProperty(`options_must_${name}`);
  });

  it('are all asked for', () => {
    const base = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
    const isAsked = (key: string): boolean =>
      manifest.has(key) || quoted.has(key) || quoted.has(base(key)) || patterns.some((pattern) => pattern.test(key));
    expect(Object.keys(messages).filter((key) => !isAsked(key))).toEqual([]);
  });

  it('have every plural that the language has', () => {
    const { pluralCategories } = new Intl.PluralRules(messages['language']?.message).resolvedOptions();
    const counted = keys(/count\('(\w+)'/g);
    expect(counted.length).toBeGreaterThan(5);
    for (const key of counted)
      for (const category of pluralCategories) expect(messages).toHaveProperty(`${key}_${category}`);
  });

  it('fill every place that they have', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      const named = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
      expect(new Set(named), key).toEqual(new Set(Object.keys(placeholders)));
    }
  });
});
