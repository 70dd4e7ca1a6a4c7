/** A rule against one sentence: the slots that must meet there, each filled by words of its own. */
import { isWithin } from './dated.ts';
import { fillSlots } from './fill.ts';
import type { Occurrence } from './lexicon.ts';
import type { CompiledRule } from './rules.ts';
import type { Sightings } from './sightings.ts';

/** A slot with the occurrence that filled it; null when the title did. */
export interface Filled {
  readonly slot: string;
  readonly by: Occurrence | null;
}

/** One way in which a rule matches a sentence: the occurrences that are marked, and all slots with their fillings. */
export interface RuleMatch {
  readonly marked: readonly Occurrence[];
  readonly filled: readonly Filled[];
}

/** Whether the article as a whole lets a rule match somewhere: the same for all of its sentences. `date` is the article's, null when unknown. */
export function isOpen(rule: CompiledRule, around: Sightings, date: string | null): boolean {
  for (const { set } of rule.about) if (!around.isLeading(set)) return false;
  for (const { set } of rule.article) if (!around.isAnywhere(set)) return false;
  if (rule.unlessArticle !== null && around.isAnywhere(rule.unlessArticle)) return false;
  return rule.dated === null || isWithin(date, rule.dated);
}

/** Whether all that a rule asks for in and near the sentence is there, each by itself, and nothing that forbids it: cheap, and mostly false. */
function mayMatch(rule: CompiledRule, around: Sightings): boolean {
  for (const { set } of rule.sentence) if (!around.isHere(set)) return false;
  if (rule.names !== undefined && !around.isHere(rule.names.set)) return false;
  if (rule.unless !== null && around.isHere(rule.unless)) return false;
  for (const { set } of rule.before) if (!around.isNear(set)) return false;
  return rule.unlessBefore === null || !around.isNear(rule.unlessBefore);
}

/** The narrowest way to fill the slots of a sentence; undefined when it cannot be done. */
export const fillSentence = (rule: CompiledRule, around: Sightings): readonly Occurrence[] | undefined =>
  rule.sentence.length === 0
    ? []
    : fillSlots(
        rule.sentence.map(({ set }) => around.here(set)),
        rule,
      );

/** Slots that context fills. */
const fillAround = (rule: CompiledRule, around: Sightings): Filled[] => [
  ...rule.before.map(({ name, set }) => ({ slot: name, by: around.nearest(set) ?? null })),
  ...[...rule.about, ...rule.article].map(({ name, set }) => ({ slot: name, by: around.first(set) })),
];

/** All matches of a rule that is open in the sentence: one for each name of a term, at most one for a claim. */
export function matchRule(rule: CompiledRule, around: Sightings): RuleMatch[] {
  if (!mayMatch(rule, around)) return [];
  const choice = fillSentence(rule, around);
  if (!choice) return [];
  const filled: Filled[] = [
    ...rule.sentence.map((slot, i) => ({ slot: slot.name, by: choice[i] ?? null })),
    ...fillAround(rule, around),
  ];
  const { names } = rule;
  if (!names) return [{ marked: rule.mark.flatMap((i) => choice[i] ?? []), filled }];
  const named = around.here(names.set).sort((a, b) => a.first - b.first);
  const withNames = (by: readonly Occurrence[]): RuleMatch => ({
    marked: by,
    filled: [...by.map((one) => ({ slot: names.name, by: one })), ...filled],
  });
  if (rule.several === 0) return named.map((by) => withNames([by]));
  return new Set(named.map((by) => by.entry)).size >= rule.several ? [withNames(named)] : [];
}
