import { hydrate as hydrateComponent } from 'svelte';
import Article from './Article.svelte';

export { tell } from './story.ts';
export const hydrate = (target: Element): void => void hydrateComponent(Article, { target });
