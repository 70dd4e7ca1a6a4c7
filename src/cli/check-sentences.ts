/** A note's own test sentences through the extension's own matching. Pure. */
import { createMatcher } from '../match/matcher.ts';
import type { CompiledRules } from '../match/rules.ts';
import type { Note } from '../notes/schema.ts';
import { normalise } from '../text/normalise.ts';
import type { NoteFault } from './check-note.ts';

export interface SentenceFault extends NoteFault {
  readonly note: string;
}

/** Faults of all notes: sentences that should match and do not, that should not and do, and that the gate would not let through. */
export function checkSentences(
  notes: readonly Note[],
  rules: CompiledRules,
  anchors: readonly string[],
): SentenceFault[] {
  const matcher = createMatcher(rules);
  const faults: SentenceFault[] = [];
  for (const note of notes) {
    const raises = (text: string) => matcher.match(text).find((match) => match.note === note.id);
    for (const [i, { text }] of note.matches.entries()) {
      if (!raises(text))
        faults.push({
          note: note.id,
          path: ['matches', i, 'text'],
          message: `does not match: "${text}"; mend the rules of \`match\` or the sentence`,
        });
      const lower = normalise(text).text.toLowerCase();
      if (!anchors.some((anchor) => lower.includes(anchor)))
        faults.push({
          note: note.id,
          path: ['matches', i, 'text'],
          message: `holds no anchor of the vocabulary, so that no page is read for it: "${text}"`,
        });
    }
    for (const [i, text] of note.rejects.entries()) {
      const match = raises(text);
      if (match)
        faults.push({
          note: note.id,
          path: ['rejects', i],
          message: `matches by rule "${match.rule}" ("${text.slice(match.start, match.end)}"): "${text}"; add a condition to the rule`,
        });
    }
  }
  return faults;
}
