/** What each version brought its readers, from CHANGELOG.md. */
import type { Release } from '../notes/compiled.ts';
import { toHtml } from './card-text.ts';
import { UserError } from './main.ts';

const READERS = '### For readers';
const MAINTAINERS = '### For maintainers';

/** Every line of a version's part that stands where the library would overlook it; `first` is the number of its first line. */
function faultsOf(lines: readonly string[], first: number): string[] {
  let isUnderHeading = false;
  return lines.flatMap((line, i) => {
    const place = `CHANGELOG.md:${first + i}: `;
    if (line.startsWith('#')) {
      isUnderHeading = true;
      return line === READERS || line === MAINTAINERS
        ? []
        : [`${place}“${line}” is no heading of a version; write “${READERS}” or “${MAINTAINERS}”`];
    }
    return line.startsWith('- ') && !isUnderHeading
      ? [`${place}stands under no heading; write “${READERS}” or “${MAINTAINERS}” above it`]
      : [];
  });
}

/** The items below the heading for readers. */
function changesOf(lines: readonly string[]): Release['changes'] {
  const from = lines.indexOf(READERS);
  if (from === -1) return [];
  const to = lines.findIndex((line, i) => i > from && line.startsWith('#'));
  return lines
    .slice(from, to === -1 ? undefined : to)
    .filter((line) => line.startsWith('- '))
    .map((line) => ({ html: toHtml(line.slice(2)) }));
}

/**
 * Reads "## VERSION" headings, and the "- " items under "### For readers" below each; a version with none is not for the library.
 * @throws UserError with a line for each heading that is not known, and each item under none
 */
export function readReleases(markdown: string): Release[] {
  const lines = markdown.split('\n').map((line) => line.trimEnd());
  const starts = lines.flatMap((line, i) => (line.startsWith('## ') ? [i] : []));
  const parts = starts.map((start, i) => ({ start, lines: lines.slice(start + 1, starts[i + 1]) }));
  const faults = parts.flatMap((part) => faultsOf(part.lines, part.start + 2));
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  return parts
    .map((part) => ({ version: (lines[part.start] ?? '').slice(3), changes: changesOf(part.lines) }))
    .filter(({ changes }) => changes.length > 0);
}
