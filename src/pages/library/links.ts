/** Where the library's pages are: in the extension one document and its hash, on the static site a file each. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Links {
  readonly index: string;
  note(id: string): string;
}

/** In the text of a note a link to another one is this too. */
export const IN_DOCUMENT: Links = { index: '#', note: (id) => `#note:${id}` };

const Context = createContext<Links>(IN_DOCUMENT);
export const LinksProvider = Context.Provider;
export const useLinks = (): Links => useContext(Context);

export type Address =
  | { readonly kind: 'index' }
  | { readonly kind: 'new' }
  | { readonly kind: 'note'; readonly id: string };

/** What a `location.hash` of the library leads to; to the list, where it says nothing that is known. */
export function addressOf(hash: string): Address {
  if (hash === '#new') return { kind: 'new' };
  const id = /^#note:(.+)$/.exec(hash)?.[1];
  return id === undefined ? { kind: 'index' } : { kind: 'note', id };
}
