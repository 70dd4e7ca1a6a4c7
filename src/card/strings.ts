/** The card's words, read once: an extension that was removed under an open page has no `browser.i18n` any more. */

export interface CardStrings {
  /** BCP 47 */
  readonly language: string;
  readonly label: string;
  readonly close: string;
  back(title: string): string;
  since(date: string): string;
  readonly before: string;
  readonly latest: string;
  readonly undated: string;
  readonly earlier: string;
  readonly known: string;
  readonly readings: string;
  readonly sources: string;
  source(number: number, publisher: string): string;
  readonly primary: string;
  readonly why: string;
  whyRule(rule: string): string;
  readonly also: string;
  readonly related: string;
  reviewed(date: string): string;
  readonly unmarked: string;
}

/** `browser.i18n.getMessage` */
export type GetMessage = (key: string, substitutions?: string[]) => string;

/** Stand in the message for what is filled in later; no message has them of its own. */
const FIRST = '\u{1}';
const SECOND = '\u{2}';

export function readStrings(get: GetMessage): CardStrings {
  const withOne = (key: string): ((value: string) => string) => {
    const message = get(key, [FIRST]);
    return (value) => message.replace(FIRST, () => value);
  };
  const source = get('card_source', [FIRST, SECOND]);
  return {
    language: get('language'),
    label: get('card_label'),
    close: get('card_close'),
    back: withOne('card_back'),
    since: withOne('card_since'),
    before: get('card_before'),
    latest: get('card_latest'),
    undated: get('card_undated'),
    earlier: get('card_earlier'),
    known: get('card_known'),
    readings: get('card_readings'),
    sources: get('card_sources'),
    source: (number, publisher) => source.replace(FIRST, () => String(number)).replace(SECOND, () => publisher),
    primary: get('card_primary'),
    why: get('card_why'),
    whyRule: withOne('card_why_rule'),
    also: get('card_also'),
    related: get('card_related'),
    reviewed: withOne('card_reviewed'),
    unmarked: get('card_unmarked'),
  };
}
