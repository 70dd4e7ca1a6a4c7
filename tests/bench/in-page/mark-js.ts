/** What a library that marks words by wrapping them in elements costs, with the names by which the gate knows the topic. */

import { anchors } from 'sidelight:anchors';
import Mark from 'mark.js';
import { begin, finish } from './clock.ts';

begin();
new Mark(document.body).mark(anchors, { accuracy: 'exactly', separateWordSearch: false });
finish();
