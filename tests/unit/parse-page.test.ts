/** A page in Node's DOM as a browser has it, and text in open shadow roots. */
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/cli/parse-page.ts';
import { articleOf, HEADLINE, linesOf, PARAGRAPHS, paragraphs } from './article-pages.ts';

describe('a page in the DOM of Node', () => {
  it('has names of attributes in lower case', () => {
    const link = parsePage('<body><a HREF="/a" dateTime="2020">a</a>').querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('datetime')]).toEqual(['/a', '2020']);
  });

  it('has declared shadow roots, nested ones too, but no closed ones', () => {
    const inner = '<x-b><template shadowrootmode="open"><p>in</p></template></x-b>';
    const document = parsePage(
      `<body><x-a><template shadowrootmode="open">${inner}</template></x-a><x-c><template shadowrootmode="closed"></template></x-c>`,
    );
    expect(
      document.querySelector('x-a')?.shadowRoot?.querySelector('x-b')?.shadowRoot?.querySelector('p')?.textContent,
    ).toBe('in');
    expect(document.querySelector('x-c')?.shadowRoot).toBeNull();
  });
});

describe('an article in an open shadow root', () => {
  const [first, second, third] = PARAGRAPHS;
  const shadow = (inside: string): string => `<template shadowrootmode="open">${inside}</template>`;

  it('is read in the order in which it shows: what slots are given, and what they hold where they are given nothing', () => {
    const root = shadow(
      `<slot name="title"></slot><p>${first}</p><slot name="more"><p>${second}</p></slot><p><slot name="end">Not this.</slot></p>`,
    );
    const body = `<x-article>${root}<span slot="end">${third}</span><h1 slot="title">${HEADLINE}</h1><p>Shown by old browsers only, which know no shadow.</p></x-article>`;
    const article = articleOf({ body });
    expect(article.title).toBe(HEADLINE);
    expect(linesOf(article)).toEqual(PARAGRAPHS);
    expect(article.segments.every(({ node }) => article.text.includes(node.data))).toBe(true);
  });

  it('is found in a component that holds all of it', () => {
    const body = `<x-page>${shadow(`<main><h1>${HEADLINE}</h1>${paragraphs()}</main>`)}</x-page>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });
});
