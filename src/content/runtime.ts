/**
 * Talking to an extension that may be gone. When it is removed or updated under an open page, Chrome lets the old content script
 * live on without `runtime`; whatever it calls then throws.
 */
import type { Runtime } from 'webextension-polyfill';
import { isToPage, type PageState, type ToBackground, type ToPage } from '../shared/messages.ts';

/** Whether the extension that put this script here is still installed. */
export function isInstalled(): boolean {
  // The types promise `runtime` for ever.
  return (browser as Partial<typeof browser>).runtime?.id !== undefined;
}

/** Sends to the background; false when nobody took it: the extension is gone, or has only just been installed and does not listen yet. */
export async function send(message: ToBackground): Promise<boolean> {
  try {
    await browser.runtime.sendMessage(message);
    return true;
  } catch {
    return false;
  }
}

/** Answers what the popup asks; `undefined` leaves the answer to another listener of this page. */
export function onAsked(
  signal: AbortSignal,
  answer: (message: ToPage) => PageState | Promise<PageState> | undefined,
): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<PageState> | undefined => {
    if (signal.aborted || sender.id !== browser.runtime.id || !isToPage(message)) return undefined;
    const state = answer(message);
    return state && Promise.resolve(state);
  };
  browser.runtime.onMessage.addListener(listener);
  onGone(signal, () => browser.runtime.onMessage.removeListener(listener));
}

/** Runs a clean-up that itself needs the extension: there is nothing to clean up when that is gone. */
export function onGone(signal: AbortSignal, cleanUp: () => void): void {
  signal.addEventListener('abort', () => isInstalled() && cleanUp(), { once: true });
}
