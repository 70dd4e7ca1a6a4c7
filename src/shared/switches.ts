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

/** The list with a text last, or without it. */
export function withText(list: readonly string[], text: string, isIn: boolean): readonly string[] {
  const others = list.filter((other) => other !== text);
  return isIn ? [...others, text] : others;
}

export const SWITCHES: Parsers<Switches> = { enabled: (stored) => stored !== false, offSites: textList };

/** Whether a host is written as `location.hostname` has it. No page would fit another form of it, nor "*.news.example", which browsers take for a host name (in Chromium as "%2A.news.example"). */
export const isHost = (host: string): boolean =>
  !/[*%]/.test(host) && URL.canParse(`https://${host}`) && new URL(`https://${host}`).hostname === host;

/** A site is known with and without its "www.", and which of the two a person sees is chance. */
const bare = (host: string): string => host.replace(/^www\./, '');

const isSame = (one: string, other: string): boolean => bare(one) === bare(other);

/** Whether pages of this host are marked. */
export const isOn = ({ enabled, offSites }: Switches, host: string): boolean =>
  enabled && !offSites.some((site) => isSame(site, host));

/** The list of sites that are switched off, after one of them was switched. */
export function switchSite({ offSites }: Switches, host: string, on: boolean): Switches['offSites'] {
  const others = offSites.filter((site) => !isSame(site, host));
  return on ? others : [...others, host];
}
