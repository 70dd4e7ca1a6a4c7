import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isMap, isScalar, type Pair, parse, parseDocument, Scalar, visit, type YAMLMap } from 'yaml';
import { NOTES_FOLDER } from '../../src/cli/dataset.ts';
import { formatFaults } from '../../src/cli/faults.ts';
import { NOTE, readNoteFiles } from '../../src/cli/note-files.ts';
import { formFaults, planFormatting } from '../../src/cli/notes-format.ts';
import { type FileForm, firstDifference, formatYaml } from '../../src/cli/yaml-format.ts';
import { LINE } from '../../src/cli/yaml-layout.ts';

const files = readNoteFiles(NOTES_FOLDER);
const VOCABULARY = files.find(({ name }) => name.startsWith('vocabulary/'))?.form ?? NOTE;
const HEAD = '# yaml-language-server: $schema=../note.schema.json\n';

function format(text: string, form: FileForm = NOTE): string {
  const formatted = formatYaml(text, form);
  if (formatted.kind === 'fault') throw new Error(`${formatted.line}: ${formatted.message}\n${text}`);
  return formatted.text;
}

/** Without the first line. */
const body = (text: string, form: FileForm = NOTE): string => format(text, form).split('\n').slice(1).join('\n');

describe('the files of the dataset', () => {
  it('are in their form: npm run notes -- format', () => {
    expect(files.length).toBeGreaterThan(25);
    expect(formatFaults(formFaults(files))).toBe('');
  });

  it('mean the same to the last value when they are formatted', () => {
    for (const { text, form } of files) {
      const meaning = (yaml: string): unknown => JSON.parse(JSON.stringify(parse(yaml)).replace(/\s+/g, ' '));
      expect(meaning(format(text, form))).toEqual(meaning(text));
    }
  });
});

