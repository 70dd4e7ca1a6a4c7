/** Whether a page can concern the topic: one walk over its text, then a quiet watcher of what is added. */

type WordTest = (text: string) => boolean;

/** Text of elements with these names is never read by a person. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
/** A script of a megabyte is told from prose before it is searched; for short text that question costs more than the search. */
const LONG = 2_000;
/** UTF-16 units searched before the page has its turn; about a millisecond. */
const SLICE = 400_000;
/** Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 16_000;
/** More additions than this between two looks are looked at as the whole page. */
const MANY = 500;

const isUnread = (node: Text): boolean => UNREAD.has(node.parentElement?.localName ?? '');

function isOnTopic(node: Text, test: WordTest): boolean {
  const { data } = node;
  if (data.length > LONG && isUnread(node)) return false;
  return test(data) && !isUnread(node);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Whether text under the node holds one of the words; runs to its end at once except on a very long page. */
export async function holdsTopic(root: Node, test: WordTest, signal: AbortSignal): Promise<boolean> {
  if (root instanceof Text) return isOnTopic(root, test);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let read = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (isOnTopic(node, test)) return true;
    read += node.length;
    if (read < SLICE) continue;
    read = 0;
    await nextTurn();
    if (signal.aborted) return false;
    // A page that took this node out meanwhile took the way to the rest with it.
    if (!root.contains(node)) return holdsTopic(root, test, signal);
  }
  return false;
}

/**
 * Calls `look` with the nodes that were added or whose text changed since the last look, until the signal is aborted. Looks at most once
 * a second, and each look that follows closely on another waits twice as long as the one before, up to sixteen seconds.
 */
export function watchAdded(root: Node, signal: AbortSignal, look: (added: readonly Node[]) => void): void {
  let added = new Set<Node>();
  let pause = FIRST_PAUSE;
  let lastLook = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lookNow = (): void => {
    const nodes = added.size > MANY ? [root] : [...added].filter((node) => node.isConnected);
    added = new Set();
    timer = undefined;
    lastLook = performance.now();
    look(nodes);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (added.size > MANY) break;
      if (record.type === 'characterData') added.add(record.target);
      else for (const node of record.addedNodes) added.add(node);
    }
    if (timer !== undefined || added.size === 0) return;
    pause = performance.now() - lastLook < 2 * pause ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
    timer = setTimeout(lookNow, pause);
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
