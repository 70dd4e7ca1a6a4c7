/** What of a mark the card is placed by: pure geometry in CSS pixels. */
import type { Area, Point } from './corridor.ts';

/** A mark that is higher than this, or split between columns, cannot be cleared as a whole: its line under the pointer counts alone. */
const TALLEST = 160;

/** Index of the line that holds the point, else of the nearest above or below; the first without a point. */
export function lineAt(lines: readonly Area[], point: Point | null): number {
  if (!point) return 0;
  const distances = lines.map(({ left, right, top, bottom }) => {
    const dx = Math.max(left - point.x, 0, point.x - right);
    const dy = Math.max(top - point.y, 0, point.y - bottom);
    return Math.hypot(dx, dy);
  });
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/**
 * The box that the card stands by: sideways the line with that index (the last one if the mark has fewer now), so that the card is
 * by the pointer; upwards and downwards the whole mark, so that the card covers none of its lines. Null when there is no line.
 */
export function referenceBox(lines: readonly Area[], index: number): Area | null {
  const line = lines[Math.min(index, lines.length - 1)];
  if (!line) return null;
  const top = Math.min(...lines.map((other) => other.top));
  const bottom = Math.max(...lines.map((other) => other.bottom));
  return bottom - top > TALLEST ? line : { left: line.left, right: line.right, top, bottom };
}
