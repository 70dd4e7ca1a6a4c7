/** What the popup knows of the page in front, and what it asks of it. */
import type { Runtime, Tabs } from 'webextension-polyfill';
import { WEB_PAGES } from '../../shared/access.ts';
import { browser } from '../../shared/browser.ts';
import { isPageState, type PageState, type ToPage } from '../../shared/messages.ts';

/** `host` is null for a page of our own, which is no site to switch off. */
export type Page =
  /** the browser keeps extensions away from it, or it has not finished loading */
  | { readonly kind: 'unreachable' }
  /** the person has not let the extension read pages */
  | { readonly kind: 'no-access' }
  /** it has yet to answer: it is busy, or a dialog of its own holds it, or its text is still being read */
  | { readonly kind: 'silent'; readonly host: string | null }
  | { readonly kind: 'reached'; readonly tabId: number; readonly host: string | null; readonly state: PageState };

function hostOf(address: string): string | null {
  const { protocol, hostname } = new URL(address);
  return protocol.startsWith('http') ? hostname : null;
}

/** Asks the content scripts of the page's top frame; null when nobody there answers. */
async function ask(tabId: number, message: ToPage): Promise<PageState | null> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return isPageState(answer) ? answer : null;
  } catch {
    // The one way in which both browsers say that no content script listens there.
    return null;
  }
}

/** The tab that the popup stands over, as it is now. */
export async function findTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What is known of a tab's page before it answers. */
export function silentPage(tab: Tabs.Tab | undefined): Page {
  return { kind: 'silent', host: tab?.url === undefined ? null : hostOf(tab.url) };
}

/** Settles when the tab's page has answered, which may be never. */
export async function askPage(tab: Tabs.Tab | undefined): Promise<Page> {
  if (tab?.id === undefined) return { kind: 'unreachable' };
  const state = await ask(tab.id, { type: 'state' });
  // A script that came before the access was taken back still answers; the browser no longer says where it is.
  if (state !== null && tab.url !== undefined) return { kind: 'reached', tabId: tab.id, host: hostOf(tab.url), state };
  const hasAccess = await browser.permissions.contains({ origins: WEB_PAGES });
  return { kind: hasAccess ? 'unreachable' : 'no-access' };
}

/** Scrolls the page to the mark and opens its card there. */
export async function openMark(tabId: number, mark: number): Promise<void> {
  await ask(tabId, { type: 'open', mark });
}

/** Calls the listener when the content scripts of some page have new marks. */
export function onMarks(listener: () => void): void {
  browser.runtime.onMessage.addListener((_message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.tab !== undefined) listener();
  });
}
