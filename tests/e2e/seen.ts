/** What of a page of ours is not seen against its ground, whatever colours it has: words, edges of controls, the focus. */
import type { Page } from 'puppeteer-core';

/** One line a fault, with the element that has it. */
export function findUnseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** red, green, blue (0 to 255) and alpha */
    const channels = (colour: string): number[] => [...(colour.match(/[\d.]+/g) ?? []).map(Number), 1].slice(0, 4);
    // WCAG 2.2: relative luminance and contrast ratio.
    const luminance = (colour: string): number =>
      channels(colour)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
    const contrast = (one: string, other: string): number => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
    };
    const isDrawn = (width: string, style: string): boolean => style !== 'none' && Number.parseFloat(width) >= 1;

    const hasFaintWords = (element: Element): boolean => {
      const isWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      return isWords && contrast(getComputedStyle(element).color, groundOf(element)) < 4.5;
    };
    const hasNoEdge = (control: Element): boolean => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(control);
      const isSeen = contrast(borderTopColor, groundOf(control.parentElement)) >= 3;
      return channels(borderTopColor)[3] === 0 || !isDrawn(borderTopWidth, borderTopStyle) || !isSeen;
    };
    const hasNoFocus = (element: Element): boolean => {
      (element as HTMLElement).focus({ focusVisible: true } as FocusOptions);
      // A choice is shown by the words beside it.
      const shown = getComputedStyle(element).opacity === '0' ? (element.nextElementSibling ?? element) : element;
      const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(shown);
      const isSeen = contrast(outlineColor, groundOf(shown.parentElement)) >= 3;
      return document.activeElement !== element || !isDrawn(outlineWidth, outlineStyle) || !isSeen;
    };
    /** The browser draws these, and knows how. */
    const isNative = (control: Element): boolean =>
      control.matches('[type=file]') ||
      (control.matches('[type=checkbox], [type=radio], [type=range]') &&
        getComputedStyle(control).appearance !== 'none');

    const all = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
    const controls = all
      .filter((element) => element.matches('button, input, textarea, .button, .choice span'))
      .filter((element) => getComputedStyle(element).opacity !== '0' && !isNative(element));
    const focusable = all.filter((element) => element.matches('a[href], button, input, textarea, summary'));
    const tell = (fault: string, found: readonly Element[]): string[] =>
      found.map(
        (element) => `${fault}: ${element.localName}.${element.className} ${element.textContent?.slice(0, 30)}`,
      );
    return [
      ...tell('faint words', all.filter(hasFaintWords)),
      ...tell('no edge', controls.filter(hasNoEdge)),
      ...tell('no focus', focusable.filter((element) => !element.matches(':disabled')).filter(hasNoFocus)),
    ];
  });
}
