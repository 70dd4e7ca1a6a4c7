/** Runs before the extension's own scripts, in their world: takes the time, and stands in for the extension behind them. */
import type { ToBackground } from '../../../src/shared/messages.ts';
import { begin, finish, pause, rest, resume, watchWaits } from './clock.ts';

declare global {
  /** the clock, for the scripts behind this one */
  var sidelightBench: { pause(): void; resume(): void; rest(): void };
}

const noEvent = { addListener: () => {}, removeListener: () => {} };

/** As from another process: in a turn of its own. */
const answer = <Value>(value: Value): Promise<Value> => new Promise((resolve) => setTimeout(() => resolve(value)));

/** The part of `browser` that gate and reader use. */
const standIn = {
  runtime: {
    id: 'bench',
    onMessage: noEvent,
    async sendMessage(message: ToBackground): Promise<void> {
      if (message.type === 'topic' || (message.type === 'marks' && message.count > 0)) finish(message.type);
    },
  },
  storage: { onChanged: noEvent, local: { get: () => answer({}) } },
};

Object.assign(globalThis, { browser: standIn, sidelightAsked: true, sidelightBench: { pause, resume, rest } });
watchWaits();
begin();
