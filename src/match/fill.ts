/** Filling the slots of a sentence with words of their own, in the narrowest place. Pure. */
import type { Occurrence } from './lexicon.ts';

export interface FillOptions {
  /** slots stand in the order in which they are listed */
  readonly order: boolean;
  /** most words from the first slot's first to the last slot's last; 0: no bound */
  readonly within: number;
}

const overlap = (a: Occurrence, b: Occurrence): boolean => a.first <= b.last && b.first <= a.last;

function span(choice: readonly Occurrence[]): number {
  return Math.max(...choice.map((o) => o.last)) - Math.min(...choice.map((o) => o.first)) + 1;
}

/** Each slot takes what ends soonest behind the one before, which leaves the most room. Candidates are in order of their ends. */
function fillInOrder(slots: readonly (readonly Occurrence[])[]): Occurrence[] | undefined {
  const choice: Occurrence[] = [];
  for (const candidates of slots) {
    const from = choice.at(-1)?.last ?? -1;
    const next = candidates.find((candidate) => candidate.first > from);
    if (!next) return undefined;
    choice.push(next);
  }
  return choice;
}

/**
 * The slot with the fewest candidates takes first, what ends soonest; goes back where that leaves another slot nothing. A slot can only
 * be left with nothing when each of its few candidates overlaps what is taken, so there is little to go back over.
 */
function fillFreely(
  slots: readonly (readonly Occurrence[])[],
  taken: ReadonlyMap<number, Occurrence>,
): Occurrence[] | undefined {
  const open = slots.map((_, slot) => slot).filter((slot) => !taken.has(slot));
  if (open.length === 0) return slots.flatMap((_, slot) => taken.get(slot) ?? []);
  const count = (slot: number): number => slots[slot]?.length ?? 0;
  const scarcest = open.reduce((best, slot) => (count(slot) < count(best) ? slot : best));
  for (const candidate of slots[scarcest] ?? []) {
    if ([...taken.values()].some((other) => overlap(candidate, other))) continue;
    const choice = fillFreely(slots, new Map(taken).set(scarcest, candidate));
    if (choice) return choice;
  }
  return undefined;
}

const holds = (outer: Occurrence, inner: Occurrence): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** Each slot's words in full ("UN Security Council" for "UN") where the others leave them room. */
function inFull(
  choice: readonly Occurrence[],
  slots: readonly (readonly Occurrence[])[],
  within: number,
): Occurrence[] {
  const full = [...choice];
  slots.forEach((candidates, slot) => {
    for (const candidate of candidates) {
      const words = full[slot];
      if (!words || candidate === words || !holds(candidate, words)) continue;
      const wider = full.with(slot, candidate);
      const isFree = wider.every((other, i) => i === slot || !overlap(other, candidate));
      if (isFree && (within === 0 || span(wider) <= within)) full[slot] = candidate;
    }
  });
  return full;
}

/** The one choice there is, where every slot has a single candidate, as most have: not yet known to be good. */
function onlyChoice(slots: readonly (readonly Occurrence[])[]): Occurrence[] | undefined {
  const choice: Occurrence[] = [];
  for (const [one, ...more] of slots) {
    if (!one || more.length > 0) return undefined;
    choice.push(one);
  }
  return choice;
}

function isGood(choice: readonly Occurrence[], { order, within }: FillOptions): boolean {
  const areApart = choice.every((one, i) =>
    choice.every((other, k) => k <= i || (order ? one.last < other.first : !overlap(one, other))),
  );
  return areApart && (within === 0 || span(choice) <= within);
}

/**
 * The narrowest way to give each slot one of its candidates, none overlapping another, the leftmost of several; undefined when it cannot
 * be done. Tries each candidate as the first word of all; to its right each slot takes what ends soonest.
 */
export function fillSlots(
  slots: readonly (readonly Occurrence[])[],
  { order, within }: FillOptions,
): Occurrence[] | undefined {
  const only = onlyChoice(slots);
  if (only) return isGood(only, { order, within }) ? only : undefined;
  const byEnd = slots.map((candidates) => [...candidates].sort((a, b) => a.last - b.last));
  if (byEnd.some((candidates) => candidates.length === 0)) return undefined;
  const leads = byEnd
    .slice(0, order ? 1 : undefined)
    .flatMap((candidates, slot) => candidates.map((lead) => ({ slot, lead })))
    .sort((a, b) => a.lead.first - b.lead.first);
  let best: Occurrence[] | undefined;
  for (const { slot: leading, lead } of leads) {
    const end = within > 0 ? lead.first + within : Number.POSITIVE_INFINITY;
    const near = byEnd.map((candidates, slot) =>
      (slot === leading ? [lead] : candidates).filter(({ first, last }) => first >= lead.first && last < end),
    );
    if (near.some((candidates) => candidates.length === 0)) continue;
    const choice = order ? fillInOrder(near) : fillFreely(near, new Map([[leading, lead]]));
    if (choice && (!best || span(choice) < span(best))) best = choice;
  }
  return best && inFull(best, byEnd, within);
}
