/** What readers wrote below the article. */
import { parseWords } from './date-text.ts';
import { type Box, blocksIn, holderOf, holds, isHeading, type Page, textOf } from './walk.ts';

/** The longest line that tells who wrote a post and when, or says what can be done with it, in characters. */
const LINE_LENGTH = 60;

/** How long ago, whose name elsewhere, since when there, or the way to answer. */
const POSTED = /\bago$|^@\w|^(?:reply|member since)\b|назад$|^ответить/i;
const CLOCK = /\d:\d\d/;
/** A line above what readers wrote, with their number or without, or above what else may end a page. */
const LABEL =
  /^[\W\d]*(?:comments?|responses|guest ?book|about the authors?|in other news|(?:комментари|yorum|şərh|rəy|մեկնաբան|კომენტარ)\S*)[\W\d]*$/i;

/**
 * Whether a box is somebody's post: it says how long ago it was written, at what time of which day, or how to answer; or
 * begins with a name, and then has a date, or a number, as a date has, and a time or a button.
 */
function isPost(page: Page, box: Box): boolean {
  const pieces = blocksIn(page, box).flatMap(({ nodes }) => nodes.map((node) => node?.data.trim() ?? ''));
  const [name = '', ...short] = pieces.filter(({ length }, i) => i === 0 || (length > 0 && length < LINE_LENGTH));
  const isTimed = (piece: string): boolean => CLOCK.test(piece) && parseWords(piece) !== null;
  if (short.some((piece) => POSTED.test(piece) || isTimed(piece))) return true;
  if (name.length > LINE_LENGTH) return false;
  if (/\d/.test(name)) return pieces.length > 1 && isTimed(name);
  if (!/\d/.test(short.join(''))) return false;
  return short.slice(0, 2).some((piece) => parseWords(piece)) || holds(box, 'time,button');
}

/** Whether boxes side by side are a thread of posts. Those of a live blog and stories have headings; a quotation can be of a post. */
function areThread(page: Page, boxes: readonly Box[]): boolean {
  if (boxes.length < 2 || boxes.filter((box) => isPost(page, box)).length * 2 <= boxes.length) return false;
  return !boxes.some((box) => box.name === 'blockquote' || blocksIn(page, box).some(isHeading));
}

/** Marks what readers wrote below an article, whose text has begun by block `from`: threads, and all that stands after a line that calls it comments. */
export function markPosts(page: Page, groups: readonly (readonly Box[])[], from: number): void {
  for (const boxes of groups)
    if ((boxes[0]?.first ?? 0) > from && areThread(page, boxes)) for (const box of boxes) box.apart = true;
  const labels = new Map<Box | null, number>();
  for (const block of page.blocks.slice(from).toReversed())
    if (block.length < LINE_LENGTH && !block.linked && LABEL.test(textOf(block))) labels.set(holderOf(block), block.at);
  for (const box of page.boxes) if (box.first > (labels.get(box.parent) ?? box.first)) box.apart = true;
}
