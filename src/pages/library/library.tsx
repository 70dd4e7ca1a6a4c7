/** The library: every note, offline; `library.html#note:ID` is the address of one. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { noteOf } from '../../card/Card.tsx';
import type { CardTexts, Library } from '../../notes/compiled.ts';
import { useWords } from '../frame/context.ts';
import { Frame } from '../frame/Frame.tsx';
import { LIBRARY, NEWS, PLACES } from '../frame/places.ts';
import { openPage } from '../frame/start.tsx';
import { byTitle, Index } from './Index.tsx';
import { addressOf } from './links.ts';
import { News } from './News.tsx';
import { NotePage } from './NotePage.tsx';
import { NO_QUESTION } from './Search.tsx';

interface LibraryProps {
  readonly texts: CardTexts;
  readonly library: Library;
}

/** `location.hash`, now and after each step. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const end = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: end.signal });
    return () => end.abort();
  }, []);
  return hash;
}

/** How far each entry of the history was scrolled when it was left, in CSS pixels: the browser scrolls back before the entry's view is there. */
const scrolled = new Map<string | undefined, number>();
navigation.addEventListener('navigate', () => scrolled.set(navigation.currentEntry?.key, scrollY));

/** On to another view: focus goes to its heading, as the link that led here is gone; back in the list, to the note that was read. A view that is come back to stands where it was left. */
function useArrival(key: string): void {
  const before = useRef(key);
  useLayoutEffect(() => {
    if (before.current === key) return;
    const isList = addressOf(key).kind === 'index';
    const read = isList && document.querySelector<HTMLElement>(`.entry h2 a[href="${CSS.escape(before.current)}"]`);
    before.current = key;
    if (read) return read.focus();
    document.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, scrolled.get(navigation.currentEntry?.key) ?? 0);
  }, [key]);
}

function View({ texts, library }: LibraryProps): JSX.Element {
  const { say, language } = useWords();
  const hash = useHash();
  const address = addressOf(hash);
  const [question, setQuestion] = useState(NO_QUESTION);
  const notes = useMemo(() => byTitle(Object.values(texts), language), [texts, language]);
  const note = address.kind === 'note' ? noteOf(texts, address.id) : undefined;
  document.title = say('page_title', address.kind === 'new' ? say('page_news') : (note?.title ?? say('page_library')));
  useArrival(hash);

  return (
    <Frame places={PLACES} here={address.kind === 'new' ? NEWS : address.kind === 'index' ? LIBRARY : ''}>
      {address.kind === 'new' ? (
        <News texts={texts} library={library} />
      ) : note ? (
        <NotePage key={note.id} note={note} texts={texts} library={library} />
      ) : (
        <>
          {address.kind === 'note' && <p role="alert">{say('library_unknown', address.id)}</p>}
          <Index notes={notes} question={question} onAsk={setQuestion} />
        </>
      )}
    </Frame>
  );
}

const { sidelightCards: texts, sidelightLibrary: library } = globalThis;
const { show } = openPage('page_library');
if (texts && library) show(<View texts={texts} library={library} />);
