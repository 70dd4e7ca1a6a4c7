/** Whether a page can concern the topic: one walk over its text. */

type WordTest = (text: string) => boolean;

/** Text of elements with these names is never read by a person. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
/** A script of a megabyte is told from prose before it is searched; for short text that question costs more than the search. */
const LONG = 2_000;
/** UTF-16 units searched before the page has its turn; about a millisecond. */
const SLICE = 400_000;

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
