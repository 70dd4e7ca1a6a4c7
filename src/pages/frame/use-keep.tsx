/** Storing what is chosen on a page of ours, and saying so where the browser does not. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Parsers } from '../../shared/store.ts';
import { useWords } from './context.ts';
import { type Change, keep } from './keep.ts';

/** Tells whether the change is stored. */
export type Changer<Values> = (change: Change<Values>) => Promise<boolean>;

interface Keep<Values> {
  readonly change: Changer<Values>;
  /** what is said of a change that was not stored, until one is */
  readonly notStored: ComponentChildren;
}

/** Whoever uses it is rendered anew after each refusal: the fields show again what is stored. */
export function useKeep<Values>(parsers: Parsers<Values>): Keep<Values> {
  const { card } = useWords();
  const [refusals, setRefusals] = useState(0);

  async function change(wanted: Change<Values>): Promise<boolean> {
    const isStored = await keep(parsers, wanted);
    setRefusals((before) => (isStored ? 0 : before + 1));
    return isStored;
  }

  // A new element each time: a screen reader says the same alert once.
  const notStored = refusals > 0 && (
    <p class="not-stored" role="alert" key={refusals}>
      {card.notStored}
    </p>
  );
  return { change, notStored };
}
