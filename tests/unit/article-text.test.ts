import { describe, expect, it } from 'vitest';
import { spansOf } from '../../src/article/spans.ts';
import type { Article } from '../../src/article/types.ts';
import { articleOf, HEADLINE, linesOf, PARAGRAPHS, paragraphs } from './article-pages.ts';

const withText = (html: string): Article =>
  articleOf({ body: `<article><h1>${HEADLINE}</h1>${html}${paragraphs()}</article>` });

/** The words under a range, put together from its spans. */
const wordsAt = (article: Article, start: number, end: number): string[] =>
  spansOf(article, start, end).map((span) => span.node.data.slice(span.start, span.end));

describe('text and offsets', () => {
  const marked = withText(
    '<p>\n  The <b>old</b> harbour,\u00a0which\tthe <a href="/h">harbour <i>office</i></a> keeps,<br>is\n closed 🚢 for now.\n</p>',
  );

  it('holds each text node one to one, white space as spaces', () => {
    for (const { start, node } of marked.segments)
      expect(marked.text.slice(start, start + node.data.length)).toBe(node.data.replace(/\s/g, ' '));
    expect(marked.segments.map(({ start }) => start)).toEqual(
      marked.segments.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it('case 41: joins the parts of a line and separates blocks', () => {
    expect(linesOf(marked)[0]).toBe('The old harbour, which the harbour office keeps, is closed 🚢 for now.');
    expect(marked.text.split('\n')).toHaveLength(marked.blocks.length);
    for (const { start, end } of marked.blocks) expect(marked.text.slice(start, end)).not.toContain('\n');
  });

  it('case 41: reads one line break as a space and two as the end of a block', () => {
    const body = `<div><h1>${HEADLINE}</h1><div>${PARAGRAPHS[0]}<br>\n${PARAGRAPHS[1]}<br><br>${PARAGRAPHS[2]}<br>&nbsp;<br>${PARAGRAPHS[0]}</div></div>`;
    expect(linesOf(articleOf({ body }))).toEqual([`${PARAGRAPHS[0]} ${PARAGRAPHS[1]}`, PARAGRAPHS[2], PARAGRAPHS[0]]);
  });

  it('does not break a line at an element of unknown kind beside words', () => {
    const article = withText(
      '<p>The ferry<x-note> of the north</x-note> has been out of order since the spring, they say.</p>',
    );
    expect(linesOf(article)[0]).toBe('The ferry of the north has been out of order since the spring, they say.');
  });

  it('case 42: leaves out what a line hides', () => {
    const article = withText(
      '<p>The ferry <span class="sr-only">(a ship)</span><span hidden>old</span><span aria-hidden="true">#</span>has been out of order since the spring.</p>',
    );
    expect(linesOf(article)[0]).toBe('The ferry has been out of order since the spring.');
  });

  it('case 42: leaves out closed details, but not their summary nor open ones', () => {
    const inside = 'The inside of it, which is long enough to be read as a paragraph of the text that stands round it.';
    const shown = withText(
      `<details open><summary>What it is about, in short, for everybody.</summary><p>${inside}</p></details>`,
    );
    const closed = withText(
      `<details><summary>What it is about, in short, for everybody.</summary><p>${inside}</p></details>`,
    );
    expect(shown.text).toContain(inside);
    expect(closed.text).not.toContain(inside);
  });
});

describe('spansOf', () => {
  const article = withText(
    '<p>The <b>old</b> harbour<br>is closed until the ice has gone, the office said in a note.</p>',
  );
  const at = (words: string): number => article.text.indexOf(words);

  it('gives the parts of all text nodes under a range', () => {
    expect(wordsAt(article, at('he old'), at('arbour'))).toEqual(['he ', 'old', ' h']);
  });

  it('skips line breaks and ends of blocks', () => {
    expect(wordsAt(article, at('harbour is'), at('harbour is') + 'harbour is'.length)).toEqual(['harbour', 'is']);
    const end = article.blocks[0]?.end ?? 0;
    expect(wordsAt(article, end - 5, end + 4)).toEqual(['note.', PARAGRAPHS[0].slice(0, 3)]);
    expect(spansOf(article, end, end + 1)).toEqual([]);
  });

  it('is empty for an empty range and outside the text', () => {
    expect(spansOf(article, 5, 5)).toEqual([]);
    expect(spansOf(article, article.text.length, article.text.length + 9)).toEqual([]);
  });

  it('gives back every range of the text', () => {
    for (let start = 0; start < article.text.length; start += 7) {
      const text = article.text.slice(start, start + 40);
      const joined = wordsAt(article, start, start + 40).join('');
      expect(joined.replace(/\s/g, ' ')).toBe([...text].filter((_, i) => covered(start + i)).join(''));
    }
  });

  function covered(offset: number): boolean {
    return article.segments.some(({ start, node }) => offset >= start && offset < start + node.data.length);
  }
});
