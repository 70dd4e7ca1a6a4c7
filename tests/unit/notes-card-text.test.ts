import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn, toCardNote, toHtml } from '../../src/cli/card-text.ts';
import { noteOf } from './match-rules.ts';

describe('toHtml', () => {
  it('knows emphasis, code, links and line breaks', () => {
    expect(toHtml('*a* **b** `c` d  \ne')).toBe('<em>a</em> <strong>b</strong> <code>c</code> d<br>e');
    expect(toHtml('[the *text*](https://example.org/a?b=1&c=2)')).toBe(
      '<a href="https://example.org/a?b=1&amp;c=2">the <em>text</em></a>',
    );
    expect(toHtml('[it](note:unsc-822 "a title")')).toBe('<a href="#note:unsc-822">it</a>');
  });

  it('shows all else as it is written', () => {
    expect(toHtml('<b>x</b> & <script>alert(1)</script>')).toBe(
      '&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;',
    );
    expect(toHtml('![a map](https://example.org/map.png)')).toBe('![a map](https://example.org/map.png)');
    expect(toHtml('~~gone~~ # no heading')).toBe('~~gone~~ # no heading');
  });

  it('gives closed tags of a short list for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '~~',
        '[',
        '](',
        ')',
        '](note:x)',
        '](https://a.b)',
        '![',
        '<',
        '>',
        '</',
        '<a href="',
        '"',
        '\\',
        '&',
        '&lt;',
        '\n',
        '  \n',
        'a',
        'https://a.b',
        'a@b.c',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const rest = toHtml(pieces.join('')).replace(/<\/?(?:em|strong|code|a)>|<br>|<a href="[^"<>]*">/g, '');
        expect(rest).not.toMatch(/[<>]/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('linksIn', () => {
  it('finds all, however deep', () => {
    expect(linksIn('a [b](note:c), **[d](https://e.f)** and *x **[g](http://h.i)***')).toEqual([
      'note:c',
      'https://e.f',
      'http://h.i',
    ]);
    expect(linksIn('no `[link](x)` here')).toEqual([]);
  });
});

describe('toCardNote', () => {
  it('leaves rules, test sentences and absent keys behind', () => {
    const card = toCardNote(noteOf('n', [{ names: 'NATO' }]));
    expect(Object.keys(card)).not.toContain('match');
    expect(card).toMatchObject({
      id: 'n',
      kind: 'term',
      title: 'Note n',
      summary: { html: 'A summary.' },
      readings: [],
      timeline: [],
      related: [],
      history: [{ change: expect.any(String) }],
    });
    expect(card.sources[0]).toEqual({
      key: 'a',
      title: 'A document',
      publisher: 'Publisher a',
      primary: true,
      where: 'print',
    });
  });
});
