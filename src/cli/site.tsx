/** The library as a static site: a file of plain HTML each for the list, every note and what is new, made of the extension's own parts. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { HtmlWriter } from '../card/Html.tsx';
import type { CardNote, CardTexts, Library } from '../notes/compiled.ts';
import { useWords, WordsProvider } from '../pages/frame/context.ts';
import { Frame, type Place } from '../pages/frame/Frame.tsx';
import type { Words } from '../pages/frame/words.ts';
import { Entry } from '../pages/library/Entry.tsx';
import { byTitle } from '../pages/library/Index.tsx';
import { type Links, LinksProvider } from '../pages/library/links.ts';
import { News } from '../pages/library/News.tsx';
import { NotePage } from '../pages/library/NotePage.tsx';
import { NO_QUESTION, Search } from '../pages/library/Search.tsx';

const INDEX = 'index.html';
const NEWS = 'new.html';
/** The compiled notes, which the library's "Try it" opens. */
export const DATASET_FILE = 'dataset.json';
const PLACES: readonly Place[] = [
  { href: INDEX, name: 'page_library' },
  { href: NEWS, name: 'page_news' },
];
const LINKS: Links = { index: INDEX, note: (id) => `${id}.html` };
const STYLES = ['colours.css', 'look.css', 'note.css', 'page.css', 'library.css'];
const SCRIPTS = ['cards.js', 'search.js'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The build has just made the HTML, of its closed list of elements; only links to notes lead elsewhere here. */
function Trusted({ html }: { readonly html: string }): JSX.Element {
  const linked = html.replace(/href="#note:([a-z0-9-]+)"/g, (_, id: string) => `href="${LINKS.note(id)}"`);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build's own HTML, and no document to make elements in
  return <span dangerouslySetInnerHTML={{ __html: linked }} />;
}

interface DocumentProps {
  readonly title: string;
  readonly here: string;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

function Document({ title, here, scripts = [], children }: DocumentProps): JSX.Element {
  const { language, card, say } = useWords();
  return (
    <html lang={language} dir={card.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <title>{say('page_title', title)}</title>
        <link rel="icon" href="icon.png" />
        {STYLES.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script key={src} src={src} defer />
        ))}
      </head>
      <body>
        <Frame places={PLACES} here={here}>
          {children}
        </Frame>
      </body>
    </html>
  );
}

function Contents({ notes }: { readonly notes: readonly CardNote[] }): JSX.Element {
  const { say, count } = useWords();
  return (
    <>
      <h1>{say('library_heading')}</h1>
      <p class="standfirst">{say('library_site_lead')}</p>
      <Search question={NO_QUESTION} onAsk={() => {}} hidden />
      <p role="status" class="quiet" data-none={say('library_none')}>
        {count('library_found', notes.length)}
      </p>
      <button type="button" hidden>
        {say('library_all')}
      </button>
      <ul class="entries">
        {notes.map((note) => (
          <Entry key={note.id} note={note} />
        ))}
      </ul>
      <p class="quiet colophon">
        {say('library_licence')} {say('library_files', DATASET_FILE)}
      </p>
    </>
  );
}

/** The site's HTML files by name; styles, scripts and the data set lie beside them. Pure. */
export function siteFiles(texts: CardTexts, library: Library, words: Words): Map<string, string> {
  const html = (content: JSX.Element): string =>
    `<!doctype html>\n${renderToStaticMarkup(
      <WordsProvider value={words}>
        <LinksProvider value={LINKS}>
          <HtmlWriter value={Trusted}>{content}</HtmlWriter>
        </LinksProvider>
      </WordsProvider>,
    )}\n`;
  const notes = byTitle(Object.values(texts), words.language);
  const pages = notes.map((note): [string, string] => [
    LINKS.note(note.id),
    html(
      <Document title={note.title} here="">
        <NotePage note={note} texts={texts} library={library} />
      </Document>,
    ),
  ]);
  const index = html(
    <Document title={words.say('page_library')} here={INDEX} scripts={SCRIPTS}>
      <Contents notes={notes} />
    </Document>,
  );
  const news = html(
    <Document title={words.say('page_news')} here={NEWS}>
      <News texts={texts} library={library} />
    </Document>,
  );
  return new Map([[INDEX, index], [NEWS, news], ...pages]);
}
