import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/cli/dataset.ts';
import { formatFaults } from '../../src/cli/faults.ts';
import { filesBelow } from './source.ts';

const dataset = loadDataset();

describe('the notes that are shipped', () => {
  it('have no fault', () => {
    expect(formatFaults(dataset.faults)).toBe('');
  });

  it('are one a file, each with its card and its rules', () => {
    const ids = filesBelow('src/notes/south-caucasus').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
    expect(dataset.notes.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(dataset.cards)).toEqual(ids);
    expect(dataset.rules.notes.map(({ id }) => id)).toEqual(ids);
    for (const [note] of dataset.notes.entries())
      expect(dataset.rules.rules.filter((rule) => rule.note === note).length).toBeGreaterThan(0);
  });

  it('lie in files that end in .yaml, which are the ones that are read', () => {
    const others = filesBelow('src/notes').filter((path) => !/\.(?:yaml|ts|md|schema\.json)$/.test(path));
    expect(others.filter((path) => !/\/(?:cues|scores)\.json$/.test(path))).toEqual([]);
  });

  it('ship no rule and no test sentence in the card', () => {
    for (const card of Object.values(dataset.cards)) {
      expect(Object.keys(card).sort()).toEqual(
        [
          'background',
          'history',
          'id',
          'kind',
          'readings',
          'related',
          'reviewed',
          'sources',
          'summary',
          'timeline',
          'title',
        ].sort(),
      );
    }
  });

  it('become HTML of nothing but em, strong, code, br and links to https or a note', () => {
    const html = Object.values(dataset.cards).flatMap((card) => [
      card.summary.html,
      card.background.html,
      ...card.readings.map((reading) => reading.html),
      ...card.timeline.map((event) => event.html),
    ]);
    expect(html.length).toBeGreaterThan(100);
    for (const text of html) {
      const rest = text.replace(
        /<\/?(?:em|strong|code|a)>|<br>|<a href="(?:https:\/\/[^"<>]+|#note:[a-z0-9-]+)">/g,
        '',
      );
      expect(rest).not.toMatch(/[<>]/);
    }
  });

  it('stay the same when the compiled rules go through JSON', () => {
    expect(JSON.parse(JSON.stringify(dataset.rules))).toEqual(dataset.rules);
    expect(JSON.parse(JSON.stringify(dataset.cards))).toEqual(dataset.cards);
  });

  it('are looked for by the gate under plain words in lower case', () => {
    expect(dataset.anchors.length).toBeGreaterThan(10);
    for (const anchor of dataset.anchors) expect(anchor).toMatch(/^[a-z0-9 ./-]+$/);
    expect([...dataset.anchors].sort()).toEqual(dataset.anchors);
  });
});
