/** Whether a change of the page is likely to have changed its articles. */
import { hostOf } from '../mark/ranges.ts';
import type { Changes } from './watch.ts';

/** UTF-16 units: shorter text that comes beside the articles is none by itself. */
const ARTICLE_LENGTH = 140;

const isScript = (node: Node): boolean => node instanceof Element && /^(?:script|style)$/.test(node.localName);

/** Whether a node is in the tree of an element, open shadow roots in it included. */
function isInside(node: Node, element: Element): boolean {
  for (let at: Node | null = node; at !== null; at = hostOf(at)) if (element.contains(at)) return true;
  return false;
}

/** Classes of these tell of scrolling and menus all the time, though now and then they hide a page that loads. */
export const isTop = (node: Node): boolean => node === document.body || node === document.documentElement;

/** Changes in an article or around it, an article that is gone, or new text that is long enough for one; any change while there is none. */
export function concerns({ added, touched }: Changes, roots: readonly Element[]): boolean {
  const isIn = (node: Node): boolean => roots.some((root) => isInside(node, root));
  if (roots.length === 0) return touched.length > 0 || !added.every(isScript);
  return (
    roots.some((root) => !root.isConnected) ||
    added.some((node) => isIn(node) || (!isScript(node) && (node.textContent ?? '').length >= ARTICLE_LENGTH)) ||
    touched.some((node) => isIn(node) || (!isTop(node) && roots.some((root) => node.contains(root))))
  );
}
