/** Several articles on one page. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/types.ts';
import { find, HEADLINE, linesOf, PARAGRAPHS, type Parts, paragraphs } from './article-pages.ts';

const [first, second, third] = PARAGRAPHS;

const articlesOf = (parts: Parts, url?: string): readonly Article[] => {
  const finding = find(parts, url);
  return finding.kind === 'articles' ? finding.articles : [];
};

const entry = (day: number, title: string, text: string): string =>
  `<li class="post"><time datetime="2025-08-0${day}T19:42:00-04:00">19:42</time>${title && `<h3>${title}</h3>`}<div><p>${text}</p></div></li>`;

const entries = `<h1>${HEADLINE}</h1><ol>${entry(8, 'They leave', first)}<li class="ad">Buy a boat</li>${entry(7, '', second)}${entry(6, 'They come', third)}</ol>`;

const story = (day: number, title: string, text: string): string =>
  `<div class="story"><article><h1>${title}</h1><time datetime="2025-08-0${day}">Friday</time>${paragraphs(PARAGRAPHS.map((line) => `${text} ${line} ${line}`))}</article></div>`;

describe('several articles', () => {
  it('are the entries of a live blog, each with its own heading, date and root', () => {
    const found = articlesOf({ body: entries });
    expect(found.map(({ title, date }) => [title, date])).toEqual([
      ['They leave', '2025-08-08'],
      ['', '2025-08-07'],
      ['They come', '2025-08-06'],
    ]);
    expect(found.map(linesOf)).toEqual([[first], [second], [third]]);
    expect(new Set(found.map(({ root }) => root)).size).toBe(3);
  });

  it('have the date of the page where their own is a time of day', () => {
    const head = '<meta property="article:published_time" content="2025-08-08T10:00:00-04:00">';
    const body = entries.replaceAll(/datetime="[^"]*"/g, '');
    expect(articlesOf({ body, head }).map(({ date }) => date)).toEqual(['2025-08-08', '2025-08-08', '2025-08-08']);
  });

  it('need no headings where the page says that it is a live blog', () => {
    const body = entries.replaceAll(/<h3>.*?<\/h3>/g, '');
    const head = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"x"}</script>';
    expect(articlesOf({ body })).toHaveLength(1);
    expect(articlesOf({ body, head })).toHaveLength(3);
  });

  it('are whole stories that follow each other', () => {
    const found = articlesOf({ body: story(8, HEADLINE, 'Here.') + story(2, 'Dredging starts', 'There.') });
    expect(found.map(({ title, date }) => [title, date])).toEqual([
      [HEADLINE, '2025-08-08'],
      ['Dredging starts', '2025-08-02'],
    ]);
  });

  it.each([
    [
      'comments under an article',
      `<article><h1>${HEADLINE}</h1>${paragraphs()}${paragraphs()}</article><ol>${entry(8, 'A', first)}${entry(7, 'B', second)}${entry(6, 'C', third)}</ol>`,
    ],
    [
      'stories with a link each',
      `<article><h1>${HEADLINE}</h1>${paragraphs()}</article>${'<div class="s"><time datetime="2025-08-01">1 August</time><h3><a href="/a">Another story of the lake</a></h3><p>Few words on it, and what came of it.</p></div>'.repeat(4)}`,
    ],
  ])('are not %s', (_, body) => {
    expect(articlesOf({ body })).toHaveLength(1);
  });

  it('are none at the top of a site', () => {
    expect(articlesOf({ body: entries }, 'https://news.test/').length).toBeLessThan(2);
  });
});
