/** Runs in the page before the gate: stands in for the extension, and notes what the gate takes of the page. */
import { fakeClock } from './clock.ts';

/** What makes a browser compute style or layout. */
const LAYOUT: readonly [object, readonly string[]][] = [
  [
    Element.prototype,
    [
      'getBoundingClientRect',
      'getClientRects',
      'checkVisibility',
      'clientHeight',
      'clientWidth',
      'scrollTop',
      'scrollHeight',
    ],
  ],
  [HTMLElement.prototype, ['innerText', 'outerText', 'offsetHeight', 'offsetWidth', 'offsetTop', 'offsetParent']],
  [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
  [globalThis, ['getComputedStyle', 'innerHeight', 'innerWidth', 'scrollY']],
  [Document.prototype, ['elementFromPoint', 'caretPositionFromPoint']],
];

export function arrange() {
  const clock = fakeClock();
  const sent: unknown[] = [];
  const observers: string[] = [];
  const listeners: string[] = [];
  const laidOut: string[] = [];
  const told = { looks: 0, answers: 0 };

  for (const [owner, names] of LAYOUT) {
    for (const name of names) {
      const before = Object.getOwnPropertyDescriptor(owner, name);
      if (!before) throw new Error(`no ${name}`);
      const get = function (this: unknown): unknown {
        laidOut.push(name);
        return before.get ? before.get.call(this) : before.value;
      };
      Object.defineProperty(owner, name, { configurable: true, get });
    }
  }
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver'] as const) {
    const counted = new Proxy<object>(globalThis[name], {
      construct(target, given, newTarget) {
        observers.push(name);
        return Reflect.construct(target as () => void, given, newTarget);
      },
    });
    Object.assign(globalThis, { [name]: counted });
  }
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...more: [never]) {
    if (!(this instanceof AbortSignal)) listeners.push(type);
    addEventListener.call(this, type, ...more);
  };

  const event = (added: () => void = () => {}) => ({ addListener: added, removeListener: () => {} });
  const runtime = {
    // Asked for with each look.
    get id() {
      told.looks++;
      return 'sidelight';
    },
    sendMessage: async (message: unknown) => void sent.push(message),
    onMessage: event(() => {
      told.answers++;
    }),
  };
  const storage = { local: { get: async () => ({}) }, onChanged: event() };
  Object.assign(globalThis, { browser: { runtime, storage } });
  return { ...clock, sent, observers, listeners, laidOut, told };
}
