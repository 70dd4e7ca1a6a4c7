/** The articles of this page: read in idle moments, matched, marked, and followed as the page changes. Composition only. */
import { findInSteps } from '../article/find.ts';
import { spansOf } from '../article/spans.ts';
import type { Article } from '../article/types.ts';
import { createMarks, type Marks, type MatchedArticle } from '../mark/marks.ts';
import { elementOf, rendererOf } from '../mark/ranges.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Match } from '../match/types.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { watchAddress } from './address.ts';
import { afterComponents, shadowRootsIn } from './components.ts';
import { concerns, isTop } from './concerns.ts';
import { idle, inSlices } from './idle.ts';
import { watchStyles } from './styles.ts';
import { watchChanges } from './watch.ts';

export interface Reading {
  readonly marks: Marks;
  /** Whether the page holds an article; answered when it has been read. */
  hasArticle(): Promise<boolean>;
}

/** Milliseconds after which the page is read again though no change seemed to concern an article: many small ones can make another text the article. */
const AT_LAST = 16_000;

interface Read {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly matches: readonly Match[];
}

const isSame = (a: Article, b: Article): boolean => a.text === b.text && a.title === b.title && a.date === b.date;

/** Whether text is rendered. An element of `display: contents` has no box to ask for, though its text is there. */
function isSeen(node: Node | null): boolean {
  const element = node && elementOf(node);
  if (!element) return false;
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  return getComputedStyle(element).display === 'contents' && isSeen(element.parentNode);
}

/** Whether an element around the text, within the article, clips it to nothing, as folded panels do. */
function isFolded(text: Node, { root }: Article): boolean {
  for (let at = rendererOf(text); at !== null && at !== root; at = rendererOf(at))
    if (at.getBoundingClientRect().height <= 1 && getComputedStyle(at).overflowY !== 'visible') return true;
  return false;
}

function toMatched({ article, ...found }: Read): MatchedArticle {
  const spans = (start: number, end: number) => spansOf(article, start, end);
  const isVisible = (start: number): boolean => {
    const node = spans(start, start + 1)[0]?.node;
    return node !== undefined && isSeen(node) && !isFolded(node, article);
  };
  return { ...found, text: article.text, date: article.date, spansOf: spans, isVisible };
}

/** Reads, marks and follows the page until the signal ends. `load` gives the matcher, and is called once there is an article; `onShown` is called each time that the marks may have changed. */
export function followPage(
  load: () => Promise<Pick<Matcher, 'steps'>>,
  signal: AbortSignal,
  onShown: () => void,
): Reading {
  const marks = createMarks(signal);
  let reads: readonly Read[] = [];
  /** the page is to be read again at the next look, whatever has changed */
  let isStale = false;
  /** style sheets may show other text by now, though nothing in the page's tree has changed */
  let isRestyled = false;
  let late: ReturnType<typeof setTimeout> | undefined;
  let shadowRoots: readonly ShadowRoot[] = [];
  /** how many shadow roots there were when components were last looked at */
  let known = 0;

  async function match(article: Article): Promise<Read> {
    const matcher = await load();
    await idle(signal);
    const sentences = splitSentences(article.text);
    const matches = await inSlices(matcher.steps(article.text, article, sentences), signal);
    return { article, sentences, matches };
  }

  /** Marks what can be seen now of what was read. */
  function show(): void {
    isRestyled = false;
    marks.show(reads.map(toMatched));
    onShown();
  }

  async function read(): Promise<void> {
    await idle(signal);
    isStale = false;
    clearTimeout(late);
    late = undefined;
    const found = await inSlices(findInSteps(document, location.href), signal);
    for (const root of found.shadowRoots) watcher.observe(root);
    shadowRoots = found.shadowRoots;
    const now: Read[] = [];
    for (const article of found.kind === 'articles' ? found.articles : []) {
      const before = reads.find((other) => isSame(other.article, article));
      now.push(before ? { ...before, article } : await match(article));
    }
    reads = now;
    await idle(signal);
    show();
  }

  function readSoon(): void {
    isStale = true;
    watcher.hurry();
  }

  const watcher = watchChanges(document.documentElement, { signal, attributes: true }, async (changes) => {
    await first;
    const roots = reads.map(({ article }) => article.root);
    if (isStale || concerns(changes, roots)) {
      await read();
      return true;
    }
    if (isRestyled || changes.touched.some(isTop)) show();
    if (changes.added.length + changes.touched.length > 0) late ??= setTimeout(readSoon, AT_LAST);
    return false;
  });

  function lookIntoComponents(): void {
    const count = [document, ...shadowRoots].flatMap(shadowRootsIn).length;
    if (count > Math.max(known, shadowRoots.length)) readSoon();
    known = count;
  }

  afterComponents(signal, lookIntoComponents);
  watchAddress(signal, readSoon);
  watchStyles(signal, () => {
    isRestyled = true;
    watcher.hurry();
  });
  const first = read();
  return { marks, hasArticle: () => first.then(() => reads.length > 0) };
}
