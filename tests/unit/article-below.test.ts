/** What stands below an article, and beside it, without a name that tells: what readers wrote, and what the site has to say. */
import { describe, expect, it } from 'vitest';
import { articleOf, find, HEADLINE, linesOf, PARAGRAPHS, paragraphs } from './article-pages.ts';

const [first, second, third] = PARAGRAPHS;
const ARTICLE = '<meta property="og:type" content="article">';

/** Longer, all together, than the article. */
const VOICES = [
  [
    'Mara',
    'The ferries have stood in the harbour since I was a child, and nobody has ever asked us whom they are for.',
  ],
  ['Old Tom', 'Three countries have sent mediators for thirty years, and what we have of it are their hotel bills.'],
  ['Ilse B.', 'Whoever lost a house on the other shore would laugh at this. Seven villages, and not one word on them.'],
  [
    'sailor',
    'Does anyone know a good book on the lake that was written by neither of the two sides? I have read all others.',
  ],
  ['Anna', 'My grandmother is from the north shore. She does not read the news any more, and she is right not to.'],
] as const;

const below = (under: string, head = ARTICLE): string[] =>
  linesOf(articleOf({ head, body: `<main><h1>${HEADLINE}</h1><div class="a">${paragraphs()}</div>${under}</main>` }));

const voices = (post: (name: string, text: string, i: number) => string): string =>
  VOICES.map(([name, text], i) => post(name, text, i)).join('');

describe('what readers wrote, longer than the article', () => {
  it.each([
    [
      'tells how long ago that was',
      `<div>${voices((name, text) => `<div class="c"><b>${name}</b> <i>2 hours ago</i><p>${text}</p></div>`)}</div>`,
    ],
    [
      'stands in the box of the text',
      voices((name, text) => `<div class="c"><span>${name}</span><span>1 day ago</span><p>${text}</p></div>`),
    ],
    [
      'can be answered',
      `<ol>${voices((name, text) => `<li><p>${text}</p><div>${name} <a href="#r">Reply</a></div></li>`)}</ol>`,
    ],
    [
      'can be answered in Russian',
      `<div>${voices((name, text) => `<div class="c"><b>${name}</b><p>${text}</p><a href="#">Ответить</a></div>`)}</div>`,
    ],
    [
      'has names, times and buttons in another language',
      `<div>${voices((name, text, i) => `<div class="c"><b>${name}</b><i>vor ${i + 2} Stunden</i><p>${text}</p><button>Antworten</button></div>`)}</div>`,
    ],
    [
      'has names and dates',
      `<div>${voices((name, text, i) => `<div class="c"><b>${name}</b><time>${i + 1} May 2022</time><p>${text}</p></div>`)}</div>`,
    ],
    [
      'has answers in it',
      `<div>${voices((name, text) => `<div class="c"><b>${name}</b><p>${text}</p><b>Reply</b><div class="c"><b>Tom</b><p>${second}</p></div></div>`)}</div>`,
    ],
    [
      'is in lines of one box each',
      `<div>${voices((name, text, i) => `<div class="c"><b>${name}</b>, 0${i + 1}.05.2022 10:12<br>${text}<br><a href="#r">Reply</a></div>`)}</div>`,
    ],
    [
      'was said elsewhere',
      `<div>${voices((name, text) => `<div class="c"><p>${text}</p><span>@${name.replace(/\W/g, '')}</span></div>`)}</div>`,
    ],
    [
      'was written by members of a board',
      `<div>${voices((name, text, i) => `<div class="c"><b>${name}</b><div>Member since 201${i}</div><p>${text}</p><p>${first}</p></div>`)}</div>`,
    ],
  ])('is left out where it %s', (_, under) => {
    expect(below(under)).toEqual(PARAGRAPHS);
  });

  it.each([
    [
      'has names and dates in any element',
      `<div>${voices((name, text, i) => `<div><div>${name}</div><div>May ${i + 1}, 2022</div><p>${text}</p></div>`)}</div>`,
    ],
    [
      'has names that say something, at times that lead there',
      `<ol>${voices((name, text, i) => `<li><b>${name}</b> says:<div><a href="#c">May ${i + 1}, 2022 at 1:2${i} pm</a></div><p>${text}</p></li>`)}</ol>`,
    ],
    [
      'begins with a line that has name, date and time',
      `<ol>${voices((name, text, i) => `<li><i>Posted by ${name} on May ${i + 1}, 2022 at 1:2${i} pm</i><p>${text}</p></li>`)}</ol>`,
    ],
    [
      'ends with a line that has name, date and time',
      voices((name, text, i) => `<div><p>${text}</p><div>${name} | 0${i + 1}.05.2022 10:12</div></div>`),
    ],
  ])('is left out in the box of the text where it %s', (_, under) => {
    const body = `<main><h1>${HEADLINE}</h1>${paragraphs()}${under}</main>`;
    expect(linesOf(articleOf({ head: ARTICLE, body }))).toEqual(PARAGRAPHS);
  });

  it('is left out in open shadow roots', () => {
    const shadow = (inside: string): string => `<template shadowrootmode="open">${inside}</template>`;
    const posts = voices(
      (name, text) => `<x-post>${shadow(`<b>${name}</b> <i>3 hours ago</i><p>${text}</p>`)}</x-post>`,
    );
    expect(below(`<x-thread>${shadow(posts)}</x-thread>`)).toEqual(PARAGRAPHS);
  });

  it.each([
    'Comments',
    '5 comments',
    'Comments (5)',
    'Комментарии',
    'Şərhlər: 5',
    'Yorumlar',
    'Մեկնաբանություններ',
    'კომენტარები',
  ])('is left out below the line %j, whatever it looks like', (label) => {
    const list = `<dl>${voices((name, text) => `<dt>${name}</dt><dd>${text}</dd>`)}</dl>`;
    expect(below(`<div><div>${label}</div>${list}</div>`)).toEqual(PARAGRAPHS);
  });
});

