/** The pages of the bench: the saved ones as they are, on the topic, and the same off it. */
import { readdirSync } from 'node:fs';
import { anchorTest } from '../../src/cli/anchors.ts';
import { loadDataset } from '../../src/cli/dataset.ts';
import { PAGES, readSource } from '../saved-pages.ts';

export interface BenchPage {
  readonly slug: string;
  readonly html: string;
}

const backwards = (words: string): string => [...words].reverse().join('');
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Writes the names of the topic backwards, and with that takes a page off it that is otherwise the same. */
function takeOffTopic(html: string, anchors: readonly string[]): string {
  const phrases = anchors.filter((anchor) => /\W/.test(anchor)).map(escaped);
  const isName = anchorTest(anchors);
  return html
    .replace(new RegExp(phrases.join('|'), 'gi'), backwards)
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (isName(word) ? backwards(word) : word));
}

export function savedPages(): BenchPage[] {
  return readdirSync(PAGES).map((slug) => ({ slug, html: readSource(slug) }));
}

export function offTopic(pages: readonly BenchPage[]): BenchPage[] {
  const { anchors } = loadDataset();
  return pages.map(({ slug, html }) => ({ slug, html: takeOffTopic(html, anchors) }));
}
