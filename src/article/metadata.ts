/** What a page says of itself in its head and its JSON-LD. Untrusted: every value is looked at before it is used. */
import { lettersOf } from './headline.ts';

/** The page's own article as its JSON-LD describes it; empty strings where nothing is said. */
export interface Described {
  readonly headline: string;
  readonly body: string;
  readonly published: string;
  readonly isLive: boolean;
}

export interface Metadata {
  readonly described: Described | null;
  /** when it was published by its JSON-LD: the article there, else the page; empty where nothing is said */
  readonly published: string;
  /** it calls itself an article */
  readonly isDeclared: boolean;
  /** it does not, and its JSON-LD describes something else: goods, a vacancy, a recipe */
  readonly isOther: boolean;
  /** content of `meta` elements by lower-case name */
  readonly metas: ReadonlyMap<string, string>;
  /** what the page calls itself, most telling first */
  readonly titles: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Reportage|^Report$|Review$)/;
/** An article of several, none of them this page's, is a related story; the page itself is not. */
const PAGE_TYPE = /Page$/;
const OTHER_TYPE = /^(?:Product|JobPosting|Recipe|Event|DiscussionForumPosting|(?:QA|Profile|SearchResults)Page)$/;
/** The longest list of JSON-LD objects that is looked through: a page can nest without end. */
const MOST_OBJECTS = 500;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const stringOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What XHTML needed round a script, as a comment or bare. */
const CDATA = /^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?\s*$/g;

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(CDATA, ''));
  } catch {
    return null;
  }
}

const isOf = (node: Json, types: RegExp): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && types.test(type));

/** Every object at the top, in arrays, in `@graph` and under `mainEntity`, breadth first. */
function objectsOf(document: Document): Json[] {
  const found: Json[] = [];
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    queue.push(parse(script.textContent ?? ''));
  for (let i = 0; i < queue.length && i < MOST_OBJECTS; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_OBJECTS));
    else if (isObject(value)) {
      found.push(value);
      queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
    }
  }
  return found;
}

/** The path of an address, as it is on every host that shows the page. */
const pathOf = (address: string, base: string): string | null =>
  URL.canParse(address, base) ? new URL(address, base).pathname.replace(/\/(?:amp\/?)?$/, '') : null;

/** The letters of a title; JSON-LD has some characters as entities. */
const titleLetters = (title: string): string => lettersOf(title.replace(/&[#\w]+;/g, ''));

/** The page's own article: by its address, then by the page's title, then one that names no other address, as related stories do. */
function describedBy(objects: readonly Json[], url: string, titles: readonly string[]): Described | null {
  const articles = objects.filter((node) => isOf(node, ARTICLE_TYPE));
  const addressOf = (value: unknown): string => stringOf(isObject(value) ? value['@id'] : value);
  const here = pathOf(url, url);
  const isHere = (value: unknown): boolean => {
    const address = addressOf(value);
    return address !== '' && pathOf(address, url) === here;
  };
  const isTitled = (node: Json): boolean => {
    const headline = titleLetters(stringOf(node['headline']));
    return headline !== '' && titles.some((title) => titleLetters(title).includes(headline));
  };
  const node =
    articles.find((a) => isHere(a['url']) || isHere(a['mainEntityOfPage']) || isHere(a['@id'])) ??
    articles.find(isTitled) ??
    articles.find((a) => addressOf(a['url']) + addressOf(a['mainEntityOfPage']) === '');
  if (node === undefined) return null;
  return {
    headline: stringOf(node['headline']) || stringOf(node['name']),
    body: stringOf(node['articleBody']),
    published: stringOf(node['datePublished']) || stringOf(node['dateCreated']),
    isLive: [node['@type']].flat().includes('LiveBlogPosting'),
  };
}

/** The first content of each `meta` by its property, name or item property in lower case; in one pass, since a look-up walks the page. */
function readMetas(document: Document): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const inHead = meta.parentElement?.localName === 'head';
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? (inHead ? meta.getAttribute('itemprop') : null);
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return metas;
}

export function readMetadata(document: Document, url: string): Metadata {
  const objects = objectsOf(document);
  const metas = readMetas(document);
  const shared = metas.get('og:title') ?? '';
  const described = describedBy(objects, url, [shared, document.title]);
  const published =
    described?.published ||
    stringOf(objects.find((node) => node['datePublished'] && isOf(node, PAGE_TYPE))?.['datePublished']);
  const isDeclared = described !== null || metas.get('og:type')?.toLowerCase() === 'article';
  const titles = [shared, described?.headline ?? '', document.title];
  const isOther = !isDeclared && objects.some((node) => isOf(node, OTHER_TYPE));
  return { described, published, isDeclared, isOther, metas, titles: titles.filter((title) => title !== '') };
}
