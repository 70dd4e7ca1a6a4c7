/** The popup of the toolbar button: the notes on this page, and the two switches. It lives as long as its document. */
import { isOn, SWITCHES, type Switches } from '../../shared/switches.ts';
import { follow, isInPrivate } from '../frame/keep.ts';
import { openPage } from '../frame/start.tsx';
import { askPage, findTab, onMarks, type Page, silentPage } from './page.ts';
import { View } from './View.tsx';

/** Milliseconds until a page that has just been switched on is asked again: it hears of the switch at about the same time as the popup. */
const ASK_AGAIN = 100;

const popup = openPage('popup_title');
/** Asked once: a popup stays over its window. */
const inPrivate = isInPrivate();

/** Milliseconds after which a page that does not answer is shown without its answer: its switch must be at hand, above all where a page is slow. */
const PATIENCE = 300;

let latest: Switches | null = null;
let asked = 0;

async function show(switches: Switches): Promise<void> {
  asked += 1;
  const turn = asked;
  const [tab, isPrivate] = await Promise.all([findTab(), inPrivate]);
  /** An answer to an earlier question may come after one to a later. */
  const draw = (page: Page): void => {
    if (turn === asked) popup.show(<View switches={switches} page={page} isPrivate={isPrivate} />);
  };
  const silence = setTimeout(() => draw(silentPage(tab)), PATIENCE);
  const page = await askPage(tab);
  clearTimeout(silence);
  draw(page);
  const isLate = page.kind === 'reached' && page.state.kind === 'switched-off' && isOn(switches, page.host ?? '');
  if (isLate) setTimeout(() => latest === switches && show(switches), ASK_AGAIN);
}

onMarks(() => latest && show(latest));
void follow(SWITCHES, (switches) => {
  latest = switches;
  void show(switches);
});
