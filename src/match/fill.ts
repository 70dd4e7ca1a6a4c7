/** Filling the slots of a sentence with words of their own, in the narrowest place. Pure. */
import type { Place } from './lexicon.ts';

export interface FillOptions {
  /** slots stand in the order in which they are listed */
  readonly order: boolean;
  /** most words from the first slot's first to the last slot's last; 0: no bound */
  readonly within: number;
}

const overlap = (a: Place, b: Place): boolean => a.first <= b.last && b.first <= a.last;

/** From the first token of all places to the last. */
export function extentOf(places: readonly Place[]): Place {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const place of places) {
    if (place.first < first) first = place.first;
    if (place.last > last) last = place.last;
  }
  return { first, last };
}

function span(choice: readonly Place[]): number {
  const { first, last } = extentOf(choice);
  return last - first + 1;
}

/** Where a choice must lie: tokens `from` to before `end`. */
interface Bounds {
  readonly from: number;
  readonly end: number;
}

const isIn = ({ first, last }: Place, { from, end }: Bounds): boolean => first >= from && last < end;

/** Each slot takes what ends soonest behind the one before, which leaves the most room. Candidates are in order of their ends. */
function fillInOrder(slots: readonly (readonly Place[])[], lead: Place, bounds: Bounds): Place[] | undefined {
  const choice = [lead];
  for (const candidates of slots.slice(1)) {
    const from = choice.at(-1)?.last ?? -1;
    const next = candidates.find((candidate) => candidate.first > from && isIn(candidate, bounds));
    if (!next) return undefined;
    choice.push(next);
  }
  return choice;
}

/** The slot without words that has the fewest candidates in the bounds; -1 where each has words. */
function scarcestOf(slots: readonly (readonly Place[])[], taken: readonly (Place | null)[], bounds: Bounds): number {
  let scarcest = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < slots.length; slot++) {
    if (taken[slot] !== null) continue;
    let count = 0;
    for (const candidate of slots[slot] ?? []) if (isIn(candidate, bounds)) count++;
    if (count < fewest) [scarcest, fewest] = [slot, count];
  }
  return scarcest;
}

/**
 * Fills the slots of `taken` that are null, false when it cannot be done. The slot with the fewest candidates takes first, what ends
 * soonest; goes back where that leaves another slot nothing. A slot can only be left with nothing when each of its few candidates
 * overlaps what is taken, so there is little to go back over.
 */
function fillFreely(slots: readonly (readonly Place[])[], taken: (Place | null)[], bounds: Bounds): boolean {
  const scarcest = scarcestOf(slots, taken, bounds);
  if (scarcest < 0) return true;
  for (const candidate of slots[scarcest] ?? []) {
    if (!isIn(candidate, bounds) || taken.some((other) => other !== null && overlap(candidate, other))) continue;
    taken[scarcest] = candidate;
    if (fillFreely(slots, taken, bounds)) return true;
    taken[scarcest] = null;
  }
  return false;
}

/** A choice that begins with the candidate `lead` of a slot. */
function fillFrom(
  lead: Place,
  leading: number,
  slots: readonly (readonly Place[])[],
  { order, within }: FillOptions,
): readonly Place[] | undefined {
  const bounds = { from: lead.first, end: within > 0 ? lead.first + within : Number.POSITIVE_INFINITY };
  if (!isIn(lead, bounds)) return undefined;
  if (order) return fillInOrder(slots, lead, bounds);
  const taken = slots.map((_, slot) => (slot === leading ? lead : null));
  return fillFreely(slots, taken, bounds) ? taken.filter((place) => place !== null) : undefined;
}

const holds = (outer: Place, inner: Place): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** Each slot's words in full ("UN Security Council" for "UN") where the others leave them room. */
function inFull(choice: readonly Place[], slots: readonly (readonly Place[])[], within: number): Place[] {
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
function onlyChoice(slots: readonly (readonly Place[])[]): Place[] | undefined {
  const choice: Place[] = [];
  for (const candidates of slots) {
    const [one] = candidates;
    if (!one || candidates.length > 1) return undefined;
    choice.push(one);
  }
  return choice;
}

function isGood(choice: readonly Place[], { order, within }: FillOptions): boolean {
  for (let i = 0; i < choice.length; i++) {
    const one = choice[i];
    for (let k = i + 1; k < choice.length; k++) {
      const other = choice[k];
      if (one && other && (order ? one.last >= other.first : overlap(one, other))) return false;
    }
  }
  return within === 0 || span(choice) <= within;
}

const byEnd = (a: Place, b: Place): number => a.last - b.last;

/**
 * The narrowest way to give each slot one of its candidates, none overlapping another, the leftmost of several; undefined when it cannot
 * be done. Tries each candidate as the first word of all; to its right each slot takes what ends soonest.
 */
export function fillSlots(
  candidates: readonly (readonly Place[])[],
  { order, within }: FillOptions,
): Place[] | undefined {
  const only = onlyChoice(candidates);
  if (only) return isGood(only, { order, within }) ? only : undefined;
  const slots = candidates.map((places) => [...places].sort(byEnd));
  let best: readonly Place[] | undefined;
  let [narrowest, leftmost] = [Number.POSITIVE_INFINITY, 0];
  for (let slot = 0; slot < (order ? 1 : slots.length); slot++) {
    for (const lead of slots[slot] ?? []) {
      const choice = fillFrom(lead, slot, slots, { order, within });
      const width = choice ? span(choice) : Number.POSITIVE_INFINITY;
      if (width < narrowest || (width === narrowest && lead.first < leftmost))
        [best, narrowest, leftmost] = [choice, width, lead.first];
    }
  }
  return best && inFull(best, slots, within);
}
