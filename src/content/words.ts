/** Whether a text holds one of a few words: the gate's question, asked of every text node of every page. */

/** Letters with marks, ligatures, and what stands unseen inside words: rare, so that most text skips the folding. */
const NEEDS_FOLDING = /[\u0300-\u036f\u00ad\u00c0-\u024f\u0259\u1e00-\u1eff\u200b-\u200d\u2060\ufb00-\ufb06]/;
const UNSEEN = /[\p{M}\u00ad\u200b-\u200d\u2060]/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Lower case without marks: "İSAF" is "isaf", "Qarabağ" is "qarabag". */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NEEDS_FOLDING.test(lower)) return lower;
  return lower.normalize('NFKD').replace(UNSEEN, '').replaceAll('ə', 'a').replaceAll('ı', 'i');
}

/**
 * A test for whether a text holds one of the words, whole, in whatever case and with or without marks.
 * The words are in lower case without marks. No look-behind: engines try it at every place of the text, so what stands before a find is looked at by itself.
 */
export function wordTest(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const pattern = new RegExp(`(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const shortest = Math.min(...words.map((word) => word.length));
  return (source) => {
    if (source.length < shortest) return false;
    const text = fold(source);
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      if (found.index === 0 || !WORD_CHARACTER.test(text.charAt(found.index - 1))) return true;
      pattern.lastIndex = found.index + 1;
    }
    return false;
  };
}
