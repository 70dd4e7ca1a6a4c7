/** Runs in the page: random edits of whatever page this is, and what is marked then beside what a fresh reading marks. */
import { followPage, type Reading } from '../../src/content/reading.ts';
import type { Matcher } from '../../src/match/matcher.ts';
import type { Match } from '../../src/match/types.ts';
import { fakeClock } from './clock.ts';

/** Every longer word with a capital is a match, so that each page has many; the title is told in the rule, for it too has to be fresh. */
const WORDS: Pick<Matcher, 'steps'> = {
  *steps(text, context) {
    yield;
    return [...text.matchAll(/\p{Lu}\p{L}{4,}/gu)].map(({ 0: words, index }) => ({
      note: words as Match['note'],
      kind: words.length % 2 === 0 ? 'term' : 'claim',
      start: index,
      end: index + words.length,
      evidence: [],
      rule: context?.title ?? '',
      by: 'slots',
    }));
  },
};

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const isPlain = (element: Element): boolean => element.closest('script, style, svg, head') === null;

function edits(random: () => number) {
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[whole(items.length)];
  const elements = (): Element[] => [...document.body.querySelectorAll('*')].filter(isPlain);
  const texts = (): Text[] => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() !== '' && node.parentElement && isPlain(node.parentElement)) found.push(node);
    }
    return found;
  };
  const leaf = (): Element | undefined => pick(texts())?.parentElement ?? undefined;
  const some = (): Element | undefined => (random() < 0.5 ? leaf() : pick(elements()));
  const put = (node: Node): void => {
    const near = leaf();
    if (near && !node.contains(near)) near.parentNode?.insertBefore(node, random() < 0.5 ? near : near.nextSibling);
  };
  const prose = (): string =>
    `${pick(texts())?.data ?? ''} Written By Somebody Else, who was in the Street ${whole(99)} times. `;
  const made = (name: string, text: string): Element => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  return {
    remove: () => leaf()?.remove(),
    move: () => {
      const one = some();
      if (one) put(one);
    },
    clone: () => {
      const one = some();
      if (one) put(one.cloneNode(true));
    },
    'insert a paragraph': () => put(made('p', prose())),
    'change text': () => {
      const text = pick(texts());
      if (text) text.data = random() < 0.5 ? prose() : text.data.replace(/\p{Lu}\p{L}+/u, 'Replaced');
    },
    'set the same text': () => {
      const text = pick(texts());
      if (text) text.data = `${text.data}`;
    },
    split: () => {
      const text = pick(texts());
      text?.splitText(whole(text.length));
    },
    normalise: () => some()?.normalize(),
    wrap: () => {
      const text = pick(texts());
      const wrapper = document.createElement(pick(['b', 'span', 'div']) ?? 'b');
      text?.replaceWith(wrapper);
      if (text) wrapper.append(text);
    },
    'toggle hidden': () => some()?.toggleAttribute('hidden'),
    'toggle a class': () => some()?.classList.toggle('hidden'),
    'toggle display': () => {
      const one = some();
      if (one instanceof HTMLElement) one.style.display = one.style.display === 'none' ? '' : 'none';
    },
    'toggle visibility': () => {
      const one = random() < 0.2 ? document.body : some();
      if (one instanceof HTMLElement) one.style.visibility = one.style.visibility === 'hidden' ? '' : 'hidden';
    },
    'insert a related box': () => {
      const box = document.createElement('aside');
      box.className = 'related';
      box.append(made('h3', 'Related Stories'), made('p', prose()));
      put(box);
    },
    'remove a related box': () => pick([...document.querySelectorAll('aside, .related')])?.remove(),
    'replace body': () => {
      if (random() < 0.5) document.body.replaceWith(document.body.cloneNode(true));
      else document.body.replaceChildren(...[...document.body.childNodes].map((node) => node.cloneNode(true)));
    },
  };
}

/** The way down to a node: places among siblings. */
function pathTo(node: Node): string {
  const parent = node.parentNode;
  return parent ? `${pathTo(parent)}/${[...parent.childNodes].indexOf(node as ChildNode)}` : '';
}

/** What is marked, and where, one a line. */
function marked(reading: Reading): string[] {
  const notes = reading.marks.list().map((mark) => JSON.stringify({ ...mark, id: undefined }));
  const places = ['sidelight-term', 'sidelight-claim'].flatMap((name) =>
    [...(CSS.highlights.get(name) ?? [])]
      .filter(({ collapsed }) => !collapsed)
      .map((range) => `${name} ${pathTo(range.startContainer)} ${range.startOffset} ${range.endOffset}`),
  );
  return [...notes, ...places.sort()];
}

export interface Fault {
  readonly round: number;
  readonly edits: readonly string[];
  readonly missing: readonly string[];
  readonly stale: readonly string[];
}

/** Edits the page in so many rounds; gives the rounds after which the marks were others than those of a fresh reading, and how many marks there were in all. */
export async function fuzz(seed: number, rounds: number): Promise<{ faults: Fault[]; marks: number }> {
  const clock = fakeClock();
  const random = randomFrom(seed);
  const all = Object.entries(edits(random));
  const faults: Fault[] = [];
  let marks = 0;
  const reading = followPage(
    async () => WORDS,
    new AbortController().signal,
    () => {},
  );
  await clock.advance(2_000);
  for (let round = 0; round < rounds; round++) {
    const done: string[] = [];
    for (let i = 0; i < 1 + Math.floor(random() * 5); i++) {
      const [name, edit] = all[Math.floor(random() * all.length)] ?? ['', () => {}];
      edit();
      done.push(name);
      await clock.advance(Math.floor(random() * 2_000));
    }
    // To just after a moment at which the first sets its highlights again, should they be others'.
    await clock.advance(60_050 - (clock.now() % 1_000));
    const now = marked(reading);
    const other = new AbortController();
    const fresh = followPage(
      async () => WORDS,
      other.signal,
      () => {},
    );
    await clock.advance(500);
    const wanted = marked(fresh);
    other.abort();
    await clock.advance(2_000);
    marks += wanted.length;
    const missing = wanted.filter((line) => !now.includes(line));
    const stale = now.filter((line) => !wanted.includes(line));
    if (missing.length + stale.length > 0 || now.length !== wanted.length)
      faults.push({ round, edits: done, missing, stale });
  }
  return { faults, marks };
}
