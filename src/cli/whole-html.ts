/** HTML with the tags that authors may leave out: a browser adds `html`, `head` and `body`, linkedom does not. Pure. */

const DOCTYPE = /^\s*(?:<!--[\s\S]*?-->\s*)*(?:<!doctype[^>]*>)?\s*/i;
const HTML_START = /^(?:<!--[\s\S]*?-->\s*)*(?:<html[^>]*>)?/i;
const HEAD = /^\s*<head[\s>][\s\S]*?<\/head\s*>/i;
/** What belongs to the head when no tag says where the head ends. */
const HEAD_CONTENT =
  /^(?:\s*(?:<!--[\s\S]*?-->|<(?:meta|link|base)\b[^>]*>|<(title|style|script)\b[\s\S]*?<\/\1\s*>))*/i;

/** Cuts what a pattern matches off the start: [it, the rest]. */
function cut(text: string, pattern: RegExp): [string, string] {
  const length = pattern.exec(text)?.[0].length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}

export function wholeHtml(html: string): string {
  if (/<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const [, afterDoctype] = cut(html, DOCTYPE);
  const [start, afterStart] = cut(afterDoctype, HTML_START);
  const [givenHead, afterHead] = cut(afterStart, HEAD);
  const [content, rest] = givenHead === '' ? cut(afterStart, HEAD_CONTENT) : ['', afterHead];
  const head = givenHead || `<head>${content}</head>`;
  const body = /^\s*<body[\s>]/i.test(rest) ? rest : `<body>${rest}`;
  return `<!doctype html>${start || '<html>'}${head}${body}`;
}
