/** What the pointer is on. */
import { rendererOf } from './ranges.ts';

/** What is on top at a point, in however many open shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let root = element?.shadowRoot; root; root = element?.shadowRoot) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function isRenderedIn(node: Node, element: Element): boolean {
  for (let at: Node | null = node; at !== null; at = rendererOf(at)) if (at === element) return true;
  return false;
}

/**
 * The range whose text is on top at a point (client coordinates, CSS pixels). By its boxes: Chromium's `highlightsFromPoint` finds nothing
 * on a screen of more than one pixel a CSS pixel, nor in a zoomed window.
 */
export function rangeAt(x: number, y: number, ranges: Iterable<Range>): Range | undefined {
  const element = elementAt(x, y);
  const isOn = ({ left, top, right, bottom }: DOMRect): boolean => x >= left && x < right && y >= top && y < bottom;
  if (element === null) return undefined;
  return [...ranges].find(
    (range) => isRenderedIn(range.startContainer, element) && [...range.getClientRects()].some(isOn),
  );
}
