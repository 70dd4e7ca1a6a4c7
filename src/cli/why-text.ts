/** The trace of a rule in words, for `notes why` and `annotate --why`. Pure. */
import type { RuleTrace, SentenceTrace, SlotTrace, WeightTrace } from '../match/explain.ts';
import type { Note } from '../notes/schema.ts';
import type { Style } from './footnotes.ts';

/** So many of a slot's phrases are shown where none of them was found. */
const SHOWN = 6;

/** The phrases that the note has for a slot. */
function phrasesOf(note: Note, rule: string, { level, slot }: SlotTrace): readonly string[] {
  const written = note.match.find((one) => one.rule === rule);
  const words = level === 'names' ? written?.names : written?.[level]?.[slot];
  return words === undefined ? [] : [words].flat();
}

const some = (phrases: readonly string[]): string =>
  phrases.slice(0, SHOWN).join(', ') + (phrases.length > SHOWN ? `, … (${phrases.length})` : '');

const OUTDATED = "the article's date is outside the rule's days, or unknown";
const APART = 'all is there, but not in order, not near enough together or not as many as asked for';

const quoted = (words: string): string => (words === '' ? 'in the title' : `“${words}”`);

const outcome = ({ matches, weighs = false }: { readonly matches: boolean; readonly weighs?: boolean }): string =>
  weighs ? 'fits, and adds its weight' : matches ? 'matches' : 'does not match';

/** What stands between a rule and a match, in a few words. */
export function obstacle({ slots, blockers, outdated, apart }: RuleTrace): string {
  return [
    ...slots.filter(({ words }) => words === null).map(({ level, slot }) => `nothing for "${slot}" (${level})`),
    ...blockers.map(({ level, words }) => `${quoted(words)} forbids it (${level})`),
    ...(outdated ? [OUTDATED] : []),
    ...(apart ? [APART] : []),
  ].join('; ');
}

/** How a note stands by the weights of words and of what else the article tells. */
export function weightLine({ score, words }: WeightTrace): string {
  const each = words.map((one) => `“${one.words}” ${one.weight.toFixed(1)}`).join(', ');
  return `${score.toFixed(1)}, where more than 0 would raise it${each === '' ? '; no word speaks for it' : `: ${each}`}`;
}

/** A rule's name with what came of it, then one line for each slot and each thing in the way. */
function ruleLines(trace: RuleTrace, note: Note, style: Style): string[] {
  const line = (level: string, name: string, what: string) => `    ${level.padEnd(15)} ${name.padEnd(12)} ${what}`;
  return [
    `  ${style.strong(`${trace.note}: ${trace.rule}`)}: ${outcome(trace)}`,
    ...trace.slots.map((slot) =>
      line(
        slot.level,
        slot.level === 'names' ? '' : slot.slot,
        slot.words === null
          ? style.soft(`missing, would be one of: ${some(phrasesOf(note, trace.rule, slot))}`)
          : quoted(slot.words),
      ),
    ),
    ...trace.blockers.map(({ level, words }) => line(level, '', `${quoted(words)} forbids it`)),
    ...(trace.outdated ? [line('dated', '', OUTDATED)] : []),
    ...(trace.apart ? [line('', '', APART)] : []),
  ];
}

/** All traces of a sentence, in the order of the notes' rules, weights behind them. */
export function whyLines(
  { rules, weights }: SentenceTrace,
  noteOf: (id: string) => Note | undefined,
  style: Style,
): string[] {
  return [
    ...rules.flatMap((trace) => {
      const note = noteOf(trace.note);
      return note ? ruleLines(trace, note, style) : [];
    }),
    ...weights.flatMap((trace) => [
      `  ${style.strong(`${trace.note}: by the weight of words`)}: ${outcome(trace)}`,
      `    ${weightLine(trace)}`,
    ]),
  ];
}
