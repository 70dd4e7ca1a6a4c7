/** The reader's settings: only what was changed is stored, the rest are defaults filled in on reading. Parsed, never trusted. */
import type { Storage } from 'webextension-polyfill';

export interface Settings {
  /** the switch for all sites */
  readonly enabled: boolean;
  /** host names (as in `location.hostname`) on which nothing is marked */
  readonly offSites: readonly string[];
}

export const DEFAULTS: Settings = { enabled: true, offSites: [] };

type Area = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;
/** The part of `browser.storage` that settings need. Local, not synchronised: what a person reads leaves the machine in no form. */
export interface SettingsStore {
  readonly local: Area;
  readonly onChanged: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'>;
}

const KEYS = Object.keys(DEFAULTS);
const isString = (value: unknown): value is string => typeof value === 'string';

/** Settings from what was stored; each value that is missing or of the wrong kind takes its default. */
export function parseSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const { enabled, offSites } = stored as { [name in keyof Settings]?: unknown };
  return {
    enabled: typeof enabled === 'boolean' ? enabled : DEFAULTS.enabled,
    offSites: Array.isArray(offSites) ? [...new Set(offSites.filter(isString))] : DEFAULTS.offSites,
  };
}

export async function readSettings(store: SettingsStore): Promise<Settings> {
  return parseSettings(await store.local.get(KEYS));
}

/** Stores a change; a value that is the default again is no longer stored. */
export async function updateSettings(store: SettingsStore, change: Partial<Settings>): Promise<void> {
  const isDefault = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(value) === JSON.stringify(DEFAULTS[key as keyof Settings]);
  const entries = Object.entries(change);
  await store.local.set(Object.fromEntries(entries.filter((entry) => !isDefault(entry))));
  await store.local.remove(entries.filter(isDefault).map(([key]) => key));
}

/**
 * Calls the listener with the settings now and after each change, until the signal is aborted. A store that does not answer
 * (the extension was removed meanwhile) tells nothing.
 */
export async function followSettings(
  store: SettingsStore,
  signal: AbortSignal,
  listener: (settings: Settings) => void,
): Promise<void> {
  const tell = async (): Promise<void> => {
    if (signal.aborted) return;
    const settings = await readSettings(store).catch(() => null);
    if (settings !== null && !signal.aborted) listener(settings);
  };
  const { onChanged } = store;
  onChanged.addListener(tell);
  signal.addEventListener('abort', () => onChanged.removeListener(tell), { once: true });
  await tell();
}

/** Whether pages of this host are marked. */
export function isOn(settings: Settings, host: string): boolean {
  return settings.enabled && !settings.offSites.includes(host);
}

/** The list of sites that are switched off, after one of them was switched. */
export function switchSite(settings: Settings, host: string, on: boolean): Settings['offSites'] {
  const others = settings.offSites.filter((site) => site !== host);
  return on ? others : [...others, host];
}
