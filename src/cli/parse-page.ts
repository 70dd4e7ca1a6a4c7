import { parseHTML } from 'linkedom';
import { wholeHtml } from './whole-html.ts';

/** As a browser has it: attribute names of HTML are in lower case, and a declared open shadow root is attached. */
function mend(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (!/[A-Z]/.test(name) || element.closest('svg') !== null) continue;
      element.removeAttribute(name);
      element.setAttribute(name.toLowerCase(), value);
    }
    const host = element.parentElement;
    if (host === null || element.localName !== 'template' || element.getAttribute('shadowrootmode') !== 'open')
      continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(...element.childNodes);
    element.remove();
    mend(shadow);
  }
}

/** A page in a DOM of Node's, for the commands and tests. */
export function parsePage(html: string): Document {
  const { document } = parseHTML(wholeHtml(html));
  mend(document);
  return document;
}
