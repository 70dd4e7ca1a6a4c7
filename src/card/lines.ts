/** The boxes of a mark, one a line: pure geometry in CSS pixels. */
import type { Area } from './corridor.ts';

/** Two boxes are on one line if they share at least half the height of the smaller one, as a superscript does and the next line does not. */
const SHARED_HEIGHT = 0.5;

function sameLine(a: Area, b: Area): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min(a.bottom - a.top, b.bottom - b.top);
  // A gap wider than the line is high parts two columns, not two words.
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return shared >= smaller * SHARED_HEIGHT && gap <= Math.max(a.bottom - a.top, b.bottom - b.top);
}

const join = (a: Area, b: Area): Area => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Joins the boxes of neighbouring text nodes to one box a line, in the order of the text; boxes without a surface are left out. */
export function joinLines(boxes: readonly Area[]): Area[] {
  const lines: Area[] = [];
  for (const box of boxes) {
    if (box.right <= box.left || box.bottom <= box.top) continue;
    const last = lines.at(-1);
    if (last && sameLine(last, box)) lines[lines.length - 1] = join(last, box);
    else lines.push(box);
  }
  return lines;
}
