/**
 * Runs before the extension's own scripts, in their world: tells the page, by a message, how long a card took from the end of its delay until it was painted.
 * The delay ends when its timer is due, be that late or not. Painted is a task after the first animation frame in which the host has a box that can be seen:
 * browsers lay out and paint between such a frame and the next task. `PerformanceObserver` tells of no later paint than the page's first ones.
 */
import { HOST_ATTRIBUTE } from '../../../src/card/names.ts';
import { DELAY } from '../../../src/shared/settings.ts';

/** Milliseconds of the page's clock. */
export interface Opening {
  /** when the delay was over */
  readonly due: number;
  /** the moment that the frame with the card is for */
  readonly frame: number;
  readonly painted: number;
}

/** Milliseconds after which a card does not come any more. */
const AT_LATEST = 2_000;

function isSeen(): boolean {
  const host = document.querySelector(`[${HOST_ATTRIBUTE}]`);
  const { width = 0, height = 0 } = host?.getBoundingClientRect() ?? {};
  return width > 0 && height > 0 && host?.checkVisibility({ visibilityProperty: true }) === true;
}

function afterPaint(tell: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    tell();
  };
  port2.postMessage(null);
}

function watch(due: number): void {
  requestAnimationFrame((frame) => {
    if (!isSeen()) {
      if (frame - due < AT_LATEST) watch(due);
      return;
    }
    afterPaint(() => {
      const opening: Opening = { due, frame, painted: performance.now() };
      window.postMessage({ opening }, '*');
    });
  });
}

const setTimer = setTimeout.bind(globalThis);

Object.assign(globalThis, {
  setTimeout(run: () => void, delay?: number): unknown {
    if (delay !== DELAY.usual) return setTimer(run, delay);
    const due = performance.now() + delay;
    return setTimer(() => {
      run();
      watch(due);
    }, delay);
  },
});
