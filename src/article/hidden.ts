/** Text that nobody sees, told without computing styles. */
import { INLINE } from './elements.ts';
import { remember } from './remember.ts';

/** Class names that hide from sight; a responsive `md:block` beside `hidden` shows again on some screens. */
const HIDDEN_NAMES =
  /(?:^|\s)(?:hidden|[\w-]*hidden-(?:desktop|lg|md)|hide|d-none|is-hidden|(?:element-)?invisible|offscreen|sr-only|visually-?hidden\w*|screen-reader[\w-]*)(?:\s|$)|\b(?:rollover|hover|tooltip|popover|flyout|dropdown)[\w-]*(?:block|card|content|menu|panel|text)\b/i;
const SHOWN_AGAIN = /:(?:block|flex|grid|inline)/;
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))/i;
const SKIPPED_ROLE = /^(?:navigation|contentinfo|search|menu|menubar|toolbar|tablist|grid|treegrid|listbox|tree)$/;

const known = new Map<string, boolean>();
const hides = (names: string): boolean => HIDDEN_NAMES.test(names) && !SHOWN_AGAIN.test(names);

/**
 * Whether an element's attributes say that its text is not shown, is being written, or stands round every page. No style
 * is computed and no layout forced.
 */
export function isHidden(element: Element, name: string): boolean {
  if (name === 'dialog' && !element.hasAttribute('open')) return true;
  if (!element.hasAttributes()) return false;
  const className = element.getAttribute('class');
  if (className !== null && remember(known, className, hides)) return true;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style !== null && HIDDEN_STYLE.test(style)) return true;
  if (INLINE.has(name)) return element.getAttribute('aria-hidden') === 'true';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  return SKIPPED_ROLE.test(element.getAttribute('role') ?? '');
}
