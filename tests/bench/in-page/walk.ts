/** The least that reading a page's text can cost: every text node visited, its text handed over. */
import { begin, finish } from './clock.ts';

begin();
const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
let units = 0;
while (walker.nextNode()) units += (walker.currentNode as Text).data.length;
finish();

export { units };
