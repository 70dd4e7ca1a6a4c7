/** A note's own test sentences through the extension's own matching. Pure. */
import { withoutCues } from '../match/compile.ts';
import { createMatcher, type Matcher } from '../match/matcher.ts';
import type { CompiledRules } from '../match/rules.ts';
import type { Note } from '../notes/schema.ts';
import { anchorTest } from './anchors.ts';
import type { NoteFault } from './check-note.ts';

export interface SentenceFault extends NoteFault {
  readonly note: string;
}

type TestSentence = Note['rejects'][number];

/** Faults of all notes: sentences that should match by their rules and do not, that should not and do, and that the gate would not let through. */
export function checkSentences(
  notes: readonly Note[],
  rules: CompiledRules,
  anchors: readonly string[],
): SentenceFault[] {
  const whole = createMatcher(rules);
  const byRules = createMatcher(withoutCues(rules));
  const holdsAnchor = anchorTest(anchors);
  const faults: SentenceFault[] = [];
  for (const note of notes) {
    const raises = (matcher: Matcher, { text, title, date }: TestSentence) =>
      matcher.match(text, { title: title ?? '', date: date ?? null }).find((match) => match.note === note.id);
    for (const [i, sentence] of note.matches.entries()) {
      const { text } = sentence;
      if (!raises(byRules, sentence))
        faults.push({
          note: note.id,
          path: ['matches', i, 'text'],
          message: `does not match: "${text}"; mend the rules of \`match\` or the sentence`,
        });
      if (!holdsAnchor(`${sentence.title ?? ''}\n${text}`))
        faults.push({
          note: note.id,
          path: ['matches', i, 'text'],
          message: `holds no anchor of the vocabulary, so that no page is read for it: "${text}"`,
        });
    }
    for (const [i, sentence] of note.rejects.entries()) {
      const { text } = sentence;
      const match = raises(whole, sentence);
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
