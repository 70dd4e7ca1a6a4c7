/** Runs in the page: a clock that a test sets forward, so that hours of a page's life are milliseconds of a test. */

interface Timer {
  at: number;
  /** milliseconds between two calls; null for one call */
  readonly every: number | null;
  readonly run: () => void;
}

/** Lets everything run that waits for no timer: promises and observers of changes. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export interface Clock {
  /** milliseconds since it was put up */
  now(): number;
  /** Sets the clock forward: every timer that is due by then runs at its own moment, and what it sets off with it. */
  advance(milliseconds: number): Promise<void>;
}

/** Puts its own timers, idle callbacks and `performance.now` in the place of the page's. */
export function fakeClock(): Clock {
  const timers = new Map<number, Timer>();
  let now = 0;
  let lastId = 0;

  const add = (run: () => void, delay = 0, every: number | null = null): number => {
    timers.set(++lastId, { at: now + Math.max(delay, 1), every, run });
    return lastId;
  };
  const remove = (id: number): void => void timers.delete(id);

  function nextBy(end: number): [number, Timer] | undefined {
    const due = [...timers].filter(([, { at }]) => at <= end);
    return due.sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];
  }

  Object.assign(globalThis, {
    setTimeout: add,
    clearTimeout: remove,
    setInterval: (run: () => void, delay: number) => add(run, delay, delay),
    clearInterval: remove,
    requestIdleCallback: (run: () => void) => add(run),
    cancelIdleCallback: remove,
  });
  performance.now = () => now;

  return {
    now: () => now,
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let next = nextBy(end); next !== undefined; next = nextBy(end)) {
        const [id, timer] = next;
        now = timer.at;
        if (timer.every === null) timers.delete(id);
        else timer.at += timer.every;
        timer.run();
        await settle();
      }
      now = end;
    },
  };
}
