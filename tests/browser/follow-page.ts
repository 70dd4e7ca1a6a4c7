/** Runs in the page: the page followed with real rules under the test's clock, and what it did told. */
import { createHandle } from '../../src/content/handle.ts';
import { followPage, type Reading } from '../../src/content/reading.ts';
import { createMatcher, type Matcher } from '../../src/match/matcher.ts';
import type { CompiledRules } from '../../src/match/rules.ts';
import { note, standIn } from './card-page.ts';
import { fakeClock } from './clock.ts';

/** Without others, strings are empty. */
const MESSAGES = { language: { message: 'en' } };

/** Follows the page; `matched` are the texts that were matched, in order, and `shown` how often marks were. */
export function follow(rules: CompiledRules) {
  const clock = fakeClock();
  const life = new AbortController();
  const matched: string[] = [];
  const matcher = createMatcher(rules);
  const counting: Pick<Matcher, 'steps'> = {
    steps(text, ...more) {
      matched.push(text);
      return matcher.steps(text, ...more);
    },
  };
  const told = { shown: 0 };
  const handle = createHandle(life.signal, (): Reading => reading);
  const reading = followPage(
    async () => counting,
    life.signal,
    () => {
      told.shown++;
      handle.changed();
    },
  );
  const { marks } = reading;
  /** Puts up what the card's script finds in its world; each note says its id. */
  const handOver = (): void => {
    const texts = Object.fromEntries(rules.notes.map(({ id }) => [id, note(id)]));
    Object.assign(globalThis, { sidelightReader: handle, sidelightCards: texts, browser: standIn(MESSAGES, {}) });
  };
  return {
    ...clock,
    reading,
    matched,
    told,
    words: (): string[] => marks.list().map((mark) => mark.words),
    handOver,
    /** Asks for the card of the first mark. */
    request(): void {
      const [mark] = marks.list();
      if (mark) handle.request({ type: 'open', mark: mark.id });
    },
    ids: (): number[] => marks.list().map(({ id }) => id),
    abort: () => life.abort(),
  };
}
