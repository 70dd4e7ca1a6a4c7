import { describe, expect, it } from 'vitest';
import type { Area } from '../../src/card/corridor.ts';
import { joinLines } from '../../src/card/lines.ts';

const box = (left: number, top: number, right: number, bottom: number): Area => ({ left, top, right, bottom });

describe('the lines of a mark', () => {
  it('joins neighbours on one line, a superscript among them', () => {
    expect(joinLines([box(0, 0, 50, 20), box(50, 0, 90, 20), box(90, -2, 95, 9)])).toEqual([box(0, -2, 95, 20)]);
  });

  it('keeps lines apart, even where a tight line height makes them overlap a little', () => {
    const lines = [box(300, 0, 600, 22), box(0, 18, 200, 40)];
    expect(joinLines(lines)).toEqual(lines);
  });

  it('keeps columns apart', () => {
    const columns = [box(0, 700, 300, 720), box(360, 700, 500, 720)];
    expect(joinLines(columns)).toEqual(columns);
  });

  it('leaves out boxes without a surface', () => {
    expect(joinLines([box(0, 0, 0, 20), box(5, 0, 9, 0)])).toEqual([]);
  });
});
