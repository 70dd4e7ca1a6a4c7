/** Whether a page can concern the topic: one walk over its text. */

type WordTest = (text: string) => boolean;

/** Text of elements with these names is never read by a person. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
/** UTF-16 units: of longer text it is asked first whether it is a script; for shorter text that question costs more than the search. */
const LONG = 2_000;
/** UTF-16 units searched before the page has its turn; about a millisecond. */
const SLICE = 400_000;

const isUnread = (node: Text): boolean => UNREAD.has(node.parentElement?.localName ?? '');

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Text nodes from here on until they are enough for a slice, each of its text a line: to search one long text costs a fraction of many short ones. */
function nextSlice(first: Text | null, next: () => Text | null): { nodes: Text[]; text: string } {
  const nodes: Text[] = [];
  let text = '';
  for (let node = first; node !== null; node = text.length < SLICE ? next() : null) {
    const { data } = node;
    if (data.length > LONG && isUnread(node)) continue;
    nodes.push(node);
    text += `${data}\n`;
  }
  return { nodes, text };
}

/** Whether text under the node holds one of the words; runs to its end at once except on a very long page. */
export async function holdsTopic(root: Node, test: WordTest, signal: AbortSignal): Promise<boolean> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const next = () => walker.nextNode() as Text | null;
  let first = root instanceof Text ? root : next();
  while (first !== null) {
    const { nodes, text } = nextSlice(first, next);
    if (test(text) && nodes.some((node) => !isUnread(node) && test(node.data))) return true;
    if (text.length < SLICE) return false;
    await nextTurn();
    if (signal.aborted) return false;
    // A page that took this node out meanwhile took the way to the rest with it.
    if (!root.contains(walker.currentNode)) return holdsTopic(root, test, signal);
    first = next();
  }
  return false;
}
