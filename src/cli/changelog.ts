/** What each version brought its readers, from CHANGELOG.md. */
import type { Release } from '../notes/compiled.ts';
import { toHtml } from './card-text.ts';
import { UserError } from './main.ts';

const READERS = '### For readers';
const MAINTAINERS = '### For maintainers';

/**
 * Reads "## VERSION" headings, and the "- " items under "### For readers" below each; a version with none is not for the library.
 * @throws UserError with a line for each heading that is not known, and each item under none
 */
export function readReleases(markdown: string): Release[] {
  const releases: { version: string; changes: { html: string }[] }[] = [];
  const faults: string[] = [];
  let heading: string | null = null;
  for (const [i, written] of markdown.split('\n').entries()) {
    const line = written.trimEnd();
    const release = releases.at(-1);
    if (line.startsWith('## ')) {
      releases.push({ version: line.slice(3), changes: [] });
      heading = null;
    } else if (release && line.startsWith('#')) {
      heading = line;
      if (line !== READERS && line !== MAINTAINERS)
        faults.push(
          `CHANGELOG.md:${i + 1}: “${line}” is no heading of a version; write “${READERS}” or “${MAINTAINERS}”`,
        );
    } else if (release && line.startsWith('- ')) {
      if (heading === READERS) release.changes.push({ html: toHtml(line.slice(2)) });
      if (heading === null)
        faults.push(`CHANGELOG.md:${i + 1}: stands under no heading; write “${READERS}” or “${MAINTAINERS}” above it`);
    }
  }
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  return releases.filter(({ changes }) => changes.length > 0);
}
