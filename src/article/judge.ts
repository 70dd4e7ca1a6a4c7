import type { Metadata } from './metadata.ts';
import { type Block, type Box, isHeading, type Page } from './walk.ts';

/** Least running text of an article, in characters: of one that calls itself so, and of any other. */
const DECLARED_LENGTH = 140;
const SILENT_LENGTH = 300;
/** From so much in full paragraphs on it is an article, whatever the page says of itself. */
const LONG_LENGTH = 1500;
const LONG_PARAGRAPHS = 4;
/** A paragraph in full, and a line that leads to another page, in characters. */
const PARAGRAPH_LENGTH = 80;
const LINE_LENGTH = 15;

const OTHER_TYPES = /^(?:video|music|profile|product|object|place|game|books?\b)/;

/** The page at the top of a site or of one of its sections in another language. */
function isTopOfSite(url: string): boolean {
  const path = URL.canParse(url) ? new URL(url) : null;
  if (path === null || !/^https?:$/.test(path.protocol) || path.search !== '') return false;
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i.test(path.pathname);
}

const isParagraph = ({ length, linked, marked }: Block): boolean =>
  length >= PARAGRAPH_LENGTH && marked && linked < length * 0.4;

/** A headline, a title of a thread or a result: a line that leads to another page. */
const leadsOn = ({ length, linked, box }: Block): boolean =>
  !box.apart && length >= LINE_LENGTH && length < 200 && linked > length * 0.7;

/**
 * Whether what was found is an article and not a list of things to read, a player or a form. In doubt a long text in
 * paragraphs is one; among many lines that lead elsewhere it is not.
 */
export function isArticle(page: Page, root: Box, kept: readonly Block[], metadata: Metadata, url: string): boolean {
  const paragraphs = kept.filter(isParagraph);
  const length = paragraphs.reduce((sum, block) => sum + block.length - block.linked, 0);
  const all = kept.reduce((sum, block) => sum + block.length, 0);
  const inRoot = page.blocks.slice(root.first, root.last);
  const lines = inRoot.filter(leadsOn);
  const cards = lines.filter(isHeading).length;
  const type = metadata.metas.get('og:type')?.toLowerCase() ?? '';
  const declared = metadata.described !== null || type === 'article';
  const isList = lines.length > paragraphs.length * (declared ? 2 : 0.8) || cards > paragraphs.length;
  if (isTopOfSite(url) && isList) return false;
  if (length >= LONG_LENGTH && paragraphs.length >= LONG_PARAGRAPHS && cards < paragraphs.length * 2) return true;
  if (isList) return false;
  if (declared) return all >= DECLARED_LENGTH && kept.some((block) => block.marked);
  return !OTHER_TYPES.test(type) && length >= SILENT_LENGTH;
}
