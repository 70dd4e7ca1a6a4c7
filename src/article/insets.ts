import { LEAVES } from './elements.ts';
import { type Block, type Box, kindOfPlace, type Page } from './walk.ts';
import { weigh } from './weigh.ts';

/** The text stands in homes of one kind when these hold this share of it. */
const MAIN_SHARE = 0.5;
/** The longest text of an inset, in characters. */
const INSET_LENGTH = 400;
/** Elements that say themselves what their text is. */
const isTelling = ({ name }: Box): boolean => LEAVES.has(name) || /^(?:t(?:able|body|head|[rdh])|figure)$/.test(name);

/** Whether the block is a plain paragraph, not a heading or part of a list, quotation or table in the article. */
function isPlain(block: Block, root: Box): boolean {
  for (let at: Box | null = block.box; at !== root && at !== null; at = at.parent)
    if (at.name !== 'p' && isTelling(at)) return false;
  return true;
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

/** Marks boxes without a telling name that stand among the article's paragraphs and hold short text of another kind: facts, teasers, a pulled quote. */
export function markInsets(page: Page, root: Box): void {
  const blocks = page.blocks.slice(root.first, root.last).filter(({ box }) => !box.apart);
  const weights = new Map<string, number>();
  for (const block of blocks) weights.set(kindOfPlace(block), (weights.get(kindOfPlace(block)) ?? 0) + weigh(block));
  const [main = '', weight = 0] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (weight < root.prose * MAIN_SHARE) return;
  const loose = main.startsWith('true');
  const mains = new Set(blocks.filter((block) => kindOfPlace(block) === main && weigh(block) > 0));
  const isMain = (block: Block): boolean => mains.has(block);
  const from = page.blocks.findIndex(isMain);
  const to = page.blocks.findLastIndex(isMain);
  for (const box of page.boxes) {
    if (box.parent?.apart === true) box.apart = true;
    if (box.apart || box.first <= from || box.last > to || isTelling(box)) continue;
    const inside = page.blocks.slice(box.first, box.last);
    const length = lengthOf(inside);
    if (length > INSET_LENGTH || inside.some(isMain)) continue;
    // A paragraph may have a wrapper of its own; a line with a picture is its caption.
    if (inside.length === 1 && !loose && box.element.querySelector('img') === null) continue;
    if (lengthOf(inside.filter((block) => isPlain(block, root))) * 2 > length) box.apart = true;
  }
}
