/** The popup of the toolbar button: the notes on this page, and the two switches. It lives as long as its document. */
import { render } from 'preact';
import { browser } from '../../shared/browser.ts';
import { followSettings, isOn, type Settings } from '../../shared/settings.ts';
import { findPage, onMarks } from './page.ts';
import { View } from './View.tsx';

/** Milliseconds until a page that has just been switched on is asked again: it hears of the switch when the popup does, and not always before it. */
const ASK_AGAIN = 100;

async function show(settings: Settings): Promise<void> {
  const page = await findPage();
  render(<View settings={settings} page={page} />, document.body);
  const isLate = page.kind === 'reached' && page.state.kind === 'switched-off' && isOn(settings, page.host);
  if (isLate) setTimeout(() => latest === settings && show(settings), ASK_AGAIN);
}

let latest: Settings | null = null;
document.title = browser.i18n.getMessage('action_name');
onMarks(() => latest && show(latest));
void followSettings(browser.storage, new AbortController().signal, (settings) => {
  latest = settings;
  void show(settings);
});
