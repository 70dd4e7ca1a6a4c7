import { createElement, Fragment, type ReactElement, useEffect, useState } from 'react';
import { FILLING, FIRST, listen } from './story.ts';

export function Article(): ReactElement {
  const [{ group, line }, set] = useState(FIRST);
  useEffect(() => listen(set), []);
  return createElement(
    Fragment,
    null,
    createElement('h1', null, 'What was said on Monday'),
    createElement(
      'p',
      null,
      'The ',
      group,
      ' met the foreign ministers on Monday, and said that it would meet them again.',
    ),
    createElement('p', { key: line }, line),
    ...Array.from({ length: 4 }, (_, i) => createElement('p', { key: i }, FILLING)),
  );
}
