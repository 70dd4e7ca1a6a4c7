/**
 * What a script costs the page that it runs in: milliseconds in which it runs, its microtasks included, the waits between not.
 * Works in the world of a content script, where it stands in for the functions by which scripts wait.
 */

/** What the page is told at the end, as JSON in its root element's attribute `data-bench`. */
export interface Cost {
  readonly time: number;
  /** the longest stretch between two waits */
  readonly longest: number;
  /** what the script told in the end; null where it had nothing to tell */
  readonly told: string | null;
}

/** So many microtasks, each queued by the one before, outlast every chain of promises that the extension awaits in one turn. */
const HOPS = 40;
/** Milliseconds; a longer wait is that of a watcher, not of work that is still to do. */
const LONGEST_WAIT = 100;

const slices: number[] = [];
/** NaN between turns: work that runs in a turn of which this clock does not know makes all NaN. */
let began = Number.NaN;
let waits = 0;
let isOver = false;

function close(): void {
  slices.push(performance.now() - began);
  began = Number.NaN;
}

/** From here on the script runs. */
export function begin(): void {
  began = performance.now();
}

/** The work is done; what runs later does not count. */
export function finish(told: string | null = null): void {
  if (isOver) return;
  isOver = true;
  close();
  const time = slices.reduce((sum, slice) => sum + slice, 0);
  const cost: Cost = { time, longest: Math.max(...slices), told };
  document.documentElement.dataset['bench'] = JSON.stringify(cost);
}

/** The script has run to its end: what it left are microtasks and waits. Without waits it has nothing more to tell. */
export function rest(hops = HOPS): void {
  if (isOver) return;
  if (hops > 0) queueMicrotask(() => rest(hops - 1));
  else if (waits === 0) finish();
  else close();
}

/** A script that leaves no microtasks has run to its end, and another injection follows. */
export function pause(): void {
  waits++;
  close();
}

/** That injection is there. */
export function resume(): void {
  waits--;
  begin();
}

type Wait = (callback: (...words: unknown[]) => unknown, ...more: unknown[]) => unknown;

const watched =
  (wait: Wait): Wait =>
  (callback, ...more) => {
    if (typeof more[0] === 'number' && more[0] > LONGEST_WAIT) return wait(callback, ...more);
    waits++;
    return wait(
      (...words) => {
        resume();
        rest();
        return callback(...words);
      },
      ...more,
    );
  };

/** Stands in for the ways to wait of this world. */
export function watchWaits(): void {
  for (const name of ['setTimeout', 'requestIdleCallback', 'requestAnimationFrame'] as const) {
    Object.assign(globalThis, { [name]: watched(globalThis[name].bind(globalThis) as Wait) });
  }
  const postTask = scheduler.postTask.bind(scheduler) as Wait;
  Object.assign(scheduler, { postTask: watched(postTask), yield: () => watched(postTask)(() => {}) });
}
