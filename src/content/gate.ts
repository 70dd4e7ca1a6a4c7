/**
 * The script that every page gets: decides cheaply whether the page can concern the topic and then asks for the reader.
 * A page off the topic costs one walk over its text and a quiet watcher.
 */
import { anchors } from 'sidelight:anchors';
import type { PageState } from '../shared/messages.ts';
import { followStore } from '../shared/store.ts';
import { isOn, SWITCHES } from '../shared/switches.ts';
import { watchAddress } from './address.ts';
import { afterComponents, shadowRootsIn } from './components.ts';
import { isInstalled, onAsked, send } from './runtime.ts';
import { holdsTopic } from './topic.ts';
import { watchChanges } from './watch.ts';
import { wordTest } from './words.ts';

declare global {
  /** aborted when the gate of this world ended with its extension */
  var sidelightGate: AbortSignal | undefined;
}

/** Milliseconds before the background is asked again: right after an installation it may not listen yet. */
const RETRIES = [200, 1_000, 5_000];

function isHtml(): boolean {
  return ['text/html', 'application/xhtml+xml'].includes(document.contentType) && document.body !== null;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function askForReader(life: AbortController): Promise<void> {
  for (const pause of RETRIES) {
    if (await send({ type: 'topic' })) return;
    if (!isInstalled()) return life.abort();
    await wait(pause);
  }
}

/** Searches the page and what is added to it, until the topic is found or the signal is aborted. */
function search(life: AbortController, signal: AbortSignal, found: () => void): void {
  const test = wordTest(anchors);
  const searching = new AbortController();
  const until = AbortSignal.any([signal, searching.signal]);
  /** Searches one tree, and tells whether the search is over. */
  const look = async (tree: Node): Promise<boolean> => {
    // Long trees are searched side by side, and both may hold a word: the first find counts.
    if ((await holdsTopic(tree, test, until)) && !until.aborted) {
      searching.abort();
      found();
    }
    return until.aborted;
  };
  const lookIntoShadows = async (within: readonly Node[] = [document]): Promise<void> => {
    const trees = [...within];
    for (const tree of trees) {
      for (const shadow of shadowRootsIn(tree)) {
        if (await look(shadow)) return;
        watcher.observe(shadow);
        trees.push(shadow);
      }
    }
  };
  const watcher = watchChanges(document, { signal: until, attributes: false }, async ({ added }) => {
    if (!isInstalled()) life.abort();
    for (const tree of added) if (await look(tree)) return true;
    await lookIntoShadows(added);
    return added.length > 0;
  });
  watchAddress(until, watcher.hurry);
  void look(document);
  afterComponents(until, lookIntoShadows);
}

function start(): void {
  const life = new AbortController();
  globalThis.sidelightGate = life.signal;
  let state: PageState = { kind: 'off-topic' };
  let searching = new AbortController();

  onAsked(life.signal, (message) => {
    const readerAnswers = globalThis.sidelightReader?.signal.aborted === false;
    return message.type === 'state' && !readerAnswers ? state : undefined;
  });
  void followStore(browser.storage, SWITCHES, life.signal, (switches) => {
    searching.abort();
    const on = isOn(switches, location.hostname);
    state = { kind: on ? 'off-topic' : 'switched-off' };
    // A page that was left before the reader came is come back to without one.
    if (!on || globalThis.sidelightReader) return;
    searching = new AbortController();
    search(life, AbortSignal.any([life.signal, searching.signal]), () => {
      globalThis.sidelightAsked = true;
      void askForReader(life);
    });
  });
}

function startWhenShown(): void {
  // Chrome injects the gate into pages already open when the extension is installed; one gate a world is enough.
  if (!isHtml() || globalThis.sidelightGate?.aborted === false) return;
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else {
    start();
  }
}

startWhenShown();
