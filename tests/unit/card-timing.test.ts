import { describe, expect, it } from 'vitest';
import { CLOSE_DELAY, delayOf, IDLE, openMark, step, type Timing, type TimingEvent } from '../../src/card/timing.ts';

/** Marks of the tests. */
const [A, B, C] = [1, 2, 3] as const;
const TURN = 7;

const states = {
  idle: { kind: 'idle', turn: TURN },
  waitingA: { kind: 'waiting', mark: A, turn: TURN },
  openA: { kind: 'open', mark: A, turn: TURN },
  leavingA: { kind: 'leaving', mark: A, turn: TURN },
  movingAB: { kind: 'moving', mark: A, next: B, turn: TURN },
  keptA: { kind: 'kept', mark: A, turn: TURN },
  dismissedA: { kind: 'dismissed', mark: A, turn: TURN },
} satisfies Record<string, Timing>;
type StateName = keyof typeof states;

const over = (mark: number): TimingEvent => ({ type: 'over', mark });
const click = (mark: number): TimingEvent => ({ type: 'click', mark });
const request = (mark: number): TimingEvent => ({ type: 'request', mark });
const card: TimingEvent = { type: 'card' };
const away: TimingEvent = { type: 'away' };
const hold: TimingEvent = { type: 'hold' };
const escapeKey: TimingEvent = { type: 'escape' };
const outside: TimingEvent = { type: 'outside' };
const gone: TimingEvent = { type: 'gone' };
const elapsed: TimingEvent = { type: 'elapsed', turn: TURN };
const late: TimingEvent = { type: 'elapsed', turn: TURN - 1 };

const waiting = (mark: number) => ({ kind: 'waiting', mark, turn: TURN + 1 });
const leaving = { kind: 'leaving', mark: A, turn: TURN + 1 };
const moving = (next: number) => ({ kind: 'moving', mark: A, next, turn: TURN + 1 });
const open = (mark: number) => ({ kind: 'open', mark, turn: TURN });
const kept = (mark: number) => ({ kind: 'kept', mark, turn: TURN });
const dismissed = (mark: number) => ({ kind: 'dismissed', mark, turn: TURN });
const { idle } = states;

/** Every state with every event: the state that follows, or "same" for the very same object. */
const arrows: Record<StateName, readonly (readonly [TimingEvent, object | 'same'])[]> = {
  idle: [
    [over(A), waiting(A)],
    [card, 'same'],
    [away, 'same'],
    [elapsed, 'same'],
    [click(A), kept(A)],
    [request(A), kept(A)],
    [hold, 'same'],
    [escapeKey, 'same'],
    [outside, 'same'],
    [gone, 'same'],
  ],
  waitingA: [
    [over(A), 'same'],
    [over(B), waiting(B)],
    [card, idle],
    [away, idle],
    [elapsed, open(A)],
    [late, 'same'],
    [click(A), kept(A)],
    [click(B), kept(B)],
    [request(B), kept(B)],
    [hold, 'same'],
    [escapeKey, dismissed(A)],
    [outside, dismissed(A)],
    [gone, idle],
  ],
  openA: [
    [over(A), 'same'],
    [over(B), moving(B)],
    [card, 'same'],
    [away, leaving],
    [elapsed, 'same'],
    [click(A), kept(A)],
    [click(B), kept(B)],
    [request(B), kept(B)],
    [hold, kept(A)],
    [escapeKey, dismissed(A)],
    [outside, dismissed(A)],
    [gone, idle],
  ],
  leavingA: [
    [over(A), open(A)],
    [over(B), moving(B)],
    [card, open(A)],
    [away, 'same'],
    [elapsed, idle],
    [late, 'same'],
    [click(A), kept(A)],
    [click(B), kept(B)],
    [request(B), kept(B)],
    [hold, kept(A)],
    [escapeKey, idle],
    [outside, idle],
    [gone, idle],
  ],
  movingAB: [
    [over(A), open(A)],
    [over(B), 'same'],
    [over(C), moving(C)],
    [card, open(A)],
    [away, leaving],
    [elapsed, open(B)],
    [late, 'same'],
    [click(A), kept(A)],
    [click(B), kept(B)],
    [request(C), kept(C)],
    [hold, kept(A)],
    [escapeKey, dismissed(B)],
    [outside, dismissed(B)],
    [gone, idle],
  ],
  keptA: [
    [over(A), 'same'],
    [over(B), 'same'],
    [card, 'same'],
    [away, 'same'],
    [elapsed, 'same'],
    [click(A), dismissed(A)],
    [click(B), kept(B)],
    [request(A), 'same'],
    [request(B), kept(B)],
    [hold, 'same'],
    [escapeKey, dismissed(A)],
    [outside, dismissed(A)],
    [gone, idle],
  ],
  dismissedA: [
    [over(A), 'same'],
    [over(B), waiting(B)],
    [card, idle],
    [away, idle],
    [elapsed, 'same'],
    [click(A), kept(A)],
    [click(B), kept(B)],
    [request(A), kept(A)],
    [hold, 'same'],
    [escapeKey, 'same'],
    [outside, 'same'],
    [gone, idle],
  ],
};

