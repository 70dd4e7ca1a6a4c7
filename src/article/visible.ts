import type { TextBlock } from './types.ts';

/**
 * Whether a block is rendered and not hidden by style. Asks the browser, which may compute style: call it only for blocks
 * that hold a match. True where the browser cannot be asked.
 */
export function isVisible(block: TextBlock): boolean {
  const { element } = block;
  return typeof element.checkVisibility === 'function' ? element.checkVisibility({ visibilityProperty: true }) : true;
}
