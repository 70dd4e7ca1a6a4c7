/** Whether a change of the page is likely to have changed its articles. */
import { hostOf } from '../mark/ranges.ts';
import type { Changes } from './watch.ts';

/** UTF-16 units: shorter text that comes outside the articles cannot be one itself. */
const ARTICLE_LENGTH = 140;

const isScript = (node: Node): boolean => node instanceof Element && /^(?:script|style)$/.test(node.localName);

/** Whether a node is in the tree of an element, open shadow roots in it included. */
function isInside(node: Node, element: Element): boolean {
  for (let at: Node | null = node; at !== null; at = hostOf(at)) if (element.contains(at)) return true;
  return false;
}

/** Pages change the classes of these with every scroll and menu, and only now and then to show what they hid while they loaded. */
export const isTop = (node: Node): boolean => node === document.body || node === document.documentElement;

/** `roots` hold the articles. Changes in an article or around it count, an article that is gone, and new text long enough for one; where there is no article, every change. */
export function concerns({ added, touched }: Changes, roots: readonly Element[]): boolean {
  const isIn = (node: Node): boolean => roots.some((root) => isInside(node, root));
  if (roots.length === 0) return touched.length > 0 || !added.every(isScript);
  return (
    roots.some((root) => !root.isConnected) ||
    added.some((node) => isIn(node) || (!isScript(node) && (node.textContent ?? '').length >= ARTICLE_LENGTH)) ||
    touched.some((node) => isIn(node) || (!isTop(node) && roots.some((root) => node.contains(root))))
  );
}
