/** The only writer to the page's DOM: one element, there only while a card is open. */
import type { CardSettings } from '../shared/settings.ts';
import card from './card.css';
import colours from './colours.css';
import { focused, tabsOut } from './focus.ts';
import { HOST_ATTRIBUTE } from './names.ts';
import note from './note.css';

export interface CardHost {
  readonly element: HTMLElement;
  /** where the card is rendered; in an open shadow root, which accessibility checkers can see into */
  readonly inside: HTMLElement;
  /** whether the card is in the page, which a page can change at any time */
  isOpen(): boolean;
  /** Puts the host on top of everything, last in this element. */
  open(holder: Element): void;
  /** Gives the focus to the title of what is rendered, where a screen reader begins to read. */
  focus(): void;
  /** Whether this key press would lead the focus out of the card. */
  tabsOut(event: KeyboardEvent): boolean;
  /** Takes the host out of the page; focus goes back to where it was if it was in the card. */
  close(): void;
  /** Beside its mark, where `place` says; or over the whole width of the window, below or above. */
  dock(where: 'beside' | 'below' | 'above'): void;
  /** Its place when it lies along an edge: left, width, distance from the lower edge and height at most, in CSS pixels. */
  lay(left: number, width: number, bottom: number, height: number): void;
  /** Hands over the place: window coordinates and the height there is, in CSS pixels. */
  place(x: number, y: number, height: number): void;
  /** How it looks from now on; `textSize` in per cent of the reader's own default. */
  look(settings: Pick<CardSettings, 'appearance' | 'textSize'>): void;
  /** Frees the card of the height it was given, to measure how high it would be. */
  release(): void;
}

/** The filter by which a page inverts itself to be dark: applied to the card once more it is undone, as no other filter would be. */
function inversionOf(root: Element): string {
  const { filter } = getComputedStyle(root);
  return filter.includes('invert(') ? filter : 'none';
}

function createElement(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute(HOST_ATTRIBUTE, '');
  // Manual: when it closes is decided in timing.ts, and no popover of the page closes because of it.
  element.setAttribute('popover', 'manual');
  return element;
}

/** An adopted sheet holds under a page's strictest content security policy. */
function createShadow(element: HTMLElement): ShadowRoot {
  const shadow = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(colours + card + note);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}

export function createHost(): CardHost {
  const element = createElement();
  const shadow = createShadow(element);
  const inside = document.createElement('div');
  inside.className = 'frame';
  shadow.append(inside);
  let before: Element | null = null;

  // `all: initial` in the sheet wins over every inline style, so coordinates go in as properties of our own.
  const set = (name: string, value: string): void => element.style.setProperty(`--sidelight-${name}`, value);
  const setPixels = (values: Readonly<Record<string, number>>): void => {
    for (const [name, value] of Object.entries(values)) set(name, `${value}px`);
  };
  const release = (): void => void element.style.removeProperty('--sidelight-height');
  const isOpen = (): boolean => element.isConnected && element.matches(':popover-open');

  return {
    element,
    inside,
    isOpen,
    open(holder) {
      if (isOpen() && element.parentNode === holder) return;
      if (!isOpen()) before = focused();
      set('zoom', String(1 / holder.currentCSSZoom));
      set('filter', inversionOf(document.documentElement));
      holder.append(element);
      element.showPopover();
    },
    focus: () => inside.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true }),
    tabsOut: (event) => tabsOut(event, shadow),
    close() {
      const hadFocus = shadow.activeElement !== null;
      element.remove();
      element.removeAttribute('style');
      // HTML, SVG or MathML: what had it can have it.
      if (hadFocus) (before as HTMLElement | null)?.focus({ preventScroll: true });
      before = null;
    },
    dock(where) {
      element.setAttribute(HOST_ATTRIBUTE, where);
      release();
    },
    lay: (x, width, bottom, height) => setPixels({ x, width, bottom, height }),
    place: (x, y, height) => setPixels({ x, y, height }),
    look({ appearance, textSize }) {
      inside.style.colorScheme = appearance === 'system' ? '' : appearance;
      inside.style.fontSize = `${textSize}%`;
    },
    release,
  };
}
