/** Putting scripts into pages. */
import type { Runtime, Scripting } from 'webextension-polyfill';
import { WEB_PAGES } from '../shared/access.ts';
import { browser } from '../shared/browser.ts';

/** How the browsers word that a page is gone, or is one that no extension may touch (their stores, error pages). */
const REFUSALS =
  /cannot access|cannot be scripted|showing error page|missing host permission|no (?:tab|frame|document)|invalid (?:tab|frame|document)|(?:tab|frame|document) (?:was|with)|destroyed|closed|removed|navigat/i;

/** Waits for an injection; a page that lets none in is no fault. */
async function unlessRefused(injection: Promise<unknown>): Promise<void> {
  try {
    await injection;
  } catch (error) {
    if (!(error instanceof Error) || !REFUSALS.test(error.message)) throw error;
  }
}

/** The document that a message came from; Firefox before 153 names no document, only the tab and its top frame. */
export function targetOf(sender: Runtime.MessageSender): Scripting.InjectionTarget | null {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) return null;
  return sender.documentId === undefined ? { tabId, frameIds: [0] } : { tabId, documentIds: [sender.documentId] };
}

/** One script after the other: each takes milliseconds to begin, and between two injections the page has its turn. */
async function inject(target: Scripting.InjectionTarget, files: readonly string[]): Promise<void> {
  for (const file of files) await unlessRefused(browser.scripting.executeScript({ target, files: [file] }));
}

export const injectReader = (target: Scripting.InjectionTarget): Promise<void> =>
  inject(target, ['rules.js', 'reader.js']);

export const injectCard = (target: Scripting.InjectionTarget): Promise<void> => inject(target, ['cards.js', 'card.js']);

/** Starts the gate in the pages that are open: Chrome does that for new pages only. Where the browser did it, a second gate and the same rules again change nothing. */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: WEB_PAGES, discarded: false });
  await Promise.all(
    tabs.map(async ({ id: tabId }) => {
      if (tabId === undefined) return;
      await unlessRefused(browser.scripting.insertCSS({ target: { tabId }, files: ['marks.css'] }));
      await unlessRefused(browser.scripting.executeScript({ target: { tabId }, files: ['gate.js'] }));
    }),
  );
}
