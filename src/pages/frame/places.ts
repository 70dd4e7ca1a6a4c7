/** The pages of the extension, in the order in which they are offered. */
import type { Place } from './Frame.tsx';

export const LIBRARY = 'library.html';
export const NEWS = 'library.html#new';
export const TRY = 'try.html';
export const OPTIONS = 'options.html';
export const WELCOME = 'welcome.html';

export const PLACES: readonly Place[] = [
  { href: LIBRARY, name: 'page_library' },
  { href: TRY, name: 'page_try' },
  { href: NEWS, name: 'page_news' },
  { href: OPTIONS, name: 'page_options' },
  { href: WELCOME, name: 'page_welcome' },
];
