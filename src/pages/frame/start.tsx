/** What all our pages do first: take their words, and the look that the reader has set. */
import { type ComponentChildren, render } from 'preact';
import { browser } from '../../shared/browser.ts';
import { SETTINGS, type Settings } from '../../shared/settings.ts';
import type { Parsers } from '../../shared/store.ts';
import { WordsProvider } from './context.ts';
import { follow } from './keep.ts';
import { createWords, type Words } from './words.ts';

type Look = Pick<Settings, 'appearance' | 'textSize'>;
const LOOK: Parsers<Look> = { appearance: SETTINGS.appearance, textSize: SETTINGS.textSize };

/** As `browser.i18n` has them. */
export function browserWords(): Words {
  return createWords((key, values) => browser.i18n.getMessage(key, values));
}

function wear({ appearance, textSize }: Look): void {
  const root = document.documentElement;
  root.dataset['appearance'] = appearance;
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
}

export interface OpenPage {
  readonly words: Words;
  show(content: ComponentChildren): void;
}

/** Dresses this document, keeps its look as the reader sets it, and gives what shows content in it. `title` is the key of a message. */
export function openPage(title: string): OpenPage {
  const words = browserWords();
  const root = document.documentElement;
  root.lang = words.language;
  root.dir = words.card.direction;
  document.title = words.say('page_title', words.say(title));
  void follow(LOOK, wear);
  return { words, show: (content) => render(<WordsProvider value={words}>{content}</WordsProvider>, document.body) };
}
