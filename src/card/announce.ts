/** Telling screen readers something once, without an element in the page. */

/** Newer than TypeScript's types of the platform, and than the oldest browsers that we run in. */
interface Notifying {
  ariaNotify?(words: string): void;
}

export const announce = (words: string): void => (document as Notifying).ariaNotify?.(words);
