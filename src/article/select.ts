import { weigh } from './choose.ts';
import { type Headline, sameWords } from './headline.ts';
import { type Block, type Box, isHeading, type Page, textOf } from './walk.ts';

const SENTENCE_END = /[.!?…。！？؟۔։:;,"”»’)\]]$/;
const PARAGRAPHS = new Set(['p', 'li', 'blockquote', 'dd', 'dt', 'pre']);
/** The most of the text, as a share, that is taken for a trailer and cut from the end. */
const TRAILER_SHARE = 0.25;

const endsLikeSentence = (block: Block): boolean => SENTENCE_END.test(textOf(block));

function within(box: Box, name: string, root: Box): Box | null {
  for (let at: Box | null = box; at !== null && at !== root; at = at.parent) if (at.name === name) return at;
  return null;
}

/** The box among whose children a paragraph stands. */
const homeOf = ({ box }: Block): Box => (PARAGRAPHS.has(box.name) && box.parent !== null ? box.parent : box);

/** What the blocks of the root are measured against. */
interface Surroundings {
  readonly page: Page;
  readonly root: Box;
  /** boxes in which running text stands */
  readonly homes: ReadonlySet<Box>;
  /** running text is in elements for paragraphs, so that loose short text is something else */
  readonly inParagraphs: boolean;
  readonly title: string;
}

function surroundings(page: Page, root: Box, blocks: readonly Block[], title: string): Surroundings {
  const homes = new Set<Box>();
  let all = 0;
  let inP = 0;
  for (const block of blocks) {
    const weight = block.box.apart ? 0 : weigh(block);
    if (weight > 0) homes.add(homeOf(block));
    all += weight;
    if (block.box.name === 'p') inP += weight;
  }
  return { page, root, homes, inParagraphs: inP > all * 0.7, title };
}

/** A table of figures or results, unless it mostly leads elsewhere. */
function isDataTable(table: Box, page: Page): boolean {
  let length = 0;
  let linked = 0;
  for (const block of page.blocks.slice(table.first, table.last)) {
    length += block.length;
    linked += block.linked;
  }
  return linked < length * 0.6;
}

/** A list's item without links, in a list that stands among paragraphs. */
const isPlainItem = ({ box, linked }: Block, homes: ReadonlySet<Box>): boolean =>
  box.name === 'li' && linked === 0 && box.parent?.parent != null && homes.has(box.parent.parent);

function belongs(block: Block, { page, root, homes, inParagraphs, title }: Surroundings): boolean {
  const { box, length, linked, marked } = block;
  if (box.apart || box.name === 'h1') return false;
  const table = within(box, 'table', root);
  if (table !== null && isDataTable(table, page)) return true;
  if (isHeading(block) || length < 300) if (sameWords(textOf(block), title)) return false;
  if (isHeading(block)) return linked * 2 < length;
  const plain = length - linked;
  const atHome = homes.has(homeOf(block));
  const leadsAway = linked > plain && plain < 60 && (plain < 25 || !endsLikeSentence(block));
  if (leadsAway) return atHome && length < 40;
  if (!marked && length < 25) return box.name === 'p' ? atHome : isPlainItem(block, homes);
  return !inParagraphs || length >= 100 || PARAGRAPHS.has(box.name);
}

function isTrailer(block: Block, { page, root }: Surroundings): boolean {
  const { box, length, linked } = block;
  if (isHeading(block) || linked > length / 2) return true;
  if (box.name === 'li') return linked > length * 0.3;
  const table = within(box, 'table', root);
  return length < 100 && !endsLikeSentence(block) && (table === null || !isDataTable(table, page));
}

/** Cuts what only follows an article: lists of other stories, loose lines, ways to follow and subscribe. */
function withoutTrailer(blocks: readonly Block[], around: Surroundings): readonly Block[] {
  let end = blocks.length;
  let cut = 0;
  for (let block = blocks[end - 1]; block !== undefined; block = blocks[end - 1]) {
    if (!isTrailer(block, around) || within(block.box, 'blockquote', around.root) !== null) break;
    cut += block.length;
    end--;
  }
  const all = blocks.reduce((sum, block) => sum + block.length, 0);
  return cut < all * TRAILER_SHARE ? blocks.slice(0, end) : blocks;
}

/** Cuts loose short text before the first paragraph: a date, a place, a byline. */
function withoutLeader(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(
    (block) => isHeading(block) || block.box.name === 'p' || block.length >= 60 || endsLikeSentence(block),
  );
  return blocks.slice(Math.max(first, 0));
}

/** The article's blocks among those of its root, in order. */
export function selectBlocks(page: Page, root: Box, headline: Headline): readonly Block[] {
  const inRoot = page.blocks.slice(root.first, root.last);
  const all = headline.block === null ? inRoot : inRoot.slice(inRoot.indexOf(headline.block) + 1);
  const around = surroundings(page, root, inRoot, headline.text);
  const kept = new Set(all.filter((block) => belongs(block, around)));
  // A heading stays only with text of the article under it.
  let above: Block | null = null;
  for (const block of all.toReversed()) {
    if (isHeading(block)) {
      if (above === null || !kept.has(above)) kept.delete(block);
    } else above = block;
  }
  return withoutLeader(withoutTrailer([...kept], around));
}
