/** The way from a mark to its card, which stays open while the pointer is on it (WCAG 1.4.13, hoverable). Pure geometry in CSS pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far a hand may stray from the straight way. */
const SLACK = 6;

function corners({ left, top, right, bottom }: Area): readonly [Point, Point, Point, Point] {
  return [
    { x: left - SLACK, y: top - SLACK },
    { x: right + SLACK, y: top - SLACK },
    { x: right + SLACK, y: bottom + SLACK },
    { x: left - SLACK, y: bottom + SLACK },
  ];
}

/** An area in square CSS pixels below which a point counts as on the line: far above the rounding of such numbers, far below what an eye sees. */
const ON_THE_LINE = 1e-6;

/** On which side of the line from `a` to `b` the point lies: the sign of a cross product. */
function side(p: Point, a: Point, b: Point): number {
  const cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  return Math.abs(cross) < ON_THE_LINE ? 0 : Math.sign(cross);
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return !(sides.includes(1) && sides.includes(-1));
}

/**
 * Whether `point` lies on some straight way from `from` (where the pointer last was on the mark) into `card`: the hull of that point
 * and the card, which is the union of the triangles over the card's edges.
 */
export function inCorridor(point: Point, from: Point, card: Area): boolean {
  const [a, b, c, d] = corners(card);
  return (
    inTriangle(point, from, a, b) ||
    inTriangle(point, from, b, c) ||
    inTriangle(point, from, c, d) ||
    inTriangle(point, from, d, a)
  );
}
