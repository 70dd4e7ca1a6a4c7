/** A note's texts as the card shows them: inline Markdown made HTML, rules and test sentences left behind. */
import { Marked } from 'marked';
import type { CardNote } from '../notes/compiled.ts';
import type { Note } from '../notes/schema.ts';

const NOTE_LINK = /^note:(.+)$/;

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Only emphasis, code, links and line breaks have a form in a card; all else is shown as it is written. */
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ raw }) => escapeHtml(raw),
    del: ({ raw }) => escapeHtml(raw),
    link({ href, tokens }) {
      const note = NOTE_LINK.exec(href)?.[1];
      return `<a href="${escapeHtml(note === undefined ? href : `#note:${note}`)}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

/** Inline Markdown as HTML of `em strong code br a`. */
export const toHtml = (text: string): string => markdown.parseInline(text, { async: false });

/** Addresses of all links in a text, `note:ID` among them. */
export function linksIn(text: string): string[] {
  const links: string[] = [];
  markdown.walkTokens(markdown.Lexer.lexInline(text), (token) => {
    if (token.type === 'link') links.push(String(token['href']));
  });
  return links;
}

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

/** The card's part of a note. */
export function toCardNote(note: Note): CardNote {
  return {
    id: note.id,
    kind: note.kind,
    title: note.title,
    summary: { html: toHtml(note.summary) },
    background: { html: toHtml(note.background) },
    readings: note.readings.map(({ party, text, source }) => ({ party, html: toHtml(text), source })),
    timeline: note.timeline.map(({ date, text, source }) => ({ date, html: toHtml(text), source })),
    sources: note.sources.map(({ key, title, publisher, primary, date, url, where }) =>
      withoutUndefined({ key, title, publisher, primary, date, url, where } as CardNote['sources'][number]),
    ),
    related: note.related,
    reviewed: note.reviewed,
    history: note.history,
  };
}
