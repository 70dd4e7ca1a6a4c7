/** The number of marks on the toolbar button. Browsers clear it when the tab goes to another page. */
import { browser } from '../shared/browser.ts';

/** White on it has a contrast of 5.6. */
const ACCENT = '#675c94';

export async function showCount(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: ACCENT });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
}
