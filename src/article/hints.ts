/** What the names of elements say of their place on the page. */
import { remember } from './remember.ts';

// Bits that an element's name, role, class and id give it.

/** navigation, footers, dialogs, advertisements: never part of an article */
export const FAR = 1;
/** what readers wrote: no part of one either, and often longer than it */
export const TALK = 2;
/** related stories, sharing, bylines, widgets: apart from the article, unless the name is only that of a wrapper */
export const ASIDE = 4;
export const CAPTION = 8;
/** something of another site set into the text, such as a post that the article is about */
const EMBED = 16;

/** Beginnings of the words that class names are made of; `$` where only the whole word counts. */
const FAR_WORD =
  /^(?:nav(?:i|bar|igation)?$|menu|breadcrumb|paginat|pager$|cookie|consent|gdpr|modal$|popup|lightbox|toast|footer$|masthead|login|skip$|outbrain|taboola|ad(?:s?$|sby|slot|sense)|advert|dfp$|sponsor)/;
const TALK_WORD = /^(?:comment(?!ar|at)|disqus|livefyre|respond$|repl(?:y|ies)$|yorumlar|comentarios|kommentare)/;
const ASIDE_WORD =
  /^(?:shar(?:e|es|ing|er|ebar|edaddy)$|social|addthis|addtoany|follow$|re(?:lated|commend|circ)|popular|trending|most$|more|latest|recent|teaser|similar|suggest|next|prev(?!iew)|upnext|yarpp|promo|partner|newsletter|subscri|signup|optin$|mailchimp|cta$|donat|banner|overlay|alert|sidebar|side$|rail$|copyright|legal$|disclaimer|tools?$|toolbar|utility|tag(?:s?$|list|cloud)|topics$|categor|meta$|byline|authors?$|bio$|rating|print$|foot$|toc$|tabs?$|poll$|quiz|survey|dek$|standfirst|subtitle|abstract$|timestamp|dateline|estimated|read(?:ing)?time|pull$|pq$|pullquote|factbox|(?:foot|end)notes?$|references$|vjs$|inset$|incut$|barrier|widget)/;
const CAPTION_WORD =
  /^(?:captions?$|figcaption|gallery|slideshow|carousel|slider$|credits?$|photo(?:s|grapher)?$|images?$|media(?:title|caption|meta)|leadmedia)/;

const FAR_ROLE = /^(?:banner|dialog|alertdialog|alert)$/;
const CAPTION_NAME = /^(?:figure|figcaption|caption)$/;

const words = new Map<string, number>();
const names = new Map<string, number>();

const ofWord = (word: string): number =>
  (FAR_WORD.test(word) ? FAR : 0) |
  (TALK_WORD.test(word) ? TALK : 0) |
  (ASIDE_WORD.test(word) ? ASIDE : 0) |
  (CAPTION_WORD.test(word) ? CAPTION : 0) |
  (word.startsWith('embed') ? EMBED : 0);

/** What a tool makes up ("css-1ad8f", "sc-kAdQm") says nothing, whatever words chance puts into it. */
const MADE_UP = /\d(?!x\d)[a-zA-Z]|^[a-z]?(?:[A-Z]+[a-z]){2,}[A-Z]*$/;

/** A name that says only how something stands: "has-comments", "comments-open". */
const STATE = /(?<!\S)(?:(?:has|no|with)[-_]\S+|\S+[-_](?:open|closed|enabled|disabled)(?!\S))/gi;

/** `relatedPosts post-meta_x` is made of `related posts post meta x`. */
function ofNames(value: string): number {
  let bits = 0;
  for (const name of value.replace(STATE, '').match(/[a-z\d]+/gi) ?? [])
    if (!MADE_UP.test(name))
      for (const part of name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [])
        bits |= remember(words, part.toLowerCase(), ofWord);
  return bits & EMBED ? bits & ~ASIDE : bits;
}

/** Reads an element's local name, class, id and role. */
export function hintsOf(element: Element, name: string): number {
  let bits = name === 'aside' ? ASIDE : name === 'dialog' ? FAR : CAPTION_NAME.test(name) ? CAPTION : 0;
  if (!element.hasAttributes() && !name.includes('-')) return bits;
  const own = name.includes('-') ? name : '';
  const value = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${own}`;
  if (value !== '  ') bits |= remember(names, value, ofNames);
  if (element.getAttribute('aria-hidden') === 'true') bits |= ASIDE;
  const role = element.getAttribute('role') ?? '';
  return bits | (FAR_ROLE.test(role) ? FAR : role === 'complementary' ? ASIDE : 0);
}
