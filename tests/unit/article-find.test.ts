import { describe, expect, it } from 'vitest';
import { findArticles } from '../../src/article/find.ts';
import { parsePage } from '../../src/cli/parse-page.ts';
import { articleOf, find, HEADLINE, linesOf, PARAGRAPHS, pageOf, paragraphs, URL_OF_PAGE } from './article-pages.ts';

const [first, second, third] = PARAGRAPHS;

const plain = `<main><article><h1>${HEADLINE}</h1><p class="byline">By A. Writer</p>${paragraphs()}</article></main>`;

const card = (title: string): string =>
  `<div class="card"><h3><a href="/a">${title}</a></h3><p>Short words about it and what came of it in the end.</p></div>`;

const boilerplate = `
<div class="cookie-banner" role="dialog"><p>We and our partners store cookies on your device, for a better service and to measure how our pages are read.</p><button>Accept</button></div>
<header class="site-header"><a href="/">The Lake Post</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="wrap has-sidebar">
 <main>
  <article class="post category-comments tag-share">
   <div class="breadcrumbs"><a href="/">Home</a> › <a href="/world">World</a></div>
   <h1>${HEADLINE}</h1>
   <p class="standfirst">Mediators speak of small steps; nobody speaks of a date, and the ferries stay where they are.</p>
   <div class="byline">By A. Writer, in the harbour town</div>
   <div class="share-bar"><a href="https://x.com/share">Share</a> <a href="mailto:?s">Mail</a></div>
   <figure><img src="a.jpg" alt=""><figcaption>The lake in winter, seen from the hill above the town. Photo: A. Writer</figcaption></figure>
   <p>${PARAGRAPHS[0]}</p>
   <div class="ad-slot"><span>Advertisement</span><p>Buy the new winter tyres, now with more rubber than ever before, at every good garage in town.</p></div>
   <p>${PARAGRAPHS[1]}</p>
   <aside class="related"><h2>Related</h2><ul><li><a href="/1">Ferry runs aground near the old mill, nobody hurt</a></li><li><a href="/2">Harbour master resigns after a long dispute</a></li></ul></aside>
   <p>Read more: <a href="/3">How the ferries of the lake were lost and found again</a></p>
   <p>${PARAGRAPHS[2]}</p>
   <div class="newsletter-signup"><h3>Our newsletter</h3><p>All that happens on the lake, every morning in your letter box, free of charge and of advertisement.</p><form><input type="email"></form></div>
  </article>
  <section id="comments"><h2>Comments</h2><div class="comment"><p>I have lived at the lake for forty years, and I have never seen such a winter, nor such talks, nor such a harbour as this one.</p></div>
  <div class="comment"><p>Nobody asks the fishermen, who know more of the lake than all the delegations together, and who will be there after they have left.</p></div></section>
 </main>
 <aside class="sidebar"><h2>Most read</h2><p>A long text of the editor on the meaning of harbours, which goes on for a while and has more than one comma, as such texts have.</p></aside>
</div>
<p hidden>This paragraph is hidden by an attribute and must not be read by anyone, however long it is.</p>
<div style="display: none"><p>This paragraph is hidden by its own style and must not be read by anyone, however long it is.</p></div>
<footer><p>The Lake Post is published by the Lake Press Company, at the harbour. All rights reserved, all wrongs too.</p></footer>
<script>var text = "never read";</script><noscript><p>Turn on scripts to read this page as it was meant to be read, says the page.</p></noscript>`;

