/** What the reader has chosen, read and stored on our pages. */
import { browser } from '../../shared/browser.ts';
import { followStore, type Parsers, parse, readStore, updateStore } from '../../shared/store.ts';

/**
 * Whether this page stands in a private window, where nothing is written: what is chosen there would tell of it afterwards.
 * Chrome runs a popup over a private page as any other; there only the tab in front tells.
 */
export async function isInPrivate(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.incognito === true;
}

/** What a change makes of the values that are stored when its turn comes: the page may not show yet what the one before it has stored. */
export type Change<Values> = (stored: Values) => Partial<Values>;

/** the last change of this page, which the next one waits for */
let last: Promise<boolean> = Promise.resolve(true);

async function store<Values>(parsers: Parsers<Values>, change: Change<Values>): Promise<void> {
  await updateStore(browser.storage, parsers, change(await readStore(browser.storage, parsers)));
}

/** Stores a change, which reaches every open page at once, and tells whether it is stored: not from a private window, and not where the browser has no room. */
export async function keep<Values>(parsers: Parsers<Values>, change: Change<Values>): Promise<boolean> {
  if (await isInPrivate()) return false;
  last = last
    .then(() => store(parsers, change))
    .then(
      () => true,
      () => false,
    );
  return last;
}

/** Calls the listener with the values now and after each change, as long as the page is there; with the defaults where the store is broken. */
export async function follow<Values>(parsers: Parsers<Values>, listener: (values: Values) => void): Promise<void> {
  let isTold = false;
  await followStore(browser.storage, parsers, new AbortController().signal, (values) => {
    isTold = true;
    listener(values);
  });
  if (!isTold) listener(parse(parsers, {}));
}
