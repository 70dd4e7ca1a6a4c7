import { siblingsOf } from './siblings.ts';
import { type Box, leadsOn, type Page } from './walk.ts';

/** Fewest boxes that make a list of stories. */
const FEWEST = 3;
/** The longest text of one story in such a list, in characters. */
const STORY_LENGTH = 500;

/** Marks lists of other stories: boxes of one kind side by side, each short and with a line of its own that leads elsewhere. */
export function markStories({ boxes, blocks }: Page): void {
  const isStory = ({ first, last }: Box): boolean => {
    const inside = blocks.slice(first, last);
    return inside.some(leadsOn) && inside.reduce((sum, { length }) => sum + length, 0) <= STORY_LENGTH;
  };
  for (const group of siblingsOf(boxes.filter(({ name }) => name !== 'p')))
    if (group.length >= FEWEST && group.every(isStory)) for (const box of group) box.apart = true;
}
