import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStrings } from '../../src/card/strings.ts';

const read = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const messages = JSON.parse(read('_locales/en/messages.json')) as Readonly<Record<string, Message>>;

/** As browsers fill in messages; an unknown key is an empty string there, a failure here. */
function getMessage(key: string, substitutions: readonly string[] = []): string {
  const found = messages[key];
  if (!found) throw new Error(`no message ${key}`);
  return found.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/g, (_, number: string) => substitutions[Number(number) - 1] ?? '');
  });
}

describe('the words of the card', () => {
  const strings = readStrings(getMessage);

  it('are all there', () => {
    const values = Object.values(strings).filter((value) => typeof value === 'string');
    expect(values.every((value) => value.length > 0)).toBe(true);
    expect(Intl.DateTimeFormat.supportedLocalesOf(strings.language)).toEqual([strings.language]);
  });

  it('are filled in later, whatever they are filled with', () => {
    expect(strings.since('15 October 2014')).toBe('Since this article (15 October 2014)');
    expect(strings.source('2', '$& News')).toBe('Source 2: $& News');
    expect([1, 7].map(strings.notesHere)).toEqual(['1 context note on this page', '7 context notes on this page']);
    expect(strings.back('A $1 note')).toBe('Back to A $1 note');
  });

  it('are the only messages of the card', () => {
    const asked = new Set<string>();
    readStrings((key) => {
      asked.add(key);
      return getMessage(key, ['1', '2']);
    });
    expect(Object.keys(messages).filter((key) => key.startsWith('card_') && !asked.has(key))).toEqual([]);
  });
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The light and the dark set. */
const palettes = [1, 2].map((set) =>
  Object.fromEntries(
    [...read('card/colours.css').matchAll(/--sidelight-(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
      (found) => [found[1], found[set + 1]],
    ),
  ),
);

describe('the colours', () => {
  it('are a light and a dark set', () => {
    expect(palettes.map(Object.keys)).toEqual(
      Array(2).fill(['ground', 'edge', 'control', 'tint', 'text', 'quiet', 'accent']),
    );
  });

  it.each(['text', 'quiet', 'accent'])('hold 4.5:1 for %s on every ground', (name) => {
    for (const palette of palettes) {
      for (const ground of ['ground', 'tint']) {
        expect(contrast(palette[name] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('and all else that is handed down go by names of our own, which no page registers', () => {
    const sheets = ['card', 'colours', 'note'].map((name) => read(`card/${name}.css`)).join('\n');
    const names = [...sheets.matchAll(/--[\w-]+/g)].map(([name]) => name);
    expect(names.filter((name) => !name.startsWith('--sidelight-'))).toEqual([]);
  });

  it('hold 3.5:1 for the marks on light and dark pages', () => {
    const colours = [...read('mark/marks.css').matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour);
    expect(new Set(colours).size).toBe(1);
    for (const ground of ['#ffffff', '#f4f0e6', '#000000', '#1b1b1f']) {
      expect(contrast(colours[0] ?? '', ground)).toBeGreaterThanOrEqual(3.5);
    }
  });

  it('and lines of marks are the same on our own pages', () => {
    const linesIn = (path: string) => read(path).match(/underline (?:dotted 2px|dashed [\d.]+px) .*;/g);
    expect(linesIn('mark/marks.css')).toHaveLength(2);
    expect(linesIn('pages/frame/look.css')).toEqual(linesIn('mark/marks.css'));
  });
});