describe('what the site has to say', () => {
  it.each([
    [
      'an appeal, longer than the article',
      `<div class="c"><h2>We have to ask you</h2><p>${first}</p><p>${second}</p><p>${third}</p><button>Give</button></div>`,
    ],
    ['what was wrong in others', `<div class="c"><h4>Corrections</h4><p>${first} It was the ferry.</p></div>`],
  ])('is left out in a box of its own: %s', (_, under) => {
    expect(below(under)).toEqual(PARAGRAPHS);
  });

  it.each([
    [
      'a letter',
      `<div class="c"><b>The Friday letter</b><p>What mattered on the lake.</p><button>Get it</button></div>`,
    ],
    [
      'stories with long texts under a heading',
      `<h2>Keep reading</h2>${VOICES.map(([, text]) => `<div class="c"><h3><a href="/x">${first.slice(0, 40)}</a></h3><p>${`${text} `.repeat(5)}</p></div>`).join('')}`,
    ],
    ['who wrote it', `<h4>About the author</h4><p>${first}</p>`],
    ['other news in the text', `<h3>In other news</h3><p><a href="/a">A ferry</a> ${first}</p><p>${second}</p>`],
  ])('is left out in the box of the text: %s', (_, under) => {
    const body = `<article><h1>${HEADLINE}</h1>${paragraphs()}${under}</article>`;
    expect(linesOf(articleOf({ head: ARTICLE, body }))).toEqual(PARAGRAPHS);
  });

  it('is left out above: a summary that can be hidden', () => {
    const body = `<h1>${HEADLINE}</h1><div class="a"><div class="c"><button>Hide</button><p>Talks go on without a text.</p></div>${paragraphs()}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });
});

describe('what looks like it and is the article', () => {
  it.each([
    ['a second part with a name of the first', `<div class="a last"><p>${first} And so on.</p><p>${second}</p></div>`],
    [
      'what happened, by its dates',
      `<div class="a">${voices((_, text, i) => `<div class="c"><time>May ${i + 1}, 2021</time><p>${text}</p></div>`)}<p>${first} And so on.</p></div>`,
    ],
    [
      'what is to come, in lines with dates and times',
      `<ul>${voices((name, _, i) => `<li>${i + 1} May 2021, 10:30: ${name} speaks</li>`)}</ul><p>${first} And so on.</p>`,
    ],
    [
      'posts that the article quotes',
      `<div class="a">${voices((name, text) => `<blockquote><p>${text}</p>${name}, 2 days ago</blockquote>`)}<p>${first} And so on.</p></div>`,
    ],
  ])('is kept: %s', (_, under) => {
    expect(below(under)).toContain(`${first} And so on.`);
  });

  describe('in boxes below with long texts and linked headings', () => {
    const boxes = (site: string): string =>
      VOICES.map(
        ([name, text], i) =>
          `<div><h3><a href="${site}/${i}">What ${name} said on the lake</a></h3><p>${`${text} `.repeat(6)}</p></div>`,
      ).join('');

    it.each(['', 'https://news.test'])('is left out where these lead to the same site: %j', (site) => {
      expect(below(`<div>${boxes(site)}</div>`)).toEqual(PARAGRAPHS);
    });

    it('is kept where these lead to another site', () => {
      expect(below(`<div>${boxes('https://shop.test')}</div>`)).not.toEqual(PARAGRAPHS);
    });
  });

  it('is kept in boxes with the names of those who were asked', () => {
    const asked = voices((name, text) => `<div class="c"><p><b>${name}, fisher</b></p><p>${text}</p></div>`);
    const lines = linesOf(
      articleOf({ head: ARTICLE, body: `<main><h1>${HEADLINE}</h1>${paragraphs()}${asked}</main>` }),
    );
    expect(lines).toEqual(expect.arrayContaining(VOICES.map(([, text]) => text)));
  });

  it('is kept in sections with headings of their own', () => {
    const section = (name: string, text: string): string =>
      `<section class="${name}"><h2>${name}</h2><p>${text}</p><p>${text} And so on.</p></section>`;
    const body = `<main><h1>${HEADLINE}</h1>${['north', 'south', 'west'].map((name, i) => section(name, PARAGRAPHS[i] ?? '')).join('')}</main>`;
    expect(linesOf(articleOf({ head: ARTICLE, body }))).toContain(third);
  });

  it('is kept below the number of comments under a long standfirst', () => {
    const body = `<main><h1>${HEADLINE}</h1><p class="s">${first} ${first.slice(0, 80)}</p><div class="m">12 comments</div>${paragraphs()}</main>`;
    expect(linesOf(articleOf({ head: ARTICLE, body }))).toEqual(expect.arrayContaining([...PARAGRAPHS]));
  });

  it('is kept where paragraphs have buttons and dates in links', () => {
    const row = (text: string): string =>
      `<div class="c"><p>${text} See <a href="/a">July 1993</a>.</p><button>¶</button></div>`;
    const body = `<main><h1>${HEADLINE}</h1><p>${first} ${second} ${third}</p>${PARAGRAPHS.map(row).join('')}</main>`;
    expect(linesOf(articleOf({ head: ARTICLE, body }))).toContain(`${third} See July 1993.`);
  });

  it('is kept in a live blog whose entries have authors, times and buttons, and no headings', () => {
    const head = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"x"}</script>';
    const entries = voices(
      (name, text) => `<li><b>${name}</b><time>2 hours ago</time><p>${text}</p><button>Share</button></li>`,
    );
    const body = `<h1>${HEADLINE}</h1><div>${paragraphs()}</div><ol>${entries}${entries}</ol>`;
    const finding = find({ head, body });
    expect(finding.kind === 'articles' && finding.articles.length).toBe(10);
  });
});
