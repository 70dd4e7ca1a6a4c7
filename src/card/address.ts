/**
 * When a link to a source gets its address. A page can have Chromium fetch links beforehand (speculation rules) or look up their hosts, and that
 * goes for the links of a card, too. A card that opens must cause no request, so its links get their address only once they are pointed at,
 * have the focus or are pressed.
 */
import { createContext } from 'preact';

const ADDRESS = 'data-address';

export type AddressOf = (url: string) => Readonly<Record<string, string>>;

/** Where the page is our own. */
export const atOnce: AddressOf = (url) => ({ href: url });
/** With some address from the start, or it would be no link for the keyboard and for screen readers. */
export const late: AddressOf = (url) => ({ href: 'about:blank', [ADDRESS]: url });

/** Gives the attributes by which a link leads to an https address. */
export const Address = createContext(atOnce);

/** Gives late links in the element their address in time; a screen reader may press one that nothing pointed at. */
export function giveAddresses(root: HTMLElement): void {
  const give = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest(`[${ADDRESS}]`) : null;
    link?.setAttribute('href', link.getAttribute(ADDRESS) ?? '');
  };
  for (const moment of ['pointerover', 'focusin', 'click']) root.addEventListener(moment, give, { capture: true });
}
