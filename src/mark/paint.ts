/** The only writer of `CSS.highlights`. */

/** Their look is in `marks.css`. */
const LAYERS = ['term', 'claim', 'seen', 'active'] as const;
export type Layer = (typeof LAYERS)[number];

const nameOf = (layer: Layer): string => `sidelight-${layer}`;

/** Milliseconds between two looks whether a page has cleared the highlights: a look is a few look-ups in a map, so a page that clears in a loop costs next to nothing. */
const LOOK_EVERY = 1000;
/** Milliseconds: Chromium can let an idle callback of a still page wait for a second and more. */
const IDLE_AT_LATEST = 200;

/** Removes highlights of our names, whoever set them: those of a reader that was removed stay painted in Chrome. */
export function clearMarks(): void {
  for (const layer of LAYERS) CSS.highlights.delete(nameOf(layer));
}

export interface Paint {
  set(layer: Layer, ranges: readonly Range[]): void;
}

/**
 * Four layers of ranges. A page can clear them; they are set again at the next quiet moment. The end of the signal unpaints
 * what is painted here, and nothing that a later reader painted under the same names.
 */
export function createPaint(signal: AbortSignal): Paint {
  const layers: Readonly<Record<Layer, Highlight>> = {
    term: new Highlight(),
    claim: new Highlight(),
    seen: new Highlight(),
    active: new Highlight(),
  };
  layers.active.priority = 1;
  // A `Highlight` would know, but Firefox does not let a content script iterate over one.
  const inside: Record<Layer, readonly Range[]> = { term: [], claim: [], seen: [], active: [] };

  const isSet = (layer: Layer): boolean => CSS.highlights.get(nameOf(layer)) === layers[layer];
  const put = (): void => {
    for (const layer of LAYERS) if (!isSet(layer)) CSS.highlights.set(nameOf(layer), layers[layer]);
  };
  const remove = (): void => {
    for (const layer of LAYERS) if (isSet(layer)) CSS.highlights.delete(nameOf(layer));
  };

  if (!signal.aborted) {
    put();
    watchCleared(put, signal);
    signal.addEventListener('abort', remove, { once: true });
  }
  return {
    set(layer, ranges) {
      for (const range of inside[layer]) if (!ranges.includes(range)) layers[layer].delete(range);
      for (const range of ranges) layers[layer].add(range);
      inside[layer] = ranges;
    },
  };
}

/** Calls `put` in an idle moment about once a second while the page is visible: a cleared registry tells nobody. */
function watchCleared(put: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    requestIdleCallback(() => signal.aborted || put(), { timeout: IDLE_AT_LATEST });
  }, LOOK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
