/** What stands among an article's paragraphs and is no part of it, told by what it is rather than by its name. */
import { describe, expect, it } from 'vitest';
import { articleOf, find, HEADLINE, linesOf, PARAGRAPHS, paragraphs } from './article-pages.ts';

const [first, second, third] = PARAGRAPHS;

/** The lines of an article with something set between its paragraphs. */
const around = (inside: string): string[] =>
  linesOf(
    articleOf({
      body: `<div class="a"><h1>${HEADLINE}</h1><div class="b"><p>${first}</p>${inside}<p>${second}</p><p>${third}</p></div></div>`,
    }),
  );

const ended = (end: string): string[] =>
  linesOf(articleOf({ body: `<article><h1>${HEADLINE}</h1>${paragraphs()}${end}</article>` }));

const begun = (start: string): string[] =>
  linesOf(articleOf({ body: `<article><h1>${HEADLINE}</h1>${start}${paragraphs()}</article>` }));

describe('among the paragraphs', () => {
  it.each([
    [
      'a box of facts',
      '<div class="c"><h3>The lake</h3><p>It is cold.</p><p>It is deep, and few swim in it.</p></div>',
    ],
    [
      'a line under a picture',
      '<div class="c"><img alt=""><div class="d">The harbour on Monday, seen from the hill.</div></div>',
    ],
    [
      'a box with a form',
      '<div class="c"><p>One letter a week, read by many people who like boats.</p><form><input><button>Go</button></form></div>',
    ],
    [
      'a pulled quotation by its name',
      '<div class="pullquote"><p>Nobody had expected this, not even the mediators.</p></div>',
    ],
    ['a pulled quotation by its words', `<blockquote>“${first.slice(0, 60)}”</blockquote>`],
    [
      'a list of stories',
      `<div>${'<div class="c"><a href="/x">Storm closes the pass for a week</a><p>It is the third this year, and the longest.</p></div>'.repeat(3)}</div>`,
    ],
    [
      'a teaser whose first line is a link',
      '<p><a href="/x">Storm closes the pass</a><br>It is the third this year, says the office.</p>',
    ],
    ['small print', '<p><small>The ferry at the quay, as painted by a child.</small></p>'],
    ['what a template left', '<p>{banner position=3, of the article}</p>'],
    [
      'comments by their name in Turkish',
      '<div class="yorumlar"><p>I have waited for this boat for forty years.</p></div>',
    ],
    [
      'a paragraph with a button, in a box of its own',
      '<div class="c"><p>We and our partners use cookies to know who reads what.</p><button>Agree</button></div>',
    ],
    [
      'the line above links to other stories',
      '<p>Read more</p><ul><li><a href="/x">Storm closes the pass for a week</a></li><li><a href="/y">Who owns the harbour</a></li></ul>',
    ],
    ['a decoration', '<div aria-hidden="true"><p>Nobody had expected this, not even the mediators.</p></div>'],
    ['text moved off the screen', '<p class="offscreen">This article is about the lake, ferries and fishing news.</p>'],
    ['text in no size', '<p style="font-size: 0">Do not show this sentence, it only counts the words.</p>'],
  ])('leaves out %s', (_, inside) => {
    expect(around(inside)).toEqual(PARAGRAPHS);
  });

  it.each([
    [
      'a quotation',
      '<blockquote><p>We stay at the table until the ice comes.</p></blockquote>',
      'We stay at the table until the ice comes.',
    ],
    [
      'who is quoted',
      '<blockquote><p>We stay at the table.</p><footer>Statement of the ministry</footer></blockquote>',
      'Statement of the ministry',
    ],
    [
      'a heading in a box with a picture',
      '<div><img src="a.jpg" alt=""><h2>What is asked</h2></div><p>A harbour for both towns, says the list that was handed out.</p>',
      'What is asked',
    ],
    ['a list in a box', '<div class="c"><ul><li>A harbour for both towns</li></ul></div>', 'A harbour for both towns'],
    [
      'a table in a figure',
      '<figure><table><tr><td>North</td><td>12</td></tr></table><figcaption>Boats</figcaption></figure>',
      'North',
    ],
    ['a term', '<dl><dt>Ferry</dt><dd>A boat that goes from one shore to the other.</dd></dl>', 'Ferry'],
    [
      'a paragraph that allows a preview',
      '<p class="allow-preview">Nobody had expected this, not even the mediators.</p>',
      'Nobody had expected this, not even the mediators.',
    ],
    ['a heading by its role', '<div role="heading" aria-level="2">What is asked</div>', 'What is asked'],
    [
      'a heading above a picture',
      '<h2>What is asked</h2><figure><figcaption>The harbour on Monday.</figcaption></figure>',
      'What is asked',
    ],
    [
      'a paragraph in a wrapper of its own',
      '<div class="c"><p>Nobody had expected this, not even the mediators.</p></div>',
      'Nobody had expected this, not even the mediators.',
    ],
  ])('keeps %s', (_, inside, line) => {
    expect(around(inside)).toContain(line);
  });

  it('leaves out a box of facts whose paragraphs have the name of all others', () => {
    const named = (text: string): string => `<p class="text">${text}</p>`;
    const facts = `<div class="c"><h3>The lake</h3>${named('It is cold.')}${named('It is deep, and few swim in it.')}</div>`;
    const body = `<h1>${HEADLINE}</h1><div class="b">${named(first)}${facts}${named(second)}${named(third)}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it('keeps a paragraph with line breaks among others of its name', () => {
    const body = `<h1>${HEADLINE}</h1><div>${[first, `${second}<br><br>Nobody came ashore.`, third].map((text) => `<div class="d">${text}</div>`).join('')}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual([first, second, 'Nobody came ashore.', third]);
  });

  it('leaves out labels and what they give', () => {
    const list = `<dl><dt>Asked by</dt><dd>A. Member (Eastmarsh)</dd><dt>Question</dt><dd>${first}</dd></dl>`;
    expect(around(list)).toEqual([first, 'Question', ...PARAGRAPHS]);
  });

  it('leaves out a quotation whose speaker stands between in the text', () => {
    const quote = '“The ferries stay in the harbour all winter. Nobody asked the fishermen.”';
    const told = '“The ferries stay in the harbour all winter,” the captain told us. “Nobody asked the fishermen.”';
    expect(around(`<blockquote>${quote}</blockquote><p>${told}</p>`)).toEqual([first, told, second, third]);
  });

  describe('items with linked headings', () => {
    const item = (n: number): string =>
      `<div class="item"><h2><a href="/${n}">The ferry number ${n}</a></h2><p>Point ${n}. ${second}</p></div>`;
    const body = `<main><h1>${HEADLINE}</h1><p>${first}</p>${[1, 2, 3].map(item).join('')}<p>${third}</p></main>`;

    it('are the text of an article that is a list', () => {
      const head = '<meta property="og:type" content="article">';
      expect(linesOf(articleOf({ head, body }))).toContain(`Point 2. ${second}`);
    });

    it('are teasers where the page does not call itself an article', () => {
      expect(linesOf(articleOf({ body }))).toEqual([first, third]);
    });
  });

  it('leaves out the mark of a footnote, and so keeps the sentence whole', () => {
    expect(
      around('<p>The ice was thick.<sup><a href="#n1">1</a></sup> Nobody crossed it on foot, they said.</p>')[1],
    ).toBe('The ice was thick. Nobody crossed it on foot, they said.');
  });

  it('reads an article in plain sections of which one holds nearly all', () => {
    const long = PARAGRAPHS.map((text) => `<p class="topic-text">${text} ${text}</p>`).join('');
    const body = `<h1>${HEADLINE}</h1><div><section>${long}</section><section><h2>Before</h2><p class="topic-text">${first}</p></section></div>`;
    expect(linesOf(articleOf({ body })).slice(-2)).toEqual(['Before', first]);
  });

  it('reads a folded part that a label opens', () => {
    const body = `<article><h1>${HEADLINE}</h1><div class="t"><p>${first}</p></div><div class="fold" aria-hidden="true"><div class="t"><p>${second}</p><p>${third}</p></div></div></article>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });

  it('reads a page whose builder names all its parts widgets', () => {
    const widget = (text: string): string =>
      `<div class="x-widget"><div class="x-widget-box"><p>${text}</p></div></div>`;
    const body = `<div><h1>${HEADLINE}</h1></div><div>${PARAGRAPHS.map(widget).join('')}</div>`;
    expect(linesOf(articleOf({ body }))).toEqual(PARAGRAPHS);
  });
});

describe('before and after the text', () => {
  it.each([
    ['key points', '<ul><li>No common text</li><li>Talks again in spring</li></ul>'],
    ['a date', '<p>7 June 2021. Last changed on 2 July 2021 (spelling)</p>'],
    ['a line of another look', '<p class="by">From our man at the lake</p>'],
    [
      'a box with key points',
      '<div class="c"><h2>At a glance</h2><ul><li>There is no common text.</li><li>The talks go on.</li></ul></div>',
    ],
    ['a byline under a heading', '<h3>Three days, no text</h3><p>By A. Writer, at the lake</p>'],
    ['a heading that is but a date', '<h3>Tuesday, 8 June 2021</h3>'],
    ['a call', '<p>Welcome to our letter. To have it by mail, <a href="/s">sign up here</a>.</p>'],
  ])('leaves out %s above', (_, start) => {
    expect(begun(start)).toEqual(PARAGRAPHS);
  });

  it.each([
    [
      'a note in a look of its own',
      '<p class="note">This article was changed on Monday to mend the spelling of a name.</p>',
    ],
    [
      'a note in a style of its own',
      '<p style="font-size:11px">All words on this page belong to the Lake Post, and to it alone.</p>',
    ],
    [
      'what readers wrote',
      `<section><h2>Guest book</h2>${['He taught me to row.', 'I still have his boat.', 'A good man.'].map((text) => `<div class="c"><p>${text}</p><span>A. Reader</span></div>`).join('')}</section>`,
    ],
    [
      'sources',
      '<h2>References</h2><ol class="references"><li>“A lake and its names”. The Other Post. 3 May 2020.</li></ol>',
    ],
    ['an address to write to', '<p>Have you been at the lake? Write to letters@news.test and tell us.</p>'],
    ['a call', '<p>Follow the Lake Post in Telegram and read it first.</p>'],
  ])('leaves out %s below', (_, end) => {
    expect(ended(end)).toEqual(PARAGRAPHS);
  });

  it('keeps boxes below that have headings', () => {
    const box = (title: string): string => `<div class="c"><h3>${title}</h3><p>Nobody knows it yet.</p></div>`;
    expect(ended(box('When does the ice go?') + box('Who pays for it all?'))).toContain('Who pays for it all?');
  });

  it('keeps a first heading that tells of a day', () => {
    expect(begun('<h3>9 May 2021: the ice goes</h3>')[0]).toBe('9 May 2021: the ice goes');
  });

  it('keeps a first sentence that tells of a day', () => {
    expect(begun('<p>On 12 May 1994 the guns fell silent.</p>')[0]).toBe('On 12 May 1994 the guns fell silent.');
  });
});

describe('a page that is no article', () => {
  it.each([
    [
      'a forum',
      `<h1>The Board</h1><p>${first} ${second}</p><ul>${'<li><div><a href="/f">Boats</a><br>All about boats, new and old, and how to mend them in winter.</div></li>'.repeat(9)}</ul>`,
    ],
    ['an inbox', `<table role="grid">${`<tr><td>Mum</td><td><span>${first}</span></td></tr>`.repeat(9)}</table>`],
    [
      'posts that their writers signed',
      `<h1>Talk: Lake</h1>${PARAGRAPHS.map((text) => `<p>${text} <a href="/u">A. User</a> 10:12, 4 May 2022 (UTC)</p>`).join('')}`,
    ],
    [
      'a manual',
      `<h1>Boats</h1>${PARAGRAPHS.map((text) => `<p>Call <code>row()</code>. ${text} ${text} ${text}</p>`)
        .join('')
        .repeat(2)}`,
    ],
    ['comments by the name of their element', `<x-comments>${paragraphs()}</x-comments>`],
    [
      'a list of episodes',
      `<h1>All episodes</h1>${`<article class="e"><h3><a href="/e">The lake</a></h3><p>${first}</p></article>`.repeat(4)}`,
    ],
  ])('%s', (_, body) => {
    expect(find({ body }).kind).toBe('none');
  });

  it('is not every page on which program text stands, beside the article', () => {
    const grants = '<dl><div><dt>What it may do</dt><dd><code>storage</code></dd></div></dl>'.repeat(4);
    const body = `<main><h1>Boats</h1>${paragraphs()}<section>${grants}</section></main>`;
    expect(find({ body }).kind).toBe('articles');
  });
});

describe('the headline of a page without a top heading', () => {
  it('is the line that says what the page calls itself', () => {
    const body = `<table><tr><td><b>${HEADLINE}</b> [ 12 Mar. 2005 ]<br><br>${PARAGRAPHS.join('<br><br>')}</td></tr></table>`;
    expect(articleOf({ body })).toMatchObject({ title: HEADLINE, date: '2005-03-12' });
  });

  it('is that line, too, where the top heading is the name of the site', () => {
    const body = `<h1>The Lake Post</h1><main><div class="t">${HEADLINE}</div>${paragraphs()}</main>`;
    expect(articleOf({ body }).title).toBe(HEADLINE);
  });

  it('is the highest heading above the text where the page is called as its site', () => {
    const body = `<div><h4>No. 214</h4><h2>On the ferries</h2><div>${paragraphs()}</div></div><div><h2>Other</h2></div>`;
    expect(articleOf({ body }).title).toBe('On the ferries');
  });
});
