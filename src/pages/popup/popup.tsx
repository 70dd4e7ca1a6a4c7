/** The popup of the toolbar button: the notes on this page, and the two switches. It lives as long as its document. */
import { isOn, SWITCHES, type Switches } from '../../shared/switches.ts';
import { follow, isInPrivate } from '../frame/keep.ts';
import { openPage } from '../frame/start.tsx';
import { findPage, onMarks } from './page.ts';
import { View } from './View.tsx';

/** Milliseconds until a page that has just been switched on is asked again: it hears of the switch when the popup does, and not always before it. */
const ASK_AGAIN = 100;

const popup = openPage('popup_title');
/** Asked once: a popup stays over its window. */
const inPrivate = isInPrivate();

async function show(switches: Switches): Promise<void> {
  const [page, isPrivate] = await Promise.all([findPage(), inPrivate]);
  popup.show(<View switches={switches} page={page} isPrivate={isPrivate} />);
  const isLate = page.kind === 'reached' && page.state.kind === 'switched-off' && isOn(switches, page.host ?? '');
  if (isLate) setTimeout(() => latest === switches && show(switches), ASK_AGAIN);
}

let latest: Switches | null = null;
onMarks(() => latest && show(latest));
void follow(SWITCHES, (switches) => {
  latest = switches;
  void show(switches);
});
