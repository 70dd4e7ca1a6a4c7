/** Whether a text speaks of the topic at all, as the gate asks of a page. Pure. */
import { lowered, tokenise } from '../text/tokens.ts';

const spaced = (text: string): string => ` ${tokenise(text).map(lowered).join(' ')} `;

/** A test for whether a text holds one of the anchors as whole words. */
export function anchorTest(anchors: readonly string[]): (text: string) => boolean {
  const wanted = anchors.map(spaced);
  return (text) => {
    const words = spaced(text);
    return wanted.some((anchor) => words.includes(anchor));
  };
}
