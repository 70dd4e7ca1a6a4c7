/** What another reader of articles costs: the clone that it needs, since it takes the page apart, and its work. */
import { Readability } from '@mozilla/readability';
import { begin, finish } from './clock.ts';

begin();
new Readability(document.cloneNode(true) as Document).parse();
finish();
