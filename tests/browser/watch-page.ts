/** Runs in the page: a watcher under a clock of the test's, with a record of its looks. */
import { type Changes, type Watcher, watchChanges } from '../../src/content/watch.ts';
import { fakeClock } from './clock.ts';

export interface Look {
  /** seconds since the watching began, rounded down */
  readonly second: number;
  /** text of what was added, and names of what was touched */
  readonly added: readonly string[];
  readonly touched: readonly string[];
}

interface Options {
  readonly attributes?: boolean;
  /** whether a look does something, which makes the next one wait */
  readonly works?: boolean;
  /** milliseconds that a look takes */
  readonly takes?: number;
}

const nameOf = (node: Node): string => (node instanceof Element && node.id) || node.nodeName;

export function watch({ attributes = true, works = true, takes = 0 }: Options = {}) {
  const clock = fakeClock();
  const life = new AbortController();
  const looks: Look[] = [];
  const watcher: Watcher = watchChanges(
    document.documentElement,
    { signal: life.signal, attributes },
    async ({ added, touched }: Changes) => {
      looks.push({
        second: Math.floor(clock.now() / 1_000),
        added: added.map((node) =>
          node instanceof Element && node.localName === 'html' ? 'page' : (node.textContent ?? ''),
        ),
        touched: touched.map(nameOf),
      });
      if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
      return works;
    },
  );
  const seconds = (): number[] => looks.map(({ second }) => second);

  /** Calls `change` so many times a second for so many seconds. */
  async function storm(perSecond: number, lasting: number, change: (count: number) => void): Promise<void> {
    let count = 0;
    const timer = setInterval(() => change(count++), 1_000 / perSecond);
    await clock.advance(lasting * 1_000);
    clearInterval(timer);
  }

  return { ...clock, ...watcher, looks, seconds, storm, abort: () => life.abort() };
}
