/** Components (custom elements) and their open shadow roots, into which a walk over the document does not lead. */

/** Milliseconds after the content script has started. */
const COMPONENTS_AFTER = [1_000, 4_000, 16_000];

/** Calls `look` at a few moments by which components have usually built what they show: no event says so. */
export function afterComponents(signal: AbortSignal, look: () => unknown): void {
  for (const pause of COMPONENTS_AFTER) setTimeout(() => signal.aborted || look(), pause);
}

/** By name, since only components have shadow roots worth reading: asking every element would cost as much as the walk over the text. */
const COMPONENTS = 'descendant-or-self::*[contains(name(), "-")]';

/** The open shadow roots of components in a tree, not those within these. */
export function shadowRootsIn(tree: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  // Engines let a path begin at elements alone.
  for (const top of tree instanceof ShadowRoot || tree instanceof Document ? tree.children : [tree]) {
    if (!(top instanceof Element)) continue;
    const found = document.evaluate(COMPONENTS, top, null, XPathResult.ORDERED_NODE_ITERATOR_TYPE);
    for (let node = found.iterateNext(); node !== null; node = found.iterateNext()) {
      const { shadowRoot } = node as Element;
      if (shadowRoot) roots.push(shadowRoot);
    }
  }
  return roots;
}
