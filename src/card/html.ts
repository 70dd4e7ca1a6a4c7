/** The only place where a note's text becomes elements. The build has made it, and it is still not trusted. */
import DOMPurify from 'dompurify';
import { type AddressOf, atOnce } from './address.ts';

const NOTE_LINK = '#note:';

const ALLOWED = {
  ALLOWED_TAGS: ['em', 'strong', 'code', 'br', 'a'],
  ALLOWED_ATTR: ['href'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // None is needed here, and one under its usual name would be reported to the site, or take the name from the page's own sanitiser.
  TRUSTED_TYPES_POLICY: null,
  ALLOWED_URI_REGEXP: /^(?:https:\/\/|#note:[a-z0-9-]+$)/,
};

/** The id of the note that a link of a note's text leads to; null for any other link. */
function linkedNote(link: Element): string | null {
  const href = link.getAttribute('href');
  return href?.startsWith(NOTE_LINK) ? href.slice(NOTE_LINK.length) : null;
}

/** The id of the note that the link under a click leads to; null where there is none. */
export function noteUnder({ target }: Event): string | null {
  const link = target instanceof Element ? target.closest('a') : null;
  return link && linkedNote(link);
}

/** Inline HTML as elements of the closed list: `em strong code br a`, links to https (in a new tab) and to notes, no other attribute. */
export function toInline(html: string, addressOf: AddressOf = atOnce): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, { ...ALLOWED, RETURN_DOM_FRAGMENT: true });
  for (const link of fragment.querySelectorAll('a[href]')) {
    if (linkedNote(link) !== null) continue;
    const attributes = { ...addressOf(link.getAttribute('href') ?? ''), target: '_blank', rel: 'noopener noreferrer' };
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  }
  return fragment;
}
