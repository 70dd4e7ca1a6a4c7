/** Storing what the reader chooses on our pages. */
import { browser } from '../../shared/browser.ts';
import { type Parsers, updateStore } from '../../shared/store.ts';

/** In a private window nothing is written: what is chosen there would tell of it afterwards. */
export const isPrivate = (): boolean => browser.extension.inIncognitoContext === true;

/** Stores a change, which reaches every open page at once; does nothing in a private window. */
export async function keep<Values>(parsers: Parsers<Values>, change: Partial<Values>): Promise<void> {
  if (!isPrivate()) await updateStore(browser.storage, parsers, change);
}
