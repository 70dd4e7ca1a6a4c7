import { describe, expect, it } from 'vitest';
import { stepTo } from '../../src/card/step.ts';

const marks = [{ id: 4 }, { id: 7 }, { id: 9 }];

describe('the step from note to note', () => {
  it.each([
    ['on', 1, 4, 7],
    ['back', -1, 7, 4],
    ['on from the last to the first', 1, 9, 4],
    ['back from the first to the last', -1, 4, 9],
  ] as const)('leads %s', (_, by, from, to) => expect(stepTo(marks, by, from, 0)?.id).toBe(to));

  it.each([
    ['on to the first in view', 1, 1, 7],
    ['back to the last above it', -1, 1, 4],
    ['on to the first when all are above', 1, 3, 4],
    ['back to the last when all are above', -1, 3, 9],
    ['back to the last when all are below', -1, 0, 9],
  ] as const)('begins %s', (_, by, firstInView, to) => {
    expect(stepTo(marks, by, null, firstInView)?.id).toBe(to);
    expect(stepTo(marks, by, 1_000, firstInView)?.id).toBe(to);
  });

  it('leads nowhere without marks', () => expect(stepTo([], 1, null, 0)).toBeUndefined());
});
