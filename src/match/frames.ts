/** A rule against one sentence: the slots that must meet there, each filled by words of its own. */
import { isWithin } from './dated.ts';
import { fillSlots } from './fill.ts';
import type { Place } from './lexicon.ts';
import type { CompiledRule } from './rules.ts';
import type { Sightings } from './sightings.ts';

/** A slot with the words that filled it; null when the title did. */
export interface Filled {
  readonly slot: string;
  readonly by: Place | null;
}

/** One way in which a rule matches a sentence: the words that are marked, and all slots with their fillings. */
export interface RuleMatch {
  readonly marked: readonly Place[];
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
export function mayMatch(rule: CompiledRule, needs: readonly number[], around: Sightings): boolean {
  for (const set of needs) if (!around.isHere(set)) return false;
  if (rule.unless !== null && around.isHere(rule.unless)) return false;
  for (const { set } of rule.before) if (!around.isNear(set)) return false;
  return rule.unlessBefore === null || !around.isNear(rule.unlessBefore);
}

/** The narrowest way to fill the slots of a sentence; undefined when it cannot be done. */
export const fillSentence = (rule: CompiledRule, around: Sightings): readonly Place[] | undefined =>
  fillSlots(
    rule.sentence.map(({ set }) => around.here(set)),
    rule,
  );

/** All slots with what fills them. */
function fillAll(rule: CompiledRule, choice: readonly Place[], around: Sightings): Filled[] {
  const out: Filled[] = [];
  for (let i = 0; i < choice.length; i++) out.push({ slot: rule.sentence[i]?.name ?? '', by: choice[i] ?? null });
  for (const { name, set } of rule.before) out.push({ slot: name, by: around.nearest(set) ?? null });
  for (const { name, set } of [...rule.about, ...rule.article]) out.push({ slot: name, by: around.first(set) });
  return out;
}

/** All matches in the sentence of a rule that is open and may match there: one for each name of a term, at most one for a claim. */
export function matchRule(rule: CompiledRule, around: Sightings): RuleMatch[] {
  const choice = fillSentence(rule, around);
  if (!choice) return [];
  const filled = fillAll(rule, choice, around);
  const { names } = rule;
  if (!names) return [{ marked: choice.filter((_, i) => rule.mark.includes(i)), filled }];
  const named = around.here(names.set).sort((a, b) => a.first - b.first);
  const withNames = (by: readonly Place[]): RuleMatch => ({
    marked: by,
    filled: [...by.map((one) => ({ slot: names.name, by: one })), ...filled],
  });
  if (rule.several === 0) return named.map((by) => withNames([by]));
  return around.countHere(names.set) >= rule.several ? [withNames(named)] : [];
}
