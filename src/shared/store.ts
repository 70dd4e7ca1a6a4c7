/** Values that the reader chose, in the browser's storage: only what differs from the default is stored. Parsed, never trusted. */
import type { Storage } from 'webextension-polyfill';

type Area = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;
/** The part of `browser.storage` that is needed. Local, not synchronised: what a person reads leaves the machine in no form. */
export interface Store {
  readonly local: Area;
  readonly onChanged: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'>;
}

/** For each key what makes its value of what was stored; the default where that is missing (undefined) or of the wrong kind. */
export type Parsers<Values> = { readonly [Key in keyof Values]: (stored: unknown) => Values[Key] };

export function parse<Values>(parsers: Parsers<Values>, stored: Readonly<Record<string, unknown>>): Values {
  const entries = Object.entries<(value: unknown) => unknown>(parsers);
  return Object.fromEntries(entries.map(([key, parser]) => [key, parser(stored[key])])) as Values;
}

export async function readStore<Values>(store: Store, parsers: Parsers<Values>): Promise<Values> {
  return parse(parsers, await store.local.get(Object.keys(parsers)));
}

/** Stores a change; a value that is the default again is taken out of the store. Rejects where the browser does not write, before anything is taken out. */
export async function updateStore<Values>(
  store: Store,
  parsers: Parsers<Values>,
  change: Partial<Values>,
): Promise<void> {
  const defaults = parse<Record<string, unknown>>(parsers, {});
  const isDefault = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(value) === JSON.stringify(defaults[key]);
  const entries = Object.entries(change);
  await store.local.set(Object.fromEntries(entries.filter((entry) => !isDefault(entry))));
  await store.local.remove(entries.filter(isDefault).map(([key]) => key));
}

/**
 * Calls the listener with the values now, after each change and when the page comes back from the browser's cache, until the signal is aborted. A store that does not answer
 * (the extension was removed meanwhile) tells nothing.
 */
export async function followStore<Values>(
  store: Store,
  parsers: Parsers<Values>,
  signal: AbortSignal,
  listener: (values: Values) => void,
): Promise<void> {
  const tell = async (): Promise<void> => {
    if (signal.aborted) return;
    const values = await readStore(store, parsers).catch(() => null);
    if (values !== null && !signal.aborted) listener(values);
  };
  const { onChanged } = store;
  onChanged.addListener(tell);
  // Firefox tells a page in its cache of no change.
  addEventListener('pageshow', ({ persisted }) => persisted && tell(), { signal });
  signal.addEventListener('abort', () => onChanged.removeListener(tell), { once: true });
  await tell();
}
