/** The words and the rule by which a note stands at a place. */
import { useCard } from './context.ts';

export interface Reason {
  readonly note: string;
  readonly rule: string;
  readonly evidence: readonly { readonly slot: string; readonly words: string; readonly start: number }[];
}

export function Why({ reason: { rule, evidence } }: { readonly reason: Reason }) {
  const { strings } = useCard();
  return (
    <details>
      <summary>{strings.why}</summary>
      <p>{strings.whyRule(rule)}</p>
      <ul class="evidence">
        {evidence.map(({ slot, words, start }) => (
          <li key={`${slot} ${start}`}>
            <span class="quiet">{slot}: </span>
            <q>{words}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}
