/** What changes in a page, told at the pace of a reader and not of a script. */
import { isHost } from '../card/names.ts';

/** What changed since the last look; nodes that have left the page again are left out. */
export interface Changes {
  /** nodes that came, and text nodes with other text */
  readonly added: readonly Node[];
  /** elements that lost children, or became hidden or shown by their own attributes */
  readonly touched: readonly Node[];
}

export interface Watcher {
  /** Watches this tree too: an open shadow root, into which the document's observer does not see. */
  observe(root: Node): void;
  /** Asks for a look after the shortest pause, even if nothing has changed: the page has gone to another address, or shows other text. */
  hurry(): void;
}

interface Options {
  readonly signal: AbortSignal;
  /** whether attributes that hide and show count as changes */
  readonly attributes: boolean;
}

/** Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 16_000;
/** More nodes than this between two looks are looked at as the whole page. */
const MANY = 500;

/** What can hide text or show it. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'aria-hidden'];
const HIDING_STYLE = /(?:display|visibility)\s*:[^;]*/gi;

const hiding = (style: string | null): string => style?.match(HIDING_STYLE)?.join() ?? '';

/** An animation writes `style` with each frame, and hides nothing by it. */
const isMotion = ({ attributeName, oldValue, target }: MutationRecord): boolean =>
  attributeName === 'style' && hiding(oldValue) === hiding((target as Element).getAttribute('style'));

/**
 * Calls `look` with what changed, until the signal is aborted: a second after the first change. A look that follows closely on one that had work
 * to do (`look` says so by true) waits twice as long as the one before, up to sixteen seconds. None begins before the last has ended.
 */
export function watchChanges(
  root: Node,
  { signal, attributes }: Options,
  look: (changes: Changes) => boolean | Promise<boolean>,
): Watcher {
  let added = new Set<Node>();
  let touched = new Set<Node>();
  let pause = FIRST_PAUSE;
  let lastWork = Number.NEGATIVE_INFINITY;
  let looking = false;
  let hurried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    if (signal.aborted || looking || timer !== undefined || (!hurried && added.size + touched.size === 0)) return;
    const isClose = !hurried && performance.now() - lastWork < 2 * pause;
    pause = isClose ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
    hurried = false;
    timer = setTimeout(lookNow, pause);
  }

  async function lookNow(): Promise<void> {
    timer = undefined;
    const isFlood = added.size + touched.size > MANY;
    const inPage = (nodes: ReadonlySet<Node>): Node[] => [...nodes].filter((node) => node.isConnected);
    const changes = isFlood ? { added: [root], touched: [] } : { added: inPage(added), touched: inPage(touched) };
    added = new Set();
    touched = new Set();
    looking = true;
    if (await look(changes)) lastWork = performance.now();
    looking = false;
    schedule();
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (added.size + touched.size > MANY) break;
      if (record.type === 'characterData') added.add(record.target);
      else if (record.type === 'childList') {
        // The card comes and goes; that is no change of the page's.
        for (const node of record.addedNodes) if (!isHost(node)) added.add(node);
        if (![...record.removedNodes].every(isHost)) touched.add(record.target);
      } else if (!isMotion(record)) touched.add(record.target);
    }
    schedule();
  });
  const observe = (tree: Node): void =>
    observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      ...(attributes && { attributeFilter: ATTRIBUTES, attributeOldValue: true }),
    });

  if (!signal.aborted) observe(root);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    observe(tree) {
      if (!signal.aborted) observe(tree);
    },
    hurry() {
      hurried = true;
      // A page that goes elsewhere all the time must not put off the look that is due.
      if (timer !== undefined && pause > FIRST_PAUSE) {
        clearTimeout(timer);
        timer = undefined;
      }
      schedule();
    },
  };
}
