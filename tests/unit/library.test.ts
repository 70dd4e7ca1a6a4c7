/** The library's parts without a browser: its search, its data, the static site. */
import { describe, expect, it } from 'vitest';
import { readReleases } from '../../src/cli/changelog.ts';
import { loadDataset } from '../../src/cli/dataset.ts';
import { toLibrary } from '../../src/cli/library-text.ts';
import { readMessages } from '../../src/cli/messages.ts';
import { readScores } from '../../src/cli/scores-file.ts';
import { siteFiles } from '../../src/cli/site.tsx';
import { createWords } from '../../src/pages/frame/words.ts';
import { addressOf, IN_DOCUMENT } from '../../src/pages/library/links.ts';
import { search, soundOf, soundsOf } from '../../src/pages/library/search.ts';

describe('the search', () => {
  const { notes, cards } = loadDataset();
  const all = notes.flatMap(({ id }) => cards[id] ?? []).map((note) => ({ note, sounds: soundsOf(note) }));
  const finds = (query: string, text: string): boolean => search(query, [{ sounds: [soundOf(text)] }]).length > 0;

  it.each([
    ['Qarabağ', 'Nagorno-Karabakh'],
    ['garabagh', 'Karabakh'],
    ['Xocalı', 'Khojaly'],
    ['Kəlbəcər', 'the district of Kelbajar'],
    ['sumqayit', 'Sumgait'],
    ['Laçın', 'Lachin'],
    ['Şuşa', 'Shusha'],
    ['ALIYEV', 'Aliev'],
    ['Pashinian', 'Pashinyan'],
  ])('finds %s in "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['1999', 'in 1993'],
    ['1988', 'in 1989'],
    ['882', 'resolution 822'],
    ['2022', 'in 2020'],
  ])('does not find the number %s in "%s"', (query, text) => {
    expect(finds(query, text)).toBe(false);
    expect(finds(query, `${text}, and ${query}`)).toBe(true);
  });

  it('asks for every word, each from its beginning, in any order', () => {
    expect(finds('group mins', 'OSCE Minsk Group')).toBe(true);
    expect(finds('insk', 'OSCE Minsk Group')).toBe(false);
    expect(finds('Minsk agreement', 'OSCE Minsk Group')).toBe(false);
    expect(finds('  ', 'anything')).toBe(true);
  });

  it('puts words in the title before those in the summary, and these before all others', () => {
    const where = search('Qarabağ', all).map(({ note: { title, summary } }) =>
      [title, title + summary.html].findIndex((text) => text.includes('Karabakh')),
    );
    const [first, second] = [where.indexOf(1), where.indexOf(-1)];
    expect(first).toBeGreaterThan(3);
    expect(second).toBeGreaterThan(first + 3);
    expect(new Set(where.slice(0, first))).toEqual(new Set([0]));
    expect(new Set(where.slice(first, second))).toEqual(new Set([1]));
    expect(new Set(where.slice(second))).toEqual(new Set([-1]));
  });

  it('leaves the order as it is otherwise', () => {
    expect(search('', all)).toEqual(all);
    const found = search('Qarabağ', all).filter(({ note }) => note.title.includes('Karabakh'));
    expect(found).toEqual(all.filter((one) => found.includes(one)));
  });
});

describe('an address in the library', () => {
  it('is read as it is written', () => {
    expect(addressOf(IN_DOCUMENT.note('some-note'))).toEqual({ kind: 'note', id: 'some-note' });
    expect(addressOf('#new')).toEqual({ kind: 'new' });
    for (const hash of ['', IN_DOCUMENT.index, '#elsewhere']) expect(addressOf(hash)).toEqual({ kind: 'index' });
  });
});

describe('the changelog', () => {
  it('gives each version what it brought its readers', () => {
    const text = `# Changelog

Words.

## 3.0.0

### For maintainers

- A command.

## 2.0.0

### For readers

- Second *thing*.
- Third.

### For maintainers

- Another command.

## 1.0.0 (May 2026)

### For readers

- First.
`;
    expect(readReleases(text)).toEqual([
      { version: '2.0.0', changes: [{ html: 'Second <em>thing</em>.' }, { html: 'Third.' }] },
      { version: '1.0.0 (May 2026)', changes: [{ html: 'First.' }] },
    ]);
  });

  it('names each heading that is not known, and each item under none', () => {
    const text = '# Changelog\n\n## 1.0.0\n\n- First.\n\n### For reader\n\n- Second.\n';
    expect(() => readReleases(text)).toThrow(
      [
        'CHANGELOG.md:5: stands under no heading; write “### For readers” or “### For maintainers” above it',
        'CHANGELOG.md:7: “### For reader” is no heading of a version; write “### For readers” or “### For maintainers”',
      ].join('\n'),
    );
  });
});

describe('the static site', () => {
  const { notes, cards } = loadDataset();
  const library = toLibrary(notes, readScores(), '## 1.0.0\n\n### For readers\n\n- First.\n');
  const files = siteFiles(cards, library, createWords(readMessages('en')));

  it('has a page for each note that can be read without a script', () => {
    for (const { id, title, rejects } of notes) {
      const page = files.get(`${id}.html`) ?? '';
      expect(page).toContain(title.replaceAll('&', '&amp;'));
      expect(page).not.toContain('<script');
      expect(page.match(/<q>/g)?.length).toBeGreaterThanOrEqual(rejects.length);
    }
  });

  it('links only to pages that it has, and to sources', () => {
    const beside = ['icon.png', 'colours.css', 'look.css', 'note.css', 'page.css', 'library.css'];
    for (const [name, page] of files) {
      const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
      const broken = links.filter((href) => !href.startsWith('https://') && !files.has(href) && !beside.includes(href));
      expect(broken, name).toEqual([]);
    }
  });

  it('lists every note', () => {
    for (const { id } of notes) expect(files.get('index.html')).toContain(`href="${id}.html"`);
  });
});
