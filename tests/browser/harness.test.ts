import { expect, it } from 'vitest';
import { inEachBrowser, painted } from '../browsers.ts';

inEachBrowser('harness', (bench) => {
  it('serves a page over plain http, with its headers, in an insecure context', async () => {
    const page = await bench.openPage({
      html: '<p id="p">words</p><script>document.title = "page script ran"</script>',
      headers: { 'content-security-policy': "default-src 'none'" },
    });
    expect(new URL(page.url()).hostname).toBe('news.test');
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    expect(await page.title()).toBe('Test');
  });

  it('loads a module of the project into the page, under the strictest policy too', async () => {
    const page = await bench.openPage({
      html: '<p>a</p>',
      headers: { 'content-security-policy': "default-src 'none'" },
    });
    const settings = await bench.load<typeof import('../../src/shared/settings.ts')>(page, 'src/shared/settings.ts');
    expect(await settings.evaluate((module, more) => module.DEFAULTS.offSites.length + more, 2)).toBe(2);
  });

  it('reads what is painted, in document order', async () => {
    const page = await bench.openPage({ html: '<p>one two three</p>' });
    await page.evaluate(() => {
      const text = document.querySelector('p')?.firstChild as Text;
      const range = (start: number, end: number) =>
        new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end });
      CSS.highlights.set('sidelight-test', new Highlight(range(8, 13), range(0, 3)));
      CSS.highlights.set('other', new Highlight(range(4, 7)));
    });
    expect(await painted(page)).toEqual([
      { highlight: 'sidelight-test', text: 'one' },
      { highlight: 'sidelight-test', text: 'three' },
    ]);
  });
});
