import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCorridor } from '../../src/card/corridor.ts';
import { lineAt, referenceBox } from '../../src/card/reference.ts';

const card = { left: 100, top: 200, right: 500, bottom: 700 };
const from = { x: 150, y: 180 };

describe('the way from mark to card', () => {
  it.each([
    ['straight down', { x: 150, y: 192 }, true],
    ['on a slant to the far corner', { x: 300, y: 191 }, true],
    ['inside the card', { x: 300, y: 400 }, true],
    ['a slip past the edge of the card', { x: 503, y: 400 }, true],
    ['up', { x: 150, y: 170 }, false],
    ['sideways along the line', { x: 400, y: 180 }, false],
    ['beside the card', { x: 540, y: 400 }, false],
    ['below the card', { x: 300, y: 720 }, false],
  ])('%s: %s', (_, point, expected) => {
    expect(inCorridor(point, from, card)).toBe(expected);
  });

  it('leads upwards to a card above', () => {
    expect(inCorridor({ x: 200, y: 715 }, { x: 150, y: 730 }, card)).toBe(true);
    expect(inCorridor({ x: 150, y: 740 }, { x: 150, y: 730 }, card)).toBe(false);
  });

  it('holds every point of every straight way from anywhere into the card', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const coordinate = fc.integer({ min: -200, max: 1200 });
    fc.assert(
      fc.property(coordinate, coordinate, share, share, share, (x, y, across, down, along) => {
        const to = { x: card.left + across * 400, y: card.top + down * 500 };
        expect(inCorridor({ x: x + (to.x - x) * along, y: y + (to.y - y) * along }, { x, y }, card)).toBe(true);
      }),
      // A point on the edge of the way, where numbers round to the wrong side of it.
      { examples: [[92, -3, 4.642250961384406e-53, 2.68338785467496e-122, 8.089538392181748e-16]], numRuns: 1000 },
    );
  });
});

describe('what the card stands by', () => {
  const lines = [
    { left: 400, top: 100, right: 600, bottom: 120 },
    { left: 50, top: 130, right: 600, bottom: 150 },
    { left: 50, top: 160, right: 90, bottom: 180 },
  ];

  it('case 16: is the line under the pointer, or the nearest to it', () => {
    expect(lineAt(lines, { x: 450, y: 110 })).toBe(0);
    expect(lineAt(lines, { x: 70, y: 165 })).toBe(2);
    expect(lineAt(lines, { x: 70, y: 400 })).toBe(2);
    expect(lineAt(lines, null)).toBe(0);
    expect(lineAt([], { x: 0, y: 0 })).toBe(0);
  });

  it('is as wide as that line and as high as the mark, so that the card covers none of it', () => {
    expect(referenceBox(lines, 2)).toEqual({ left: 50, right: 90, top: 100, bottom: 180 });
  });

  it('is the line alone where the mark is too high to be cleared, or split between columns', () => {
    const split = [{ left: 0, top: 600, right: 300, bottom: 620 }, ...lines.slice(0, 1)];
    expect(referenceBox(split, 0)).toEqual(split[0]);
  });

  it('is the last line when there are fewer than before, and nothing when there is none', () => {
    expect(referenceBox(lines.slice(0, 1), 2)).toEqual(lines[0]);
    expect(referenceBox([], 0)).toBe(null);
  });
});
