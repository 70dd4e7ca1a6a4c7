/**
 * When a link to a source gets its address. What a page asks to be fetched beforehand (speculation rules) or looked up (names of hosts), Chromium
 * fetches and looks up for every link on it, those of a card too, and a card that opens must cause nothing of the kind: its links have their
 * address only from when they are pointed at, have the focus or are pressed.
 */
import { createContext } from 'preact';

const ADDRESS = 'data-address';

export type AddressOf = (url: string) => Readonly<Record<string, string>>;

export const atOnce: AddressOf = (url) => ({ href: url });
/** A link still, for the keyboard and for those who hear it read. */
export const late: AddressOf = (url) => ({ href: 'about:blank', [ADDRESS]: url });

/** The attributes by which a link leads to an https address; on our own pages at once. */
export const Address = createContext(atOnce);

/** Gives late links in the element their address in time; a screen reader may press one that nothing pointed at. */
export function giveAddresses(root: HTMLElement): void {
  const give = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest(`[${ADDRESS}]`) : null;
    link?.setAttribute('href', link.getAttribute(ADDRESS) ?? '');
  };
  for (const moment of ['pointerover', 'focusin', 'click']) root.addEventListener(moment, give, { capture: true });
}
