/** The text with its marks. */
import type { JSX } from 'preact';
import { keyOf, type Marked, piecesOf } from './marking.ts';
import { CARD } from './NoteCard.tsx';

interface TextProps {
  readonly text: string;
  readonly marks: readonly Marked[];
  readonly chosen: string | null;
  onChoose(key: string): void;
}

/** Each mark a link to its card, which breaks over lines as text does: on our own page elements may be added, so that keys and screen readers reach them. */
export function MarkedText({ text, marks, chosen, onChoose }: TextProps): JSX.Element {
  return (
    <div class="text">
      {piecesOf(text, marks).map(({ text: words, mark }) =>
        mark ? (
          <a
            key={keyOf(mark)}
            class={`mark ${mark.kind}`}
            href={`#${CARD}`}
            aria-expanded={keyOf(mark) === chosen}
            onClick={(event) => {
              event.preventDefault();
              onChoose(keyOf(mark));
            }}
          >
            {words}
          </a>
        ) : (
          words
        ),
      )}
    </div>
  );
}
