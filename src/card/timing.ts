/**
 * When a card opens and closes, as a pure reducer. The caller says what the pointer does and, for each state that waits, sets one
 * timer of `delayOf` milliseconds which reports `elapsed` with the state's `turn`. A turn is used once, so a late timer of an
 * earlier wait changes nothing; no clock is read here.
 *
 *                 over m                elapsed                  away
 *     idle ──────────────▶ waiting m ──────────────▶ open m ──────────────▶ leaving m ──▶ idle
 *      ▲                    │  ▲ over n: a new wait   │  ▲   over m, card        │    elapsed
 *      │        away, card  │  │                      │  └───────────────────────┤
 *      └────────────────────┘  │                      │ over n                   │ over n
 *      ▲                       │                      ▼                          ▼
 *      │                       │       open n ◀── moving m to n ◀────────────────┘
 *      │ away, card            │           elapsed    │ over m, card ──▶ open m;  away ──▶ leaving m
 *      │                       │                      ▼
 *     dismissed m ─────────────┘            (escape, outside)
 *      ▲        over n: waiting n                     │
 *      ├──────────────────────────────────────────────┘
 *      │ escape, outside, click on m
 *     kept m ◀── click on m or request m from every state; hold from open, leaving and moving
 *
 * escape and outside lead from waiting, open and moving to dismissed: the pointer is still on the mark, and the card does not come
 * back until it left. From leaving, where it is on no mark, they lead to idle. gone (the mark, or the card, is no longer in the
 * page, or scrolled out of sight) leads to idle from everywhere.
 */

/** The state's mark by its id. Every state carries the last turn used. */
export type Timing = { readonly turn: number } & (
  | { readonly kind: 'idle' }
  /** the pointer rests on a mark, no card yet */
  | { readonly kind: 'waiting'; readonly mark: number }
  /** the card is open while the pointer is on the mark, on the card or between them */
  | { readonly kind: 'open'; readonly mark: number }
  /** the card is open, the pointer is elsewhere */
  | { readonly kind: 'leaving'; readonly mark: number }
  /** the card of `mark` is open, the pointer rests on another mark */
  | { readonly kind: 'moving'; readonly mark: number; readonly next: number }
  /** opened by a click or on request, or used: it stays until it is closed */
  | { readonly kind: 'kept'; readonly mark: number }
  /** closed by the reader while the pointer may still be on the mark */
  | { readonly kind: 'dismissed'; readonly mark: number }
);

export type TimingEvent =
  /** where the pointer is now: on a mark, on the card or on the way to it, on neither */
  | { readonly type: 'over'; readonly mark: number }
  | { readonly type: 'card' }
  | { readonly type: 'away' }
  /** the timer of that turn has run out */
  | { readonly type: 'elapsed'; readonly turn: number }
  /** a click or tap on a mark that is no link */
  | { readonly type: 'click'; readonly mark: number }
  /** a click elsewhere, links included */
  | { readonly type: 'outside' }
  | { readonly type: 'escape' }
  /** the card was pressed or focused */
  | { readonly type: 'hold' }
  /** asked for from outside the page */
  | { readonly type: 'request'; readonly mark: number }
  | { readonly type: 'gone' };

/** Long enough to come back from a slip of the hand past the edge of the card. */
export const CLOSE_DELAY = 300;

export const IDLE: Timing = { kind: 'idle', turn: 0 };

/** Milliseconds that the state lasts unless something happens, with those before a card opens; null when it waits for nothing. */
export function delayOf(state: Timing, openDelay: number): number | null {
  if (state.kind === 'waiting' || state.kind === 'moving') return openDelay;
  return state.kind === 'leaving' ? CLOSE_DELAY : null;
}

/** The mark whose card is open. */
export function openMark(state: Timing): number | null {
  return state.kind === 'idle' || state.kind === 'waiting' || state.kind === 'dismissed' ? null : state.mark;
}

const idle = ({ turn }: Timing): Timing => ({ kind: 'idle', turn });
const waiting = ({ turn }: Timing, mark: number): Timing => ({ kind: 'waiting', mark, turn: turn + 1 });
const open = ({ turn }: Timing, mark: number): Timing => ({ kind: 'open', mark, turn });
const leaving = ({ turn }: Timing, mark: number): Timing => ({ kind: 'leaving', mark, turn: turn + 1 });
const moving = ({ turn }: Timing, mark: number, next: number): Timing => ({
  kind: 'moving',
  mark,
  next,
  turn: turn + 1,
});
const kept = ({ turn }: Timing, mark: number): Timing => ({ kind: 'kept', mark, turn });
const dismissed = ({ turn }: Timing, mark: number): Timing => ({ kind: 'dismissed', mark, turn });

/** The next state; the same object when nothing changes. */
export function step(state: Timing, event: TimingEvent): Timing {
  switch (event.type) {
    case 'gone':
      return state.kind === 'idle' ? state : idle(state);
    case 'request':
      return keep(state, event.mark);
    case 'click':
      return state.kind === 'kept' && state.mark === event.mark
        ? dismissed(state, event.mark)
        : keep(state, event.mark);
    case 'hold':
      return state.kind === 'open' || state.kind === 'leaving' || state.kind === 'moving'
        ? kept(state, state.mark)
        : state;
    case 'escape':
    case 'outside':
      return close(state);
    case 'elapsed':
      return event.turn === state.turn ? elapse(state) : state;
    case 'over':
      return hover(state, event.mark);
    case 'card':
    case 'away':
      return leave(state, event.type);
  }
}

function keep(state: Timing, mark: number): Timing {
  return state.kind === 'kept' && state.mark === mark ? state : kept(state, mark);
}

function close(state: Timing): Timing {
  switch (state.kind) {
    case 'waiting':
    case 'open':
    case 'kept':
      return dismissed(state, state.mark);
    case 'moving':
      return dismissed(state, state.next);
    case 'leaving':
      return idle(state);
    case 'idle':
    case 'dismissed':
      return state;
  }
}

function elapse(state: Timing): Timing {
  switch (state.kind) {
    case 'waiting':
      return open(state, state.mark);
    case 'moving':
      return open(state, state.next);
    case 'leaving':
      return idle(state);
    default:
      return state;
  }
}

function hover(state: Timing, mark: number): Timing {
  switch (state.kind) {
    case 'idle':
      return waiting(state, mark);
    case 'waiting':
    case 'dismissed':
      return mark === state.mark ? state : waiting(state, mark);
    case 'open':
      return mark === state.mark ? state : moving(state, state.mark, mark);
    case 'leaving':
      return mark === state.mark ? open(state, mark) : moving(state, state.mark, mark);
    case 'moving':
      if (mark === state.mark) return open(state, mark);
      return mark === state.next ? state : moving(state, state.mark, mark);
    case 'kept':
      return state;
  }
}

function leave(state: Timing, to: 'card' | 'away'): Timing {
  switch (state.kind) {
    case 'waiting':
    case 'dismissed':
      return idle(state);
    case 'open':
      return to === 'card' ? state : leaving(state, state.mark);
    case 'leaving':
      return to === 'card' ? open(state, state.mark) : state;
    case 'moving':
      return to === 'card' ? open(state, state.mark) : leaving(state, state.mark);
    case 'idle':
    case 'kept':
      return state;
  }
}
