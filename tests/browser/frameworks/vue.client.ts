import { createSSRApp } from 'vue';
import { Article } from './vue.ts';

export { tell } from './story.ts';
export const hydrate = (root: Element): void => void createSSRApp(Article).mount(root);
