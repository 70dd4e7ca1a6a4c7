/** A small dataset without fault, written to a folder of its own, and the faults that a change to it brings. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Dataset, loadDataset } from '../../src/cli/dataset.ts';

const NATO = `id: nato
kind: term
title: NATO
summary: An alliance of states.
background: It was founded in 1949. See [the war](note:war) and [its site](https://www.nato.int/).
timeline:
  - date: "1949"
    text: The treaty was signed.
    source: treaty
  - date: 1949-04
    text: It was signed in April.
    source: treaty
sources:
  - key: treaty
    title: The North Atlantic Treaty
    publisher: NATO
    side: none
    primary: true
    date: 1949-04-04
    url: https://www.nato.int/treaty
  - key: book
    title: A history of the alliance
    publisher: A university press
    side: none
    primary: false
    where: chapter 2
match:
  - rule: named
    names: <nato>
    unless: [<nato-not>]
matches:
  - text: NATO met on Tuesday.
    by: other
  - text: The meeting of NATO in Armenia went on.
    by: armenia
    mirror: a
  - text: The meeting of NATO in Azerbaijan went on.
    by: azerbaijan
    mirror: a
  - text: A ship of NATO left the port.
    by: other
  - text: NATO has a flag.
    by: other
  - text: Nobody told NATO.
    by: other
rejects:
  - The North Atlantic is an ocean.
  - The alliance of the two parties broke.
  - A treaty was signed.
  - The phonetic alphabet has 26 words.
  - The council met in Brussels.
  - Otan is French.
related: [war]
reviewed: 2026-11-23
history:
  - date: 2026-11-22
    change: First version.
  - date: 2026-11-23
    change: A source more.
`;

const WAR = `id: war
kind: claim
title: The war
summary: Forces took land.
background: It was fought from 1992.
readings:
  - party: Armenia
    text: Forty characters of text for one reading.
    source: report
  - party: Azerbaijan
    text: Forty characters of text for the other one.
    source: book
sources:
  - key: report
    title: A report
    publisher: An agency
    side: armenia
    primary: true
    url: https://example.org/report
  - key: book
    title: A book
    publisher: A press
    side: azerbaijan
    primary: false
    where: page 3
match:
  - rule: forces took land
    sentence:
      who: Armenian forces
      took: ["~occupy", "~seize"]
    within: 8
matches:
  - text: Armenian forces occupied the town.
    by: azerbaijan
    mirror: b
  - text: Armenian forces seized the town.
    by: armenia
    mirror: b
  - text: Armenian forces occupied a hill.
    by: other
  - text: Armenian forces are occupying a bridge.
    by: other
  - text: The village was seized by Armenian forces.
    by: azerbaijan
  - text: Armenian forces seized two roads.
    by: armenia
rejects:
  - Armenian forces left the town.
  - The town was occupied.
  - Nobody seized the village.
  - Armenian forces trained.
  - Armenian farmers occupied the square.
  - Seats of the hall were occupied.
reviewed: 2026-11-23
history:
  - date: 2026-11-23
    change: First version.
`;

const BODIES = `# bodies
nato:
  words: [NATO, (North Atlantic|Atlantic) Alliance]
  later: [the alliance]
nato-not:
  whole: true
  words: [NATO phonetic alphabet]
`;

const ANCHORS = `anchors:
  anchor: true
  words:
    - nato
    - armenia
    - armenian
`;

const NEUTRALITY = `watch:
  - words: [regime, "~occupy"]
    write: '"government" or "held"'
  - words: ["=claimed"]
    write: said
    always: true
except: [ceasefire regime]
attribution: ["~say", "~call"]
nobody: [(is|was) called]
`;

export const FILES = {
  'neutrality.yaml': NEUTRALITY,
  'south-caucasus/nato.yaml': NATO,
  'south-caucasus/war.yaml': WAR,
  'vocabulary/anchors.yaml': ANCHORS,
  'vocabulary/bodies.yaml': BODIES,
} as const;

export type FileName = keyof typeof FILES;

/** Loads a dataset of these files (a path below the folder, its text). The folder is gone afterwards. */
export function loadFiles(files: Readonly<Record<string, string>>): Dataset {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-notes-'));
  try {
    for (const part of ['south-caucasus', 'vocabulary']) mkdirSync(join(folder, part));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return loadDataset(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Replaces the one place where `old` stands. */
export function edit(file: FileName, old: string, by: string): Record<string, string> {
  const parts = FILES[file].split(old);
  if (parts.length !== 2) throw new Error(`"${old}" stands ${parts.length - 1} times in ${file}`);
  return { [file]: parts.join(by) };
}

/** The number of the line on which `words` first stand. */
export function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" does not stand in the text`);
  return text.slice(0, at).split('\n').length;
}

/** Each fault of the small dataset with some files changed, as "nato.yaml:3: message". */
export const faultsOf = (...changes: readonly Readonly<Record<string, string>>[]): string[] =>
  loadFiles(Object.assign({}, FILES, ...changes)).faults.map(
    ({ file, line, message }) => `${basename(file)}:${line}: ${message}`,
  );
