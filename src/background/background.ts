/** Service worker in Chrome, event page in Firefox: wakes for a message, keeps nothing in memory. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../shared/browser.ts';
import { isToBackground } from '../shared/messages.ts';
import { showCount } from './badge.ts';
import { runCommand } from './commands.ts';
import { injectCard, injectIntoOpenTabs, injectReader, targetOf } from './inject.ts';

async function handle(message: unknown, sender: Runtime.MessageSender): Promise<void> {
  const target = targetOf(sender);
  if (sender.id !== browser.runtime.id || target === null || !isToBackground(message)) return;
  switch (message.type) {
    case 'topic':
      return injectReader(target);
    case 'card':
      return injectCard(target);
    case 'marks':
      return showCount(target.tabId, message.count);
  }
}

// The answer comes after the work, so that the worker is not put to sleep before it.
browser.runtime.onMessage.addListener(handle);

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === 'install') await browser.tabs.create({ url: 'welcome.html' });
});

// Chrome starts no scripts in pages that are open when the extension is installed, updated or switched on again, and activates its worker each time. Firefox has no worker, and starts them itself.
addEventListener('activate', () => void injectIntoOpenTabs());

// Firefox lets a person give and take access at any time, and does not start scripts in open pages when it is given.
browser.permissions.onAdded.addListener(injectIntoOpenTabs);

// Firefox for Android has no keys, and the types promise them everywhere.
(browser as Partial<typeof browser>).commands?.onCommand.addListener(runCommand);
