import type { Metadata } from './metadata.ts';
import { type Block, type Box, leadsOn, type Page } from './walk.ts';

/** Least running text of an article, in characters: of one that calls itself so, and of any other. */
const DECLARED_LENGTH = 140;
const SILENT_LENGTH = 250;
/** From so much in full paragraphs on it is an article, whatever the page says of itself. */
const LONG_LENGTH = 1500;
const LONG_PARAGRAPHS = 4;
/** A paragraph in full, in characters. */
const PARAGRAPH_LENGTH = 80;

/** A page that does not call itself an article is a list when it has so many lines that lead elsewhere for each paragraph. */
const LIST_SHARE = 4;

const OTHER_TYPES = /^(?:video|music|profile|product|object|place|game|books?\b)/;

/** The page at the top of a site or of one of its sections in another language. */
export function isTopOfSite(url: string): boolean {
  const path = URL.canParse(url) ? new URL(url) : null;
  if (path === null || !/^https?:$/.test(path.protocol) || path.search !== '') return false;
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i.test(path.pathname);
}

const isParagraph = ({ length, linked, marked }: Block): boolean =>
  length >= PARAGRAPH_LENGTH && marked && linked < length * 0.4;

/**
 * Whether what was found is an article and not a list of things to read, a player or a form. In doubt a long text in
 * paragraphs is one; among many lines that lead elsewhere it is not.
 */
export function isArticle(page: Page, root: Box, kept: readonly Block[], metadata: Metadata, url: string): boolean {
  const paragraphs = kept.filter(isParagraph);
  const length = paragraphs.reduce((sum, block) => sum + block.length - block.linked, 0);
  const all = kept.reduce((sum, block) => sum + block.length, 0);
  const type = metadata.metas.get('og:type')?.toLowerCase() ?? '';
  const declared = metadata.described !== null || type === 'article';
  const inRoot = page.blocks.slice(root.first, root.last);
  const leads = inRoot.filter(leadsOn);
  const lines = leads.filter(({ box }) => !box.apart);
  const isList = lines.length > Math.max(paragraphs.length * (declared ? 2 : 0.8), 2);
  if (isTopOfSite(url) && isList) return false;
  if (length >= LONG_LENGTH && paragraphs.length >= LONG_PARAGRAPHS) return true;
  if (isList || (!declared && leads.length > paragraphs.length * LIST_SHARE)) return false;
  if (declared) return all >= DECLARED_LENGTH && kept.some((block) => block.marked);
  return !OTHER_TYPES.test(type) && length >= SILENT_LENGTH;
}