describe('the form of a file', () => {
  it('begins with the line that tells an editor the schema, once', () => {
    expect(format('id: a\n')).toBe(`${HEAD}id: a\n`);
    expect(format(`${HEAD}id: a\n`)).toBe(`${HEAD}id: a\n`);
    expect(format('# yaml-language-server: $schema=old.json\n# Why.\nid: a\n')).toBe(`${HEAD}# Why.\nid: a\n`);
  });

  it('has the keys in the order of the schema, unknown ones last, and leaves names of slots in theirs', () => {
    const text = `match:
  - within: 3
    sentence:
      z: a
      b: c
    rule: r
strange: 1
title: T
id: n
`;
    expect(body(text)).toBe(`id: n
title: T
match:
  - rule: r
    sentence:
      z: a
      b: c
    within: 3
strange: 1
`);
  });

  it('has lists of phrases and ids on their line where they fit, and one a line where they do not', () => {
    expect(body('related:\n  - a\n  - b\n')).toBe('related: [a, b]\n');
    expect(body('rejects: [One., Two.]\n')).toBe('rejects:\n  - One.\n  - Two.\n');
    const ids = Array.from({ length: 12 }, (_, i) => `note-number-${i}`);
    expect(body(`related: [${ids.join(', ')}]\n`)).toBe(`related:\n${ids.map((id) => `  - ${id}\n`).join('')}`);
  });

  it('fills the line to its last column and not beyond', () => {
    const list = (length: number): string => `related: [a, ${'b'.repeat(length - 'related: [a, ]'.length)}]\n`;
    expect(body(list(LINE))).toBe(list(LINE));
    expect(body(list(LINE + 1))).toMatch(/^related:\n {2}- a\n {2}- b+\n$/);
    const title = (length: number): string => `title: a ${'b'.repeat(length - 'title: a '.length)}\n`;
    expect(body(title(LINE))).toBe(title(LINE));
    expect(body(title(LINE + 1))).toMatch(/^title: >-\n {2}a b+\n$/);
  });

  it('folds text that is longer than its line, and neither addresses nor phrases', () => {
    const words = 'word '.repeat(60).trim();
    const lines = body(`summary: ${words}\n`).trimEnd().split('\n');
    expect(lines[0]).toBe('summary: >-');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(LINE);
    const url = `https://example.org/${'a'.repeat(200)}`;
    expect(body(`sources:\n  - url: ${url}\n`)).toBe(`sources:\n  - url: ${url}\n`);
    expect(body(`match:\n  - names:\n      - ${words}\n`)).toBe(`match:\n  - names:\n      - ${words}\n`);
  });

  it('quotes only what must be, and keeps numbers numbers and words words', () => {
    const text = `title: "plain"
timeline:
  - { date: '2009-02', text: "a: b" }
  - { date: "1949", text: 'no' }
  - { date: 1949, text: 'He said "x".' }
`;
    expect(body(text)).toBe(`title: plain
timeline:
  - date: 2009-02
    text: "a: b"
  - date: "1949"
    text: no
  - date: 1949
    text: He said "x".
`);
    expect(parse(format(text))).toEqual(parse(text));
  });

  it('keeps comments with what they are about', () => {
    const text = `title: T # takes no side
# what it is called
id: n
match:
  # the second
  - unless:
      - a # not this
      - b
    rule: r
# the end
`;
    expect(body(text)).toBe(`# what it is called
id: n
title: T # takes no side
match:
  # the second
  - rule: r
    unless:
      - a # not this
      - b

# the end
`);
  });

  it('keeps anchors, and puts them before what refers to them', () => {
    const text = `match:
  - unless: &others [a, b]
    article:
      topic: *topic
    rule: r
    names: &names [x]
  - unless: *others
    rule: s
    names: *names
`.replace('*topic', '&topic c');
    expect(body(text)).toContain(
      'names: &names [x]\n    article:\n      topic: &topic c\n    unless: &others [a, b]\n',
    );
    const turned = 'match:\n  - unless: &w [a]\n    rule: r\n    names: *w\n';
    expect(body(turned)).toBe('match:\n  - rule: r\n    names: &w [a]\n    unless: *w\n');
  });

  it('keeps blank lines between entries of the vocabulary and nowhere else', () => {
    const text = '# all\n\na:\n  words: [x]\n\n\n# b\nb:\n\n  later: [y]\n  words: [y]\nc:\n  words: [z]\n';
    const formatted = body(text, VOCABULARY);
    expect(formatted).toBe('# all\n\na:\n  words: [x]\n\n# b\nb:\n  words: [y]\n  later: [y]\nc:\n  words: [z]\n');
    expect(body('id: a\n\ntitle: b\n\nsources:\n\n  - key: c\n')).toBe('id: a\ntitle: b\nsources:\n  - key: c\n');
  });

  it('is not given to what cannot be read, with the line', () => {
    expect(formatYaml('id: a\ntitle: b: c\n', NOTE)).toMatchObject({ kind: 'fault', line: 2 });
    expect(formatYaml('- a\n', NOTE)).toMatchObject({ kind: 'fault', line: 1 });
    expect(formatYaml('', NOTE)).toMatchObject({ kind: 'fault', line: 1 });
  });

  it('is not given where an anchor that is used twice would come to mean the other', () => {
    const text = 'match:\n  - unless: &w [a]\n    rule: r\n    names: &w [b]\n  - rule: s\n    names: *w\n';
    expect(formatYaml(text, NOTE)).toMatchObject({ kind: 'fault' });
  });
});

describe('what is told of a file that is not in its form', () => {
  it('is the first line that differs', () => {
    expect(firstDifference('a\nb\n', 'a\nb\n')).toBeNull();
    expect(firstDifference('a\nb\n', 'a\nc\n')).toBe(2);
    expect(firstDifference('a\n', 'a\nb\n')).toBe(2);
    expect(firstDifference('a\nb', 'a\nb\n')).toBe(3);
    const text = `${HEAD}id: a\ntitle: "b"\n`;
    const [file] = files;
    if (file === undefined) throw new Error('no files');
    const changed = [{ ...file, text, form: NOTE }];
    expect(formFaults(changed)).toEqual([
      { file: `src/notes/${file.name}`, line: 3, message: expect.stringContaining('npm run notes -- format') },
    ]);
    expect(planFormatting(changed).changes).toMatchObject([{ text: `${HEAD}id: a\ntitle: b\n` }]);
  });
});

