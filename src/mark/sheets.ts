/** Our style sheet in shadow roots that hold marks: in Firefox the sheet of the manifest does not reach into them. */
import style from './marks.css';

/** Adopts the sheet in these roots and takes it back from all others. */
export type Adopt = (roots: readonly ShadowRoot[]) => void;

export function createAdopt(signal: AbortSignal): Adopt {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  let adopted: readonly ShadowRoot[] = [];

  function adopt(roots: readonly ShadowRoot[]): void {
    for (const root of adopted) {
      if (!roots.includes(root)) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    for (const root of roots) if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    adopted = roots;
  }

  signal.addEventListener('abort', () => adopt([]), { once: true });
  return adopt;
}
