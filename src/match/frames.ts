/** A rule against one sentence: the slots that must meet there, each filled by words of its own. Pure. */
import { fillSlots } from './fill.ts';
import type { Occurrence } from './lexicon.ts';
import type { CompiledRule, CompiledSlot } from './rules.ts';

/** What is known where a rule is tried. */
export interface Surroundings {
  /** occurrences of the sentence by entry */
  readonly here: ReadonlyMap<number, readonly Occurrence[]>;
  /** the first occurrence of any of the entries in this sentence, the three before it or the title; null for one in the title */
  readonly near: (entries: readonly number[]) => Occurrence | null | undefined;
  /** the same in the title (null) or the first three sentences: what the article is about */
  readonly leading: (entries: readonly number[]) => Occurrence | null | undefined;
  /** the first occurrence of any of the entries in the article or its title (null) */
  readonly anywhere: (entries: readonly number[]) => Occurrence | null | undefined;
}

/** A slot with the occurrence that filled it; null when the title did. */
export interface Filled {
  readonly slot: string;
  readonly by: Occurrence | null;
}

function occurrencesOf(slot: CompiledSlot, here: Surroundings['here']): Occurrence[] {
  const out: Occurrence[] = [];
  for (const entry of slot.entries) for (const occurrence of here.get(entry) ?? []) out.push(occurrence);
  return out;
}

/** The narrowest way to fill the slots of a sentence; undefined when it cannot be done. */
const fillSentence = (rule: CompiledRule, here: Surroundings['here']): readonly Occurrence[] | undefined =>
  rule.sentence.length === 0
    ? []
    : fillSlots(
        rule.sentence.map((slot) => occurrencesOf(slot, here)),
        rule,
      );

/** Slots that context fills: all of them, or undefined. */
function fillFrom(slots: readonly CompiledSlot[], find: Surroundings['near']): Filled[] | undefined {
  const out: Filled[] = [];
  for (const slot of slots) {
    const by = find(slot.entries);
    if (by === undefined) return undefined;
    out.push({ slot: slot.name, by });
  }
  return out;
}

const isThere = (entries: readonly number[], find: Surroundings['near']): boolean =>
  entries.length > 0 && find(entries) !== undefined;

const isBlocked = (rule: CompiledRule, around: Surroundings): boolean =>
  rule.unless.some((entry) => around.here.has(entry)) ||
  isThere(rule.unlessBefore, around.near) ||
  isThere(rule.unlessArticle, around.anywhere);

/** One way in which a rule matches a sentence: the occurrences that are marked, and all slots with their fillings. */
export interface RuleMatch {
  readonly marked: readonly Occurrence[];
  readonly filled: readonly Filled[];
}

/** All matches of a rule in a sentence: one for each name of a term, at most one for a claim. */
export function matchRule(rule: CompiledRule, around: Surroundings): RuleMatch[] {
  if (isBlocked(rule, around)) return [];
  const before = fillFrom(rule.before, around.near);
  const about = before && fillFrom(rule.about, around.leading);
  const article = about && fillFrom(rule.article, around.anywhere);
  const choice = article && fillSentence(rule, around.here);
  if (!choice) return [];
  const filled: Filled[] = [
    ...rule.sentence.map((slot, i) => ({ slot: slot.name, by: choice[i] ?? null })),
    ...before,
    ...about,
    ...article,
  ];
  const { names } = rule;
  if (!names) return [{ marked: rule.mark.flatMap((i) => choice[i] ?? []), filled }];
  const named = occurrencesOf(names, around.here);
  const withNames = (by: readonly Occurrence[]): RuleMatch => ({
    marked: by,
    filled: [...by.map((one) => ({ slot: names.name, by: one })), ...filled],
  });
  if (rule.several === 0) return named.map((by) => withNames([by]));
  return new Set(named.map((by) => by.entry)).size >= rule.several ? [withNames(named)] : [];
}