/** Text with all that YAML could take for something else. */
const piece = fc.oneof(
  fc.constantFrom('a', 'two words', ': ', ' #', '# ', '- ', '? ', '"', "'", '*', '&', '!', '|', '>', '%', '@', '`'),
  fc.constantFrom('[', ']', '{', '}', ',', '\n', '\t', '\\', '~', 'null', 'true', '822', '1e3', '0x1f', '---', '<a>'),
  fc.constantFrom('\u0007', '\u00a0', '\u2028', '\ud83d\ude00', 'é', 'word '.repeat(30)),
  fc.string({ maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const words = fc.oneof(text, fc.array(text, { maxLength: 8 }));
const slots = fc.dictionary(fc.constantFrom('who', 'what', 'where', '2020', 'a-b'), words, { maxKeys: 3 });
const rule = fc.record(
  { within: fc.nat(), unless: words, sentence: slots, rule: text, names: words, before: slots, order: fc.boolean() },
  { requiredKeys: [] },
);
const note = fc.record(
  {
    history: fc.array(fc.record({ change: text, date: text }), { maxLength: 2 }),
    rejects: fc.array(text, { maxLength: 3 }),
    match: fc.array(rule, { maxLength: 3 }),
    related: fc.array(text, { maxLength: 4 }),
    strange: fc.oneof(text, fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 2 })),
    summary: text,
    id: fc.oneof(text, fc.nat(), fc.constant(null)),
  },
  { requiredKeys: ['summary'] },
);

/** How somebody wrote it: comments, anchors and styles by these numbers. */
const hand = fc.record({
  comments: fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
  aliases: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  style: fc.constantFrom('block', 'any'),
  quotes: fc.constantFrom(Scalar.PLAIN, Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE),
  lineWidth: fc.constantFrom(0, 40, 80),
});
type Hand = typeof hand extends fc.Arbitrary<infer H> ? H : never;

const OPTIONS = { aliasDuplicateObjects: false } as const;

/** Scalars of a document in their order, keys among them. */
function scalarsOf(document: Document): Scalar[] {
  const scalars: Scalar[] = [];
  visit(document, {
    Scalar(_, scalar) {
      scalars.push(scalar);
    },
  });
  return scalars;
}

/** In each rule of a document, the values that may be referred to later on. */
function valuesOfRules(document: Document): Pair[] {
  const rules = document.get('match') as { items?: YAMLMap[] } | undefined;
  return (rules?.items ?? []).flatMap((one) =>
    isMap(one) ? one.items.filter((pair) => isScalar(pair.key) && pair.key.value === 'unless') : [],
  );
}

function writtenBy({ comments, aliases, style, quotes, lineWidth }: Hand, value: unknown): string {
  const document = new Document(value, OPTIONS);
  const scalars = scalarsOf(document);
  for (const at of comments) {
    const scalar = scalars[at];
    if (scalar !== undefined) scalar.commentBefore = ` comment ${at}`;
  }
  const [first, ...others] = valuesOfRules(document);
  for (const at of aliases) {
    const other = others[at];
    const target = first?.value;
    if (other !== undefined && target !== null && typeof target === 'object')
      other.value = document.createAlias(target as Scalar, 'words');
  }
  return document.toString({ collectionStyle: style, defaultStringType: quotes, defaultKeyType: 'PLAIN', lineWidth });
}

const oneLine = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' ? inner.trim().replace(/\s+/g, ' ') : inner,
  );
const commentsIn = (yaml: string): string[] => yaml.match(/# comment \d+/g)?.sort() ?? [];

describe('formatting, for any note in any hand', () => {
  it('is the same done twice', () => {
    fc.assert(
      fc.property(note, hand, (value, by) => {
        const once = format(writtenBy(by, value));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the meaning, the order of slots, anchors and comments', () => {
    fc.assert(
      fc.property(note, hand, (value, by) => {
        const before = writtenBy(by, value);
        const after = format(before);
        expect(oneLine(parse(after))).toEqual(oneLine(parse(before)));
        const slotsOf = (yaml: string) =>
          ((parse(yaml) as { match?: { sentence?: object }[] }).match ?? []).map(({ sentence }) =>
            Object.keys(sentence ?? {}),
          );
        expect(slotsOf(after)).toEqual(slotsOf(before));
        const anchors = (yaml: string) => {
          const found: string[] = [];
          visit(parseDocument(yaml), { Alias: (_, { source }) => void found.push(source) });
          return found;
        };
        expect(anchors(after)).toEqual(anchors(before));
        expect(commentsIn(after)).toEqual(commentsIn(before));
      }),
      { numRuns: 200 },
    );
  });

  it('gives one text, whoever wrote it', () => {
    const plain = (by: Hand): Hand => ({ ...by, comments: [], aliases: [] });
    fc.assert(
      fc.property(note, hand, hand, fc.boolean(), (value, one, other, turned) => {
        const entries = Object.entries(value).filter(([key]) => key !== 'strange');
        const again = Object.fromEntries(turned ? [...entries].reverse() : entries);
        expect(format(writtenBy(plain(other), again))).toBe(format(writtenBy(plain(one), Object.fromEntries(entries))));
      }),
      { numRuns: 200 },
    );
  });
});
