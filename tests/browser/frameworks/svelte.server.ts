import { render as renderComponent } from 'svelte/server';
import Article from './Article.svelte';

export const render = (): string => renderComponent(Article).body;
