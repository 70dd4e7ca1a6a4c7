import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSlots } from '../../src/match/fill.ts';
import type { Place } from '../../src/match/lexicon.ts';

const at = (first: number, last: number = first): Place => ({ first, last });

const width = (choice: readonly Place[]): number =>
  Math.max(...choice.map(({ last }) => last)) - Math.min(...choice.map(({ first }) => first)) + 1;
const areApart = (choice: readonly Place[]): boolean =>
  choice.every((a, i) => choice.slice(i + 1).every((b) => a.last < b.first || b.last < a.first));
const areInOrder = (choice: readonly Place[]): boolean =>
  choice.slice(1).every((b, i) => (choice[i]?.last ?? 0) < b.first);

interface Task {
  readonly slots: readonly (readonly Place[])[];
  readonly order: boolean;
  readonly within: number;
}

const isGood = (choice: readonly Place[], { order, within }: Task): boolean =>
  areApart(choice) && (!order || areInOrder(choice)) && (within === 0 || width(choice) <= within);

/** Every choice there is, by trying all. */
const allChoices = (slots: Task['slots']): Place[][] =>
  slots.reduce<Place[][]>((choices, slot) => choices.flatMap((choice) => slot.map((one) => [...choice, one])), [[]]);

const task = (length: fc.Arbitrary<number>): fc.Arbitrary<Task> =>
  fc.record({
    slots: fc.array(
      fc.array(
        fc.tuple(fc.nat(20), length).map(([first, more]) => at(first, first + more)),
        { maxLength: 5 },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    order: fc.boolean(),
    within: fc.constantFrom(0, 2, 4, 6, 10),
  });

describe('fillSlots', () => {
  it('fills where it can be done, and only so, whatever words the slots share', () => {
    fc.assert(
      fc.property(task(fc.nat(3)), (given) => {
        const choice = fillSlots(given.slots, given);
        expect(choice !== undefined).toBe(allChoices(given.slots).some((one) => isGood(one, given)));
        if (!choice) return;
        expect(isGood(choice, given)).toBe(true);
        for (const [slot, one] of choice.entries()) expect(given.slots[slot]).toContain(one);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes the narrowest place where no slot has words of another', () => {
    const disjoint = task(fc.constant(0)).filter(({ slots }) => areApart(slots.flat()));
    fc.assert(
      fc.property(disjoint, (given) => {
        const choice = fillSlots(given.slots, given);
        const widths = allChoices(given.slots)
          .filter((one) => isGood(one, given))
          .map(width);
        expect(choice && width(choice)).toBe(widths.length > 0 ? Math.min(...widths) : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('goes back over a choice that leaves another slot nothing', () => {
    const [x, y, z] = [at(1), at(3), at(5)];
    const slots = [
      [x, y],
      [x, z],
      [x, z],
    ];
    expect(fillSlots(slots, { order: false, within: 0 })).toEqual([y, expect.anything(), expect.anything()]);
  });
});
