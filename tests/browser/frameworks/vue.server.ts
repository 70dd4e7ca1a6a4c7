import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { Article } from './vue.ts';

export const render = (): Promise<string> => renderToString(createSSRApp(Article));
