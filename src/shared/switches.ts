/** Where the extension is on: all that the gate has to know of the reader's settings. */
import type { Parsers } from './store.ts';

export interface Switches {
  /** the switch for all sites */
  readonly enabled: boolean;
  /** host names (as in `location.hostname`) on which nothing is marked */
  readonly offSites: readonly string[];
}

/** The texts in a stored list, each once. */
export const textList = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? [...new Set(stored.filter((value) => typeof value === 'string'))] : [];

export const SWITCHES: Parsers<Switches> = { enabled: (stored) => stored !== false, offSites: textList };

/** Whether pages of this host are marked. */
export function isOn({ enabled, offSites }: Switches, host: string): boolean {
  return enabled && !offSites.includes(host);
}

/** The list of sites that are switched off, after one of them was switched. */
export function switchSite({ offSites }: Switches, host: string, on: boolean): Switches['offSites'] {
  const others = offSites.filter((site) => site !== host);
  return on ? others : [...others, host];
}
