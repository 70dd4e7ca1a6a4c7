/** The text with its marks. */
import type { JSX } from 'preact';
import { keyOf, type Marked, piecesOf } from './marking.ts';

interface TextProps {
  readonly text: string;
  readonly marks: readonly Marked[];
  readonly chosen: string | null;
  onChoose(key: string): void;
}

/** Each mark a button: on our own page elements may be added, so that keys and screen readers reach them. */
export function MarkedText({ text, marks, chosen, onChoose }: TextProps): JSX.Element {
  return (
    <div class="text">
      {piecesOf(text, marks).map(({ text: words, mark }) =>
        mark ? (
          <button
            type="button"
            key={keyOf(mark)}
            class={`mark ${mark.kind}`}
            aria-expanded={keyOf(mark) === chosen}
            onClick={() => onChoose(keyOf(mark))}
          >
            {words}
          </button>
        ) : (
          words
        ),
      )}
    </div>
  );
}
