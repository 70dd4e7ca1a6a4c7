/** What each version brought, from CHANGELOG.md. */
import type { Release } from '../notes/compiled.ts';
import { toHtml } from './card-text.ts';

/** Reads "## VERSION" headings and the "- " items below each; whatever else stands there is not for the library. */
export function readReleases(markdown: string): Release[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [version = '', ...lines] = part.split('\n');
      const items = lines.filter((line) => line.startsWith('- ')).map((line) => ({ html: toHtml(line.slice(2)) }));
      return { version: version.trim(), changes: items };
    });
}
