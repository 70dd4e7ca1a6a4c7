/** The article that each framework renders. An event sets its two paragraphs: one whose text changes in place, one that is made anew for each text. */

export interface Story {
  /** the name in "The … met the foreign ministers": a text of its own between two that stay */
  readonly group: string;
  readonly line: string;
}

export const FIRST: Story = {
  group: 'Minsk Group',
  line: 'The ISAF mission had ended when the ministers met, the spokeswoman told reporters at the airport.',
};

export const FILLING =
  'Residents who came to the town hall said that they had waited long for an answer, and that the meeting was calm and orderly throughout.';

const EVENT = 'story';

export const tell = (story: Story): void => void dispatchEvent(new CustomEvent(EVENT, { detail: story }));

/** Calls `set` with each story that is told; returns what ends it. */
export function listen(set: (story: Story) => void): () => void {
  const listener = (event: Event): void => {
    if (event instanceof CustomEvent) set(event.detail as Story);
  };
  addEventListener(EVENT, listener);
  return () => removeEventListener(EVENT, listener);
}