describe('findArticles', () => {
  it('gives headline, text, blocks and root', () => {
    const article = articleOf({ body: plain });
    expect(article.title).toBe(HEADLINE);
    expect(article.text).toBe(PARAGRAPHS.join('\n'));
    expect(article.blocks.map(({ element }) => element.localName)).toEqual(['p', 'p', 'p']);
    expect(article.root.localName).toBe('article');
  });

  it('keeps nothing but the article of a page full of other things', () => {
    expect(linesOf(articleOf({ body: boilerplate }))).toEqual(PARAGRAPHS);
  });

  it('finds the same without a single class or id', () => {
    const bare = boilerplate.replace(/ (?:class|id)="[^"]*"/g, '');
    const lines = linesOf(articleOf({ body: bare }));
    for (const paragraph of PARAGRAPHS) expect(lines).toContain(paragraph);
    expect(lines.join(' ')).not.toMatch(/fishermen|rights reserved|must not be read|meaning of harbours/);
  });

  it('leaves the page as it was', () => {
    const document = parsePage(pageOf({ body: boilerplate }));
    const before = document.documentElement.outerHTML;
    findArticles(document, URL_OF_PAGE);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('does not take a wrapper for what its name says', () => {
    const body = `<div class="comments-open with-sidebar share-enabled">${plain}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it.each(['css-3ad4f7', 'sc-kAdQm', '0360ad9293b107be1229ad', 'article__body_3Ad2x'])(
    'reads no word into the name %s, which a tool made up',
    (name) => {
      const body = `<h1>${HEADLINE}</h1><div class="${name}">${paragraphs()}</div>`;
      expect(articleOf({ body }).text).toBe(articleOf({ body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).text);
    },
  );

  it.each(['adContent', 'cookie-accepted', 'has-comments', 'comments-open', 'image-text'])(
    'takes a box with nearly all of the text for no %s',
    (name) => {
      const body = `<h1>${HEADLINE}</h1><div class="${name}">${plain}</div>`;
      expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
    },
  );

  it.each(['print:mb-2', 'js-ad-mark', 'text-caption'])('keeps paragraphs that all have the name %s', (name) => {
    const body = `<h1>${HEADLINE}</h1><div>${plain.replaceAll('<p', `<p class="${name}"`)}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it.each([
    ['headings', 'h4', [`${first} ${second}`, `${second} ${third}`]],
    ['small print', 'small', PARAGRAPHS],
  ])('keeps paragraphs that are all %s', (_, name, texts) => {
    const body = `<h1>${HEADLINE}</h1><div>${texts.map((text) => `<div><${name}>${text}</${name}></div>`).join('')}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(texts);
  });

  it.each(['ad', 'ads300x250', 'topAds', 'page-AD', 'ad1', 'ads-no-border'])(
    'leaves out what the name %s says',
    (name) => {
      const body = `<h1>${HEADLINE}</h1>${paragraphs()}<div class="${name}">${paragraphs()}</div>`;
      expect(articleOf({ body }).text).toBe(articleOf({ body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).text);
    },
  );

  it('does not take a page without a headline for what the name of its body says', () => {
    const body = `<div>${paragraphs()}${paragraphs()}</div>`;
    const html = pageOf({ body }).replace('<body>', '<body class="navigation-bordered">').replace(HEADLINE, 'News');
    expect(findArticles(parsePage(html), URL_OF_PAGE).kind).toBe('articles');
  });

  it('reads on below a standfirst that stands alone with the headline, longer than a quarter of a short article', () => {
    const body = `<div><div><h1>${HEADLINE}</h1><p class="s">${first}</p></div><div><p>${second} ${third}</p></div></div>`;
    expect(linesOf(articleOf({ head: '<meta property="og:type" content="article">', body }))).toContain(
      `${second} ${third}`,
    );
  });

  it('keeps an article of plain boxes that a wrapper cuts in two', () => {
    const inBoxes = (texts: readonly string[]): string => texts.map((text) => `<div>${text}</div>`).join('');
    const body = `<div><h1>${HEADLINE}</h1><div class="text">${inBoxes([first])}<div class="paid">${inBoxes([second, third, `${second} ${third}`])}</div></div></div>`;
    expect(linesOf(articleOf({ body }))[0]).toBe(first);
  });

  it('keeps an article that a wrapper cuts in two', () => {
    const long = `${third} ${second} ${third} ${second}`;
    const body = `<div><h1>${HEADLINE}</h1><div class="text"><p>${first}</p><div class="paid"><p>${second}</p><p>${long}</p><p>${long}</p></div></div></div>`;
    expect(linesOf(articleOf({ body }))).toEqual([first, second, long, long]);
  });

  it('keeps the first paragraphs above a fold: the rest is in a wrapper within a wrapper, below a link', () => {
    const long = `${third} ${second} ${third} ${second}`;
    const fold = `<div id="fold"><div><a href="#rest">Read more</a></div><div id="rest">${paragraphs([long, long])}</div></div>`;
    const body = `<h1>${HEADLINE}</h1><div><p>${first}</p><p>${second}</p>${fold}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual([first, second, long, long]);
  });

  it('prefers the text under the headline to more text elsewhere', () => {
    const other = card('Another story').repeat(2) + paragraphs(PARAGRAPHS.map((text) => `Elsewhere. ${text} ${text}`));
    const body = `<div><div><h1>${HEADLINE}</h1>${paragraphs()}${paragraphs()}</div><div>${other}</div></div>`;
    expect(articleOf({ body }).text).not.toContain('Elsewhere');
  });

  it('keeps sub-headings with text under them, lists, quotations and tables of figures', () => {
    const body = `<article><h1>${HEADLINE}</h1><p>${PARAGRAPHS[0]}</p><h2>What is asked</h2>
      <ul><li>A harbour for both towns</li><li>Ferries in winter</li></ul><blockquote>We stay at the table.</blockquote>
      <table><tr><th>Town</th><th>Boats</th></tr><tr><td>North</td><td>12</td></tr></table>
      <p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p><h2>Nothing follows</h2></article>`;
    expect(linesOf(articleOf({ body }))).toEqual([
      PARAGRAPHS[0],
      'What is asked',
      'A harbour for both towns',
      'Ferries in winter',
      'We stay at the table.',
      ...['Town', 'Boats', 'North', '12'],
      PARAGRAPHS[1],
      PARAGRAPHS[2],
    ]);
  });

  it('keeps a post of another site that the article sets in', () => {
    const post =
      '<div class="social-embed"><blockquote><p>The ferry is late again.</p>A Captain, 12 May</blockquote></div>';
    const body = `<article><h1>${HEADLINE}</h1><p>${PARAGRAPHS[0]}</p>${post}<p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p></article>`;
    expect(linesOf(articleOf({ body }))).toContain('The ferry is late again.');
  });

  it('leaves out a line under a picture in a box without a telling name', () => {
    const picture =
      '<div><img src="a.jpg" alt=""><div>The lake in winter, seen from the hill above the town, with the ferry that is late on most days (Photo: A. Writer)</div></div>';
    const body = `<h1>${HEADLINE}</h1><div>${paragraphs().replace('</p>', `</p>${picture}`)}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it('finds the text by a line that is the title, where nothing is marked as a heading', () => {
    const links = Array.from(
      { length: 12 },
      (_, i) => `<div><a href="/${i}">Story number ${i} of the lake, its ferries and its towns</a></div>`,
    );
    const beside = `<div>The editor writes on Sundays, and on what happens in the week, at length, for those who want to know it.</div>
      ${links.join('')}<div>A word on the weather, which is bad, and on the ferries, which are late, as they have been for years.</div>`;
    const lines = PARAGRAPHS.map((text) => `<div>${text}</div>`).join('');
    const body = `<div><div><div>${HEADLINE}</div><div>${lines}</div></div><div>${beside}</div></div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it('keeps a first paragraph that only a line break parts from the title', () => {
    const body = `<table><tr><td><b>${HEADLINE}</b><br>${PARAGRAPHS.join('<br><br>')}</td></tr></table>`;
    expect(linesOf(articleOf({ body }))).toEqual([`${HEADLINE} ${PARAGRAPHS[0]}`, PARAGRAPHS[1], PARAGRAPHS[2]]);
  });

  it('uses the text that JSON-LD gives to find where it stands', () => {
    const other = PARAGRAPHS.map((text) => `Another matter. ${text} ${text}`);
    const json = JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n\n') });
    const body = `<div><div>${paragraphs(other)}</div><div>${paragraphs()}</div></div>`;
    const head = `<script type="application/ld+json">${json}</script>`;
    expect(linesOf(articleOf({ body, head }))).toEqual(PARAGRAPHS);
  });

  it('reads right-to-left pages', () => {
    const text =
      'قال متحدث إن الجانبين اجتمعا لليوم الثالث على شاطئ البحيرة، وغادرا مرة أخرى دون نص مشترك، وإن المحادثات ستستمر في الربيع المقبل.';
    const body = `<div dir="rtl"><h1>محادثات البحيرة</h1>${paragraphs([text, text, text])}</div>`;
    expect(articleOf({ body, lang: 'ar' }).blocks).toHaveLength(3);
  });
});

describe('a page that is no article', () => {
  const list = (title: string): string =>
    Array.from({ length: 12 }, (_, i) => card(`${title} number ${i} and what it means`)).join('');

  it('front page', () => {
    expect(find({ body: `<main>${list('Story')}</main>` }, 'https://news.test/')).toMatchObject({
      kind: 'none',
      reason: 'not-an-article',
    });
  });

  it('search results', () => {
    const results = Array.from(
      { length: 10 },
      (_, i) =>
        `<li><a href="/${i}">Result number ${i} about the lake and the ferries</a><p>Some words cut out of the text that was found, with a comma, and dots at its end…</p></li>`,
    );
    const body = `<h1>Results for lake</h1><ol>${results.join('')}</ol>`;
    expect(find({ body }, 'https://news.test/search?q=lake')).toMatchObject({ kind: 'none', reason: 'not-an-article' });
  });

  it('forum index', () => {
    const row =
      '<tr><td><a href="/t">How to keep a boat dry in winter, a thread</a></td><td>12</td><td>A. Sailor</td></tr>';
    expect(find({ body: `<h1>Boats</h1><table>${row.repeat(20)}</table>` }).kind).toBe('none');
  });

  it('video page', () => {
    const body = `<h1>${HEADLINE}</h1><video></video><p>A boat on the lake, filmed from the hill in May, with wind and some rain on the lens.</p>`;
    expect(find({ body, head: '<meta property="og:type" content="video.other">' }).kind).toBe('none');
  });

  it('but it is one where full paragraphs stand under the player', () => {
    const body = `<h1>${HEADLINE}</h1><video></video>${paragraphs()}`;
    expect(find({ body, head: '<meta property="og:type" content="video.other">' }).kind).toBe('articles');
  });

  it.each(['Product', 'JobPosting', 'Recipe', 'Event', 'QAPage', 'DiscussionForumPosting'])('%s', (type) => {
    const long = PARAGRAPHS.map((text) => `${text} ${text} ${text}`);
    const body = `<h1>${HEADLINE}</h1>${paragraphs(long)}${paragraphs(long)}`;
    const json = `<script type="application/ld+json">{"@type":"${type}"}</script>`;
    expect(find({ body, head: json }).kind).toBe('none');
    expect(find({ body, head: `${json}<meta property="og:type" content="article">` }).kind).toBe('articles');
  });

  it('an app, an editor', () => {
    const body = `<div role="toolbar"><button>Bold</button></div><div contenteditable="true">${paragraphs()}</div>`;
    expect(find({ body })).toMatchObject({ kind: 'none', reason: 'no-text' });
  });

  it('an empty page, and a document that is no page', () => {
    expect(find({ body: '' })).toMatchObject({ kind: 'none', reason: 'no-text' });
    const feed = { documentElement: { localName: 'rss' }, contentType: 'text/xml', body: null } as unknown as Document;
    expect(findArticles(feed, URL_OF_PAGE)).toMatchObject({ kind: 'none', reason: 'not-html' });
  });

  it('a page nested without end, without an error', () => {
    const document = parsePage(pageOf({ body: '' }));
    let inmost: Element = document.body;
    for (let i = 0; i < 3000; i++) inmost = inmost.appendChild(document.createElement('div'));
    inmost.textContent = PARAGRAPHS.join(' ');
    expect(findArticles(document, URL_OF_PAGE)).toMatchObject({ kind: 'none', reason: 'no-text' });
  });

  it('but a long text in paragraphs is one, whatever the page calls itself', () => {
    const long = PARAGRAPHS.map((text) => `${text} ${text} ${text}`);
    const body = `<div>${paragraphs(long)}${paragraphs(long)}</div>`;
    expect(find({ body, head: '<meta property="og:type" content="website">' }).kind).toBe('articles');
  });
});
