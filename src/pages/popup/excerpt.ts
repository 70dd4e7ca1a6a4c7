/** As much of a sentence as the popup has room for, round the words that are marked. Pure. */
import type { ListedMark } from '../../shared/messages.ts';

type Parts = Pick<ListedMark, 'before' | 'words' | 'after'>;

/** UTF-16 units, the ellipses apart: some two lines of the popup. */
const ROOM = 88;

/** A text, or its last whole words where it is longer than the room; a dash begins nothing. */
function tail(text: string, room: number): string {
  if (text.length <= room) return text;
  const from = text.slice(-room - 1).match(/\s([^\s\p{Pd}].*)$/su)?.[1] ?? '';
  return `…${from}`;
}

/** A text, or its first whole words where it is longer than the room; nothing ends with a dash or a comma. */
function head(text: string, room: number): string {
  if (text.length <= room) return text;
  const to = text.slice(0, room + 1).match(/^(.*)\s/s)?.[1] ?? '';
  return `${to.replace(/[\s\p{Pd},;:]+$/u, '')}…`;
}

/** The marked words are never cut. A third of what is left is for the words before them, or more where those after need less. */
export function excerpt({ before, words, after }: Parts): Parts {
  const room = Math.max(0, ROOM - words.length);
  const lead = Math.max(Math.floor(room / 3), room - after.length);
  const start = tail(before, lead);
  return { before: start, words, after: head(after, room - Math.min(lead, before.length)) };
}