const cases = Object.entries(arrows).flatMap(([name, list]) =>
  list.map(([event, expected]) => ({ name: name as StateName, event, expected, label: JSON.stringify(event) })),
);

describe('the timing of the card', () => {
  it.each(cases)('$name, $label', ({ name, event, expected }) => {
    const before = states[name];
    const after = step(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });

  it('waits before it opens and before it closes, and for nothing else', () => {
    const delays = Object.entries(states).map(([name, state]) => [name, delayOf(state, 350)]);
    expect(Object.fromEntries(delays)).toEqual({
      idle: null,
      waitingA: 350,
      openA: null,
      leavingA: CLOSE_DELAY,
      movingAB: 350,
      keptA: null,
      dismissedA: null,
    });
  });

  it('shows the card while it is open, left for a moment or kept', () => {
    const shown = Object.entries(states).flatMap(([name, state]) => (openMark(state) === null ? [] : [name]));
    expect(shown).toEqual(['openA', 'leavingA', 'movingAB', 'keptA']);
  });
});

/** Runs events from the start; `tick` stands for the timer of the state that is current then. */
function run(...events: readonly (TimingEvent | 'tick')[]): Timing {
  let state = IDLE;
  for (const event of events) state = step(state, event === 'tick' ? { type: 'elapsed', turn: state.turn } : event);
  return state;
}

describe('case 29: the timing of the card, whole visits', () => {
  it('shows nothing when the timer of a left mark comes late', () => {
    const waits = run(over(A));
    const left = step(waits, away);
    expect(openMark(step(left, { type: 'elapsed', turn: waits.turn }))).toBe(null);
  });

  it('opens only the last one after A, B, A, and only by its own timer', () => {
    const first = run(over(A));
    const last = run(over(A), over(B), over(A));
    expect(openMark(step(last, { type: 'elapsed', turn: first.turn }))).toBe(null);
    expect(openMark(step(last, { type: 'elapsed', turn: last.turn }))).toBe(A);
  });

  it('keeps the card through a short slip away and back', () => {
    expect(run(over(A), 'tick', away, over(A), 'tick')).toMatchObject({ kind: 'open', mark: A });
  });

  it('does not reopen after Escape until the pointer has left', () => {
    expect(openMark(run(over(A), 'tick', escapeKey, over(A), 'tick'))).toBe(null);
    expect(openMark(run(over(A), 'tick', escapeKey, away, over(A), 'tick'))).toBe(A);
  });

  it('closes by a second tap, and the next one opens again', () => {
    expect(openMark(run(click(A)))).toBe(A);
    expect(openMark(run(click(A), click(A)))).toBe(null);
    expect(openMark(run(click(A), click(A), click(A)))).toBe(A);
  });
});
