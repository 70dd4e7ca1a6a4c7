/** Which blocks of the article's box are its text. */
import { isDate, parseWords } from './date-text.ts';
import { LEAVES } from './elements.ts';
import { type Headline, sameWords } from './headline.ts';
import { oddOnes } from './looks.ts';
import { type Block, type Box, blocksIn, blocksUnder, isHeading, leadsOn, type Page, textOf } from './walk.ts';
import { lengthOf, sumOf, weigh } from './weigh.ts';

const SENTENCE_END = /[.!?…。！？؟۔։:;,"”»’)\]]$/;
/** Ends a sentence, whatever closes after it. */
const FULL_STOP = /[.!?…。！？؟۔։]["”»’)\]]*$/;
/** Asks the reader to do something, or gives an address to write to. */
const CALL = /^(?:follow|subscribe|join|share) |\bsign up\b|\bsubscribe to\b|\S@\S+\.\w/i;
/** What a template left in the text. */
const LEFTOVER = /^\{[^{}]*\}$/;
/** A line in full, in characters; shorter ones can be no part of the text. */
const LINE_LENGTH = 100;
/** The longest line above a list, in characters. */
const LABEL_LENGTH = 25;
/** The longest note under an article, in characters. */
const NOTE_LENGTH = 250;
/** The shortest quotation that is looked for in the text, in characters. */
const QUOTE_LENGTH = 20;
/** The most of the text, as a share, that is taken for a trailer and cut from the end. */
const TRAILER_SHARE = 0.25;

function within(box: Box, name: string, root: Box): Box | null {
  for (let at: Box | null = box; at !== null && at !== root; at = at.parent) if (at.name === name) return at;
  return null;
}

/** What the blocks of the root are measured against. */
interface Surroundings {
  readonly page: Page;
  readonly root: Box;
  /** running text is in elements for paragraphs, so that loose short text is something else */
  readonly inParagraphs: boolean;
  readonly title: string;
  /** most of the text is in small print, which then tells nothing */
  readonly inSmall: boolean;
  /** looks other than the paragraphs */
  readonly isOdd: (block: Block) => boolean;
}

/** Whether all of a block is in small print: a caption, a remark. */
const isFinePrint = ({ nodes }: Block): boolean =>
  nodes.every((node) => !node?.data.trim() || node.parentElement?.localName === 'small');

function surroundings(page: Page, root: Box, blocks: readonly Block[], title: string): Surroundings {
  const own = blocks.filter(({ box }) => !box.apart);
  const inP = own.filter(({ box }) => box.name === 'p');
  const all = sumOf(own, weigh);
  const inSmall = sumOf(own.filter(isFinePrint), weigh) > all / 2;
  return { page, root, inParagraphs: sumOf(inP, weigh) > all * 0.7, title, inSmall, isOdd: oddOnes(own) };
}

/** Whether the box stands in a table of figures or results, one that does not mostly lead elsewhere. */
function inDataTable(box: Box, { page, root }: Surroundings): boolean {
  const table = within(box, 'table', root);
  if (table === null) return false;
  const inside = blocksIn(page, table);
  return sumOf(inside, ({ linked }) => linked) < lengthOf(inside) * 0.6;
}

function belongs(block: Block, around: Surroundings): boolean {
  const { root, inParagraphs, title, inSmall, isOdd } = around;
  const { box, length, linked, marked } = block;
  if (box.apart || box.name === 'h1' || block.led) return false;
  if (inDataTable(box, around)) return true;
  if (isHeading(block) || length < 300) if (sameWords(textOf(block), title)) return false;
  if (isHeading(block)) return linked * 2 < length;
  const plain = length - linked;
  if (linked > plain && plain < 25) return box.name === 'p' && length < 40;
  if (length < NOTE_LENGTH && ((!inSmall && isFinePrint(block)) || LEFTOVER.test(textOf(block)))) return false;
  // A label and what it gives: who asked, when, where.
  if (box.name === 'dd' && length < LINE_LENGTH && !FULL_STOP.test(textOf(block))) return false;
  if (!marked && length < LINE_LENGTH && isOdd(block)) return false;
  if (!marked && length < 25) return linked === 0 && LEAVES.has(box.name);
  return !inParagraphs || length >= 100 || LEAVES.has(box.name) || within(box, 'blockquote', root) !== null;
}

function isTrailer(block: Block, around: Surroundings): boolean {
  const { box, length, linked } = block;
  if (isHeading(block) || linked > length / 2) return true;
  if (box.name === 'li') return linked > length * 0.3;
  const text = textOf(block);
  if (length < NOTE_LENGTH && (around.isOdd(block) || CALL.test(text))) return true;
  return length < LINE_LENGTH && !SENTENCE_END.test(text) && !inDataTable(box, around);
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
  return cut < lengthOf(blocks) * TRAILER_SHARE ? blocks.slice(0, end) : blocks;
}

/** Whether an article's text can begin with the block: not a list of key points, a date, a place, a byline. */
function isOpening(block: Block, isOdd: (block: Block) => boolean): boolean {
  const { box, length } = block;
  const text = textOf(block);
  if (length < NOTE_LENGTH && CALL.test(text)) return false;
  if (length >= LINE_LENGTH && box.name !== 'li') return true;
  const isLine = !/[.!?]$/.test(text);
  if (text.endsWith(':') || (isLine && (/^by /i.test(text) || parseWords(text) !== null))) return false;
  return (box.name === 'p' && !isOdd(block)) || SENTENCE_END.test(text);
}

/** A heading that tells more than a date. */
const isTitle = (block: Block): boolean => isHeading(block) && !isDate(textOf(block));

/** Cuts what stands before the text and the headings right above it. */
function withoutLeader(blocks: readonly Block[], { isOdd }: Surroundings): readonly Block[] {
  let first = blocks.findIndex((block) => !isHeading(block) && isOpening(block, isOdd));
  for (let above = blocks[first - 1]; above !== undefined && isTitle(above); above = blocks[first - 1]) first--;
  return blocks.slice(Math.max(first, 0));
}

/** Cuts quotations pulled out of the text: their sentences stand in a paragraph too, who says them perhaps between. */
function withoutPulled(blocks: readonly Block[], { root }: Surroundings): readonly Block[] {
  const texts = blocks.map(textOf);
  const isPulled = ({ box, length }: Block, i: number): boolean => {
    if (length < QUOTE_LENGTH || length > NOTE_LENGTH || within(box, 'blockquote', root) === null) return false;
    const said = (texts[i] ?? '').split(/(?<=[.!?…]) /).map((text) => text.replace(/^["“«‘']+|[.,"”»’']+$/g, ''));
    return texts.some((text) => text.length > length + QUOTE_LENGTH && said.every((words) => text.includes(words)));
  };
  return blocks.filter((block, i) => !isPulled(block, i));
}

/** Whether a block is a line above others: "Read more". */
const isLabel = (block: Block): boolean =>
  /^(?:p|div)$/.test(block.box.name) && block.length < LABEL_LENGTH && !FULL_STOP.test(textOf(block));

/** The article's blocks among those of its root, in order. */
export function selectBlocks(page: Page, root: Box, headline: Headline): readonly Block[] {
  const inRoot = blocksIn(page, root);
  const all = blocksUnder(page, root, headline.block);
  const around = surroundings(page, root, inRoot, headline.text);
  const kept = new Set(all.filter((block) => belongs(block, around)));
  // A heading, or a term, stays only with text of the article under it.
  let above: Block | null = null;
  for (const block of all.toReversed()) {
    if (isHeading(block) || block.box.name === 'dt' || (above !== null && isLabel(block) && leadsOn(above))) {
      if (above === null || !kept.has(above)) kept.delete(block);
    } else if (!block.box.apart || leadsOn(block)) above = block;
  }
  return withoutPulled(withoutLeader(withoutTrailer([...kept], around), around), around);
}
