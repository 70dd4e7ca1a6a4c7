/** Whether a text holds one of a few words: the gate's question, asked of the text of every page. */

/** Letters with marks, ligatures, and what stands unseen inside words: a text without them skips the folding. */
const NEEDS_FOLDING = /[\u0300-\u036f\u00ad\u00c0-\u024f\u0259\u1e00-\u1eff\u200b-\u200d\u2060\ufb00-\ufb06]/;
/** What is left of marks, and the unseen; as ranges, since engines are slow to make ready for Unicode's properties. */
const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060]+/g;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

const alternatives = (words: readonly string[]): string =>
  words
    .join('\n')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\n', '|');

/** Lower case without marks: "İSAF" is "isaf", "Qarabağ" is "qarabag". */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NEEDS_FOLDING.test(lower)) return lower;
  return lower.normalize('NFKD').replace(UNSEEN, '').replaceAll('ə', 'a').replaceAll('ı', 'i');
}

/**
 * A test for whether a text holds one of the words, whole, in whatever case and with or without marks.
 * The words are in lower case without marks. A pattern of ASCII alone is tried first: few pages need the other one, which is slow to make ready.
 * No look-behind, which engines try at every place of the text: what stands before a find is looked at by itself.
 */
export function wordTest(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const any = `(?:${alternatives(words)})`;
  const quick = new RegExp(`${any}(?![a-z0-9])`);
  let exact: RegExp | undefined;
  return (source) => {
    const text = fold(source);
    if (!quick.test(text)) return false;
    exact ??= new RegExp(`${any}(?![\\p{L}\\p{N}])`, 'gu');
    exact.lastIndex = 0;
    for (let found = exact.exec(text); found !== null; found = exact.exec(text)) {
      if (found.index === 0 || !WORD_CHARACTER.test(text.charAt(found.index - 1))) return true;
      exact.lastIndex = found.index + 1;
    }
    return false;
  };
}
