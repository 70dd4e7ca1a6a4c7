/** Boxes in and after the text that are none of it, though nothing in the page's code names them. */
import { LEAVES } from './elements.ts';
import { kindOf } from './siblings.ts';
import {
  type Block,
  type Box,
  blocksIn,
  blocksUnder,
  classOf,
  holderOf,
  holds,
  isHeading,
  kindOfPlace,
  type Page,
} from './walk.ts';
import { lengthOf, weigh } from './weigh.ts';

/** The text stands in homes of one kind when these hold this share of it. */
const MAIN_SHARE = 0.5;
/** The first box of the text under the headline is all of it when it holds this share of the whole, in two paragraphs or more. */
const FIRST_SHARE = 0.33;
const PARAGRAPH_LENGTH = 80;
/** The longest text of an inset, in characters. */
const INSET_LENGTH = 600;
/** The longest caption, in characters. */
const CAPTION_LENGTH = 300;
/** Elements that say themselves what their text is. */
const isTelling = ({ name }: Box): boolean => LEAVES.has(name) || /^(?:t\w+|figure)$/.test(name);

/** Whether a box holds a picture and, in an element of its own that does not say what it is, one short text. */
const isCaption = (box: Box, [text, ...others]: readonly Block[]): boolean =>
  text !== undefined &&
  others.length === 0 &&
  text.length <= CAPTION_LENGTH &&
  text.box !== box &&
  !isTelling(text.box) &&
  holds(box, 'img');

/** Whether the block is a plain paragraph, not a heading or part of a list, quotation or table in the article. */
function isPlain(block: Block, root: Box): boolean {
  for (let at: Box | null = block.box; at !== root && at !== null; at = at.parent)
    if (at.name !== 'p' && isTelling(at)) return false;
  return true;
}

/** The kind of place that the text is in: of the first box that can hold all of it, whatever follows, else the one with most text. */
function mainKind(blocks: readonly Block[], root: Box): string | null {
  const inHolders = new Map<Box, number>();
  const inKinds = new Map<string, number>();
  for (const block of blocks) {
    const weight = weigh(block);
    const kind = kindOfPlace(block);
    inKinds.set(kind, (inKinds.get(kind) ?? 0) + weight);
    const holder = holderOf(block);
    if (weight < PARAGRAPH_LENGTH || holder === root) continue;
    const before = inHolders.get(holder) ?? 0;
    if (before > 0 && before + weight >= root.prose * FIRST_SHARE) return kind;
    inHolders.set(holder, before + weight);
  }
  const [most, weight] = [...inKinds].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return weight < root.prose * MAIN_SHARE ? null : most;
}

/** Tells boxes of another kind below the text, where one box holds all of that and is no section among others, with its own heading. */
function afterText(page: Page, text: readonly Block[], headline: Block | null): (box: Box) => boolean {
  const [holder, ...others] = new Set(text.map(holderOf));
  const top = holder && page.blocks[holder.first];
  if (!holder || !top || others.length > 0 || (top !== headline && isHeading(top))) return () => false;
  const kind = kindOf(holder);
  return (box) => box.first >= holder.last && blocksIn(page, box).every((block) => kindOf(holderOf(block)) !== kind);
}

/**
 * Marks boxes without a telling name that hold short text of another kind than the article's paragraphs: facts, teasers, a pulled quote
 * among them, a list of points above, and what follows the text in boxes of its own.
 */
export function markInsets(page: Page, root: Box, headline: Block | null): void {
  const blocks = blocksUnder(page, root, headline).filter(({ box }) => !box.apart);
  const main = mainKind(blocks, root);
  if (main === null) return;
  const loose = main.startsWith('true');
  const text = blocks.filter((block) => kindOfPlace(block) === main && weigh(block) > 0);
  const mains = new Set(text);
  const from = text[0]?.at ?? 0;
  const to = text.at(-1)?.at ?? 0;
  const isAfter = afterText(page, text, headline);
  const standsApart = (box: Box): boolean => {
    if (isAfter(box)) return true;
    const inside = blocksIn(page, box);
    const length = lengthOf(inside);
    if (isCaption(box, inside)) return true;
    if (length > INSET_LENGTH || inside.some((block) => mains.has(block))) return false;
    // A paragraph too, with line breaks in it.
    const isNamed = classOf(box) !== '';
    if (isNamed && text.some((one) => one.box.parent === box.parent && classOf(one.box) === classOf(box))) return false;
    if (box.last <= from)
      return holds(box, 'button') || lengthOf(inside.filter((one) => one.box.name === 'li')) * 2 > length;
    if (box.first > to && !holds(box, 'button')) return false;
    // A paragraph may have a wrapper of its own; a line with a picture is its caption.
    if (inside.length === 1 && !loose && !holds(box, 'img,button')) return false;
    return lengthOf(inside.filter((block) => isPlain(block, root))) * 2 > length;
  };
  for (const box of page.boxes) {
    if (box.parent?.apart === true) box.apart = true;
    const isIn = box.first >= root.first && box.last <= root.last;
    if (!box.apart && isIn && !isTelling(box)) box.apart = standsApart(box);
  }
}
