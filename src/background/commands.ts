/** The keys that lead from note to note; the third opens the popup, which the browser does by itself. */
import { browser } from '../shared/browser.ts';
import type { CardRequest } from '../shared/messages.ts';

/** Names in the manifest. */
const STEPS: Readonly<Record<string, CardRequest>> = {
  'next-note': { type: 'step', by: 1 },
  'previous-note': { type: 'step', by: -1 },
};

/** Asks the page in front; one without content scripts has nobody to answer. */
export async function runCommand(command: string, tab?: { readonly id?: number | undefined }): Promise<void> {
  const step = STEPS[command];
  if (step === undefined || tab?.id === undefined) return;
  await browser.tabs.sendMessage(tab.id, step, { frameId: 0 }).catch(() => {});
}
