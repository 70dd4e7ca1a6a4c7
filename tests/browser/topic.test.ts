/** The gate's search of a page's text, and for the shadow roots that hold more of it. */
import { expect, it } from 'vitest';
import { inEachBrowser } from '../browsers.ts';

type Components = typeof import('../../src/content/components.ts');
type Topic = typeof import('../../src/content/topic.ts');
type Words = typeof import('../../src/content/words.ts');

/** A long paragraph that holds none of the words; longer than the gate reads in one turn. */
const LONG = `<p>${'The senator spoke on Monday. '.repeat(20_000)}</p>`;

inEachBrowser('the search for the topic', (bench) => {
  async function holds(html: string, change?: () => void): Promise<boolean> {
    const page = await bench.openPage({ html });
    const topic = await bench.load<Topic>(page, 'src/content/topic.ts');
    const words = await bench.load<Words>(page, 'src/content/words.ts');
    return page.evaluate(
      async (topic, words, change) => {
        const found = topic.holdsTopic(
          document.documentElement,
          words.wordTest(['nato', 'minsk group']),
          new AbortController().signal,
        );
        if (change !== '') new Function(`(${change})()`)();
        return found;
      },
      topic,
      words,
      String(change ?? ''),
    );
  }

  it.each([
    ['beside words of other elements', '<ul><li>the</li><li>NATO</li><li>said</li></ul>'],
    ['in one element of many', `<p>${'<i>x</i>'.repeat(3_000)}<b>NATO</b></p>`],
    ['at the end of a very long page', `${LONG}<p>NATO</p>`],
    ['after a word of a script', '<script>const nato = 1</script><p>NATO</p>'],
  ])('finds a word %s', async (_where, html) => expect(await holds(html)).toBe(true));

  it.each([
    ['parts of words', '<p>the senator</p>'],
    ['words cut by an element', '<p>NA<b>TO</b>, Minsk <i>Group</i></p>'],
    [
      'scripts and styles, short and long',
      `<script>'NATO'</script><script>'NATO'${' '.repeat(3_000)}</script><style>NATO{}</style>`,
    ],
    ['a very long page without it', LONG],
  ])('finds none in %s', async (_where, html) => expect(await holds(html)).toBe(false));

  it('reads on when the page takes away what was read last', async () => {
    const cut = (): void => document.querySelector('p')?.remove();
    expect(await holds(`${LONG}<p>NATO</p>`, cut)).toBe(true);
  });

  it('finds open shadow roots of components, in whatever tree', async () => {
    const inner = '<x-inner><template shadowrootmode="open"><p>NATO</p></template></x-inner>';
    const html = `<div><x-outer id="o"><template shadowrootmode="open">text<div>${inner}</div></template></x-outer></div>`;
    const page = await bench.openPage({ html });
    const components = await bench.load<Components>(page, 'src/content/components.ts');
    const found = await components.evaluate(({ shadowRootsIn }) => {
      const hosts = (tree: Node) => shadowRootsIn(tree).map(({ host }) => host.localName);
      const outer = document.querySelector('#o');
      if (!outer?.firstChild && !outer?.shadowRoot) throw new Error('no shadow root');
      return [
        hosts(document.documentElement),
        hosts(outer),
        hosts(outer.shadowRoot as ShadowRoot),
        hosts(document.createTextNode('')),
      ];
    });
    expect(found).toEqual([['x-outer'], ['x-outer'], ['x-inner'], []]);
  });
});
