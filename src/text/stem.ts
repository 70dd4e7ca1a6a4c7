/** The stem that the forms of an English word share, nearly: enough to count words by, not to name them. */

const ENDINGS: readonly (readonly [ending: RegExp, stem: string])[] = [
  [/^(.{2,})ies$/, '$1y'],
  [/^(.{3,}(?:s|x|z|ch|sh))es$/, '$1'],
  [/^(.{3,}[^s])s$/, '$1'],
  [/^(.{3,})(?:ing|ied|ed)$/, '$1'],
];
const DOUBLED = /([bdgmnprt])\1$/;
const SILENT_E = /^(.{3,})e$/;

/** `word` is in lower case. "Mediated", "mediating" and "mediates" give "mediat". */
export function stem(word: string): string {
  let out = word;
  for (const [ending, rest] of ENDINGS) {
    const shorter = out.replace(ending, rest);
    if (shorter === out) continue;
    out = shorter.replace(DOUBLED, '$1');
    if (!ending.source.includes('s$')) break;
  }
  return out.replace(SILENT_E, '$1');
}
