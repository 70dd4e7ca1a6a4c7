import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Article } from './react.ts';

export { tell } from './story.ts';
export const hydrate = (root: Element): void => void hydrateRoot(root, createElement(Article));
