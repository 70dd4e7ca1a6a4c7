/** Whether what was found is an article. */
import type { Metadata } from './metadata.ts';
import { type Block, type Box, blocksIn, leadsOn, type Page } from './walk.ts';
import { lengthOf, sumOf } from './weigh.ts';

/** Least running text of an article, in characters: of one that calls itself so, and of any other. */
const DECLARED_LENGTH = 140;
const SILENT_LENGTH = 250;
/** From so much in full paragraphs on it is an article, whatever the page says of itself. */
const LONG_LENGTH = 1500;
const LONG_PARAGRAPHS = 4;
/** A paragraph in full, in characters. */
const PARAGRAPH_LENGTH = 70;

/** A page that does not call itself an article is a list when it has so many lines that lead elsewhere for each paragraph. */
const LIST_SHARE = 4;

const OTHER_TYPES = /^(?:profile|product|object|place|game|books?\b)/;
/** A page of a film or a recording is an article too from so many paragraphs on; fewer tell what is to be seen. */
const PLAYER_TYPES = /^(?:video|music)/;
const PLAYER_PARAGRAPHS = 3;
/** A post that its writer signed ends with the time. */
const SIGNATURE = /\d\d:\d\d[^.]{4,40}\d{4}[^.]{0,8}$/;
/** More blocks with program text than these are a manual's. */
const MOST_CODE = 2;

/** The page at the top of a site or of one of its sections in another language. */
export function isTopOfSite(url: string): boolean {
  const path = URL.canParse(url) ? new URL(url) : null;
  if (path === null || !/^https?:$/.test(path.protocol) || path.search !== '') return false;
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i.test(path.pathname);
}

const isParagraph = ({ length, linked, marked }: Block): boolean =>
  length >= PARAGRAPH_LENGTH && marked && linked < length * 0.4;

const holdsCode = ({ nodes }: Block): boolean => nodes.some((node) => node?.parentElement?.closest('code'));

const isSigned = ({ nodes }: Block): boolean => SIGNATURE.test(nodes.at(-1)?.data ?? '');

/**
 * Whether what was found is an article and not a list of things to read, a player or a form. In doubt a long text in
 * paragraphs is one; among many lines that lead elsewhere it is not.
 */
export function isArticle(page: Page, root: Box, kept: readonly Block[], metadata: Metadata, url: string): boolean {
  const paragraphs = kept.filter(isParagraph);
  const length = sumOf(paragraphs, ({ length, linked }) => length - linked);
  const all = lengthOf(kept);
  const type = metadata.metas.get('og:type')?.toLowerCase() ?? '';
  const declared = metadata.isDeclared;
  const inRoot = blocksIn(page, root);
  const leads = inRoot.filter(leadsOn);
  const lines = leads.filter(({ box }) => !box.apart);
  const isList = lines.length > Math.max(paragraphs.length * (declared ? 2 : 0.8), 2);
  if (isTopOfSite(url) && isList) return false;
  if (metadata.isOther || (!declared && kept.filter(holdsCode).length > MOST_CODE)) return false;
  if (paragraphs.filter(isSigned).length * 2 > paragraphs.length) return false;
  if (length >= LONG_LENGTH && paragraphs.length >= LONG_PARAGRAPHS) return true;
  if (isList || (!declared && leads.length > paragraphs.length * LIST_SHARE)) return false;
  if (declared) return all >= DECLARED_LENGTH && kept.some((block) => block.marked);
  if (PLAYER_TYPES.test(type) && paragraphs.length < PLAYER_PARAGRAPHS) return false;
  return !OTHER_TYPES.test(type) && length >= SILENT_LENGTH;
}
