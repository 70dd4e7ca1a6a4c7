import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Article } from './react.ts';

export const render = (): string => renderToString(createElement(Article));
