import { describe, expect, it } from 'vitest';
import { parseMachine, parseWords } from '../../src/article/date-text.ts';
import { articleOf, HEADLINE, paragraphs, URL_OF_PAGE } from './article-pages.ts';

interface Given {
  readonly jsonLd?: string;
  readonly meta?: string;
  readonly microdata?: string;
  readonly time?: string;
  readonly address?: string;
  readonly dateline?: string;
  readonly after?: string;
  readonly lang?: string;
}

const jsonLd = (published: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], datePublished: published }] })}</script>`;

function dateOf({
  jsonLd: json,
  meta,
  microdata,
  time,
  address,
  dateline,
  after = '',
  lang = 'en',
}: Given): string | null {
  const head = `${json ? jsonLd(json) : ''}${meta ? `<meta property="article:published_time" content="${meta}">` : ''}`;
  const beside = [
    microdata ? `<span itemprop="datePublished" content="${microdata}">then</span>` : '',
    time ? `<time datetime="${time}">then</time>` : '',
    dateline ? `<div>${dateline}</div>` : '',
  ].join('');
  const body = `<main><article><h1>${HEADLINE}</h1>${beside}${paragraphs()}</article>${after}</main>`;
  return articleOf({ head, body, lang }, address ?? URL_OF_PAGE).date;
}

describe('date of the article', () => {
  const all = {
    jsonLd: '2014-09-01',
    meta: '2014-09-03',
    microdata: '2014-09-05',
    time: '2014-09-07',
    address: 'https://news.test/2014/09/09/talks/',
    dateline: 'Baku, 11 September 2014',
  };

  it.each(['og:article:published_time', 'DC.Date.Created', 'publication_date', 'cXenseParse:recs:publishtime'])(
    'reads a meta element of the name %s',
    (name) => {
      const head = `<meta name="${name}" content="2014-09-02T10:00:00">`;
      expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBe('2014-09-02');
    },
  );

  it('reads no meta element that tells of a change or of something else', () => {
    const metas = ['article:modified_time', 'lastPublishedDate', 'event:start_date', 'expiration-date'];
    const head = metas.map((name) => `<meta name="${name}" content="2014-09-02">`).join('');
    expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBeNull();
  });

  it('takes no date of a related story that JSON-LD describes too, or alone', () => {
    const story = { '@type': 'NewsArticle', headline: 'A bridge is built', datePublished: '2001-02-03' };
    const dateWith = (...objects: readonly object[]): string | null => {
      const head = `<script type="application/ld+json">${JSON.stringify(objects)}</script>`;
      return articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date;
    };
    const own = { '@type': 'NewsArticle', datePublished: '2014-09-02' };
    expect(dateWith({ ...story, url: 'https://news.test/bridge' })).toBeNull();
    expect(dateWith({ ...story, url: 'https://news.test/bridge' }, own)).toBe('2014-09-02');
    expect(dateWith(story, { ...own, headline: HEADLINE })).toBe('2014-09-02');
    expect(dateWith(story, { ...own, mainEntityOfPage: { '@id': `${URL_OF_PAGE}/amp/?from=feed` } })).toBe(
      '2014-09-02',
    );
    // Copied from the manual, or with another headline for search engines.
    expect(dateWith({ ...own, headline: HEADLINE, mainEntityOfPage: 'https://example.org/article' })).toBe(
      '2014-09-02',
    );
    expect(dateWith({ ...own, headline: 'Talks end again' })).toBe('2014-09-02');
  });

  it('takes the date of the page where JSON-LD describes no article', () => {
    const head = `<script type="application/ld+json">{"@type":"WebPage","datePublished":"2014-09-02"}</script>`;
    expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBe('2014-09-02');
  });

  it('reads the title of an abbreviated date', () => {
    const date =
      '<p><abbr title="North Atlantic Treaty Organization">NATO</abbr>, <abbr title="2014-09-02T10:00:00+0400">Tuesday</abbr></p>';
    expect(articleOf({ body: `<h1>${HEADLINE}</h1>${date}${paragraphs()}` }).date).toBe('2014-09-02');
  });

  it('reads a line right under the text that is but a date, and no other', () => {
    const dateUnder = (line: string): string | null =>
      articleOf({ body: `<main><h1>${HEADLINE}</h1>${paragraphs()}<div>${line}</div></main>` }).date;
    expect(dateUnder('Published: September 2, 2014')).toBe('2014-09-02');
    expect(dateUnder('Next: the ferries of 2 September 2014')).toBeNull();
  });

  it('reads when it was published where a line tells of a change first', () => {
    expect(dateOf({ dateline: 'Updated: 3 September 2014. Published: 2 September 2014' })).toBe('2014-09-02');
    expect(dateOf({ dateline: '2 September 2014, published by A. Writer' })).toBe('2014-09-02');
  });

  it('reads no line that tells of something: a key point, a standfirst', () => {
    expect(dateOf({ dateline: 'The Act was signed into law on August 14, 1935' })).toBeNull();
    expect(dateOf({ dateline: 'The ferries halted for good on 9 November 2013' })).toBeNull();
    expect(dateOf({ dateline: 'Last updated by A. Writer on 2 September 2014' })).toBe('2014-09-02');
    expect(dateOf({ dateline: '2 September 2014: how it was done' })).toBe('2014-09-02');
  });

  it.each([
    ['in a language of the region', '2 сентября 2014, 10:00'],
    ['in another of them', '2 Eylül 2014 Salı'],
    ['without spaces between its parts', '2Sep2014'],
    ['with a comma after the month', 'September, 2 2014'],
    ['in Chinese', '2014年9月2日 10:00'],
    ['in figures of Arabic', '٢ سبتمبر ٢٠١٤'],
  ])('reads a date %s', (_, dateline) => {
    expect(dateOf({ dateline, lang: dateline.includes('٢') ? 'ar' : 'en' })).toBe('2014-09-02');
  });

  it('reads a heading that is but a date, and no other', () => {
    const dateAbove = (heading: string): string | null =>
      articleOf({ body: `<main><h2>${heading}</h2><h3>${HEADLINE}</h3><div>${paragraphs()}</div></main>` }).date;
    expect(dateAbove('Saturday, April 29, 2023')).toBe('2023-04-29');
    expect(dateAbove('What was said on 9 May 2023')).toBeNull();
  });

  it('trusts JSON-LD, meta, microdata, time, address and dateline in that order', () => {
    expect(dateOf(all)).toBe('2014-09-01');
    expect(dateOf({ ...all, jsonLd: '' })).toBe('2014-09-03');
    expect(dateOf({ ...all, jsonLd: '', meta: '' })).toBe('2014-09-05');
    expect(dateOf({ ...all, jsonLd: '', meta: '', microdata: '' })).toBe('2014-09-07');
    expect(dateOf({ address: all.address, dateline: all.dateline })).toBe('2014-09-09');
    expect(dateOf({ dateline: all.dateline })).toBe('2014-09-11');
    expect(dateOf({})).toBeNull();
  });

  it('trusts a time above the headline least: each page can have the clock there', () => {
    const dateBelow = (line: string): string | null =>
      articleOf({
        body: `<div><time datetime="2019-05-20">Monday</time></div><main><h1>${HEADLINE}</h1><div>${line}</div>${paragraphs()}</main>`,
      }).date;
    expect(dateBelow('Baku, 11 September 2014')).toBe('2014-09-11');
    expect(dateBelow('<time datetime="2014-09-02">then</time>')).toBe('2014-09-02');
    expect(dateBelow('By A. Writer')).toBe('2019-05-20');
  });

  it('lets two that agree outvote the most trusted one', () => {
    expect(dateOf({ jsonLd: '2020-01-01', meta: '2014-09-03', time: '2014-09-03' })).toBe('2014-09-03');
    expect(dateOf({ jsonLd: '2020-01-01', meta: '2014-09-03', time: '2014-10-03' })).toBe('2020-01-01');
  });

  it('takes the fuller form of the same date', () => {
    expect(dateOf({ meta: '2014-09', time: '2014-09-03' })).toBe('2014-09-03');
    expect(dateOf({ meta: '2014' })).toBe('2014');
    expect(dateOf({ meta: '2014-09' })).toBe('2014-09');
    expect(dateOf({ address: 'https://news.test/2014/09/talks/', dateline: '3 September 2014' })).toBe('2014-09-03');
  });

  it('keeps the local day of a written offset, and finds it for universal time', () => {
    expect(dateOf({ jsonLd: '2014-09-03T23:30:00-05:00' })).toBe('2014-09-03');
    expect(dateOf({ jsonLd: '2014-09-04T01:30:00+04:00' })).toBe('2014-09-04');
    expect(dateOf({ jsonLd: '2014-09-04T04:30:00Z' })).toBe('2014-09-04');
    expect(dateOf({ jsonLd: '2014-09-04T04:30:00Z', dateline: 'September 3, 2014, 11:30 p.m.' })).toBe('2014-09-03');
    expect(dateOf({ jsonLd: '2014-09-03T21:30:00.000Z', time: '2014-09-04T01:30:00+04:00' })).toBe('2014-09-04');
    // The second is when the page was changed.
    expect(dateOf({ jsonLd: '2014-09-03T22:41:09.000Z', time: '2014-09-04T09:10:55-04:00' })).toBe('2014-09-03');
  });

  it('takes no date from another story, from the text, or of an update', () => {
    const after =
      '<aside class="related"><article><a href="/o">Other</a><time datetime="2016-04-02">2 April 2016</time></article></aside>';
    expect(dateOf({ after })).toBeNull();
    const body = `<article><h1>${HEADLINE}</h1><p>On 12 May 1994 the guns on both sides of the lake fell silent.</p>${paragraphs()}</article>`;
    expect(articleOf({ body }).date).toBeNull();
    const updated = `<article><h1>${HEADLINE}</h1><time class="updated" datetime="2016-04-02">2 April</time>${paragraphs()}</article>`;
    expect(articleOf({ body: updated }).date).toBeNull();
  });

  it('takes the one time that a post gives for its publication and its update', () => {
    const timeOf = (attributes: string): string =>
      `<article><h1>${HEADLINE}</h1><time ${attributes} datetime="2014-09-03">years ago</time>${paragraphs()}</article>`;
    expect(articleOf({ body: timeOf('class="entry-date published updated"') }).date).toBe('2014-09-03');
    expect(articleOf({ body: timeOf('itemprop="datePublished dateModified"') }).date).toBe('2014-09-03');
  });

  it('takes no JSON-LD of another article when its own is there', () => {
    const json = JSON.stringify([
      { '@type': 'NewsArticle', url: 'https://news.test/other', datePublished: '2016-04-02' },
      { '@type': 'NewsArticle', url: URL_OF_PAGE, datePublished: '2014-09-03' },
    ]);
    const head = `<script type="application/ld+json">${json}</script>`;
    expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBe('2014-09-03');
    const undated = head.replace(',"datePublished":"2014-09-03"', '');
    expect(articleOf({ head: undated, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBeNull();
  });

  it.each(['//<![CDATA[|//]]>', '/*<![CDATA[*/|/*]]>*/', '<![CDATA[|]]>'])('reads JSON-LD in %s', (marks) => {
    const [open, close] = marks.split('|');
    const head = jsonLd('2014-09-03').replace(/>(.*)</s, `>\n${open}\n$1\n${close}\n<`);
    expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBe('2014-09-03');
  });

  it('bears broken, hostile and senseless values', () => {
    expect(dateOf({ meta: 'yesterday', time: '2014-09-03' })).toBe('2014-09-03');
    expect(dateOf({ meta: '1970-01-01T00:00:00Z' })).toBeNull();
    const twoMetas = '<meta name="pubdate" content="1970-01-01"><meta name="date" content="2014-09-03">';
    expect(articleOf({ head: twoMetas, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBe('2014-09-03');
    expect(dateOf({ meta: '2014-02-30' })).toBeNull();
    expect(dateOf({ meta: '3014-02-03' })).toBeNull();
    const head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>';
    expect(articleOf({ head, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBeNull();
    const odd =
      '<script type="application/ld+json">[null, 3, {"@type": 5, "@graph": "x"}, {"@type": "NewsArticle", "datePublished": {"a": 1}}]</script>';
    expect(articleOf({ head: odd, body: `<h1>${HEADLINE}</h1>${paragraphs()}` }).date).toBeNull();
  });

  it('reads figures in the order of the language of the page, and months in it or in English', () => {
    expect(dateOf({ dateline: '15 Sentyabr 2014', lang: 'az' })).toBe('2014-09-15');
    expect(dateOf({ dateline: '15 Settembre 2014', lang: 'fr' })).toBeNull();
    expect(dateOf({ dateline: '15 September 2014', lang: 'az' })).toBe('2014-09-15');
    expect(dateOf({ dateline: '15.09.2014 12:40', lang: 'ru' })).toBe('2014-09-15');
    expect(dateOf({ meta: '05/09/2014', lang: 'en-GB' })).toBe('2014-09-05');
    expect(dateOf({ meta: '09/05/2014', lang: 'en' })).toBe('2014-09-05');
    expect(dateOf({ time: '05/09/2014', lang: 'ru' })).toBe('2014-09-05');
  });
});

describe('forms of a date', () => {
  it.each([
    ['2014-09-15T12:40:00+04:00', '2014-09-15'],
    ['2014-09-15 12:40:00', '2014-09-15'],
    ['20140915', '2014-09-15'],
    ['2014/9/5', '2014-09-05'],
    ['Mon, 15 Sep 2014 12:40:00 GMT', '2014-09-15'],
    ['September 15, 2014 12:40 PM', '2014-09-15'],
    ['1410784800', '2014-09-15'],
    ['1410784800000', '2014-09-15'],
    ['', undefined],
    ['20140', undefined],
  ])('for machines: %s', (text, date) => {
    expect(parseMachine(text, 'en')?.date).toBe(date);
  });

  it.each([
    ['Published: Sept. 5, 2014', 'en', '2014-09-05'],
    ['5th of September', 'en', undefined],
    ['5th of September, 2014', 'en', '2014-09-05'],
    ['05.09.2014, 14:20', 'en', '2014-09-05'],
    ['9/5/2014', 'en-US', '2014-09-05'],
    ['9/5/2014', 'en-GB', '2014-05-09'],
    ['9/15/2014', 'de', '2014-09-15'],
    ['in May of 2014', 'en', undefined],
    ['15 Nonsense 2014', 'x-y_z', undefined],
    ['15 Nonsense 2014', 'qqq', undefined],
    ['15 сентября 2014 г., 12:40', 'ru', '2014-09-15'],
    ['Сентябрь 15, 2014', 'ru-RU', '2014-09-15'],
    ['4 ապրիլի, 2024 | 14:20', 'hy', '2024-04-04'],
    ['29 Nisan 2023 Cumartesi', 'tr', '2023-04-29'],
    ['14 août 2025', 'fr-FR', '2025-08-14'],
    ['3. Oktober 2014', 'de', '2014-10-03'],
    ['15 se 2014', 'en', undefined],
  ])('for people: %s (%s)', (text, language, date) => {
    expect(parseWords(text, language)?.date).toBe(date);
  });
});
