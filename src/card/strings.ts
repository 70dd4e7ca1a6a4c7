/** The card's words, read once: an extension that was removed under an open page has no `browser.i18n` any more. */

export interface CardStrings {
  /** BCP 47 */
  readonly language: string;
  /** of writing */
  readonly direction: 'ltr' | 'rtl';
  /** of the extension */
  readonly name: string;
  /** said to screen readers of a page with this many notes */
  notesHere(count: number): string;
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
  source(number: string, publisher: string): string;
  readonly primary: string;
  readonly why: string;
  whyRule(rule: string): string;
  readonly also: string;
  readonly related: string;
  readonly copyNote: string;
  readonly copyLink: string;
  readonly copyReport: string;
  report(note: string, version: string, extension: string, sentence: string, address: string): string;
  readonly copied: string;
  readonly notCopied: string;
  readonly mute: string;
  readonly muted: string;
  readonly undo: string;
  readonly notStored: string;
  reviewed(date: string): string;
  readonly unmarked: string;
}

/** `browser.i18n.getMessage` */
export type GetMessage = (key: string, substitutions?: string[]) => string;

/** Stand in the message for what is filled in later; no message has them of its own. */
const PLACES = ['\uE001', '\uE002', '\uE003', '\uE004', '\uE005'];

type Fill = (...values: readonly string[]) => string;

export function readStrings(get: GetMessage): CardStrings {
  const filled = (key: string): Fill => {
    const message = get(key, PLACES);
    return (...values) => message.replace(/[\uE001-\uE005]/g, (place) => values[PLACES.indexOf(place)] ?? '');
  };
  const language = get('language');
  const plural = new Intl.PluralRules(language);
  const [one, more] = [filled('card_notes_one'), filled('card_notes_other')];
  return {
    language,
    direction: get('direction') === 'rtl' ? 'rtl' : 'ltr',
    name: get('action_name'),
    notesHere: (count) => (plural.select(count) === 'one' ? one : more)(String(count)),
    label: get('card_label'),
    close: get('card_close'),
    back: filled('card_back'),
    since: filled('card_since'),
    before: get('card_before'),
    latest: get('card_latest'),
    undated: get('card_undated'),
    earlier: get('card_earlier'),
    known: get('card_known'),
    readings: get('card_readings'),
    sources: get('card_sources'),
    source: filled('card_source'),
    primary: get('card_primary'),
    why: get('card_why'),
    whyRule: filled('card_why_rule'),
    also: get('card_also'),
    related: get('card_related'),
    copyNote: get('card_copy_note'),
    copyLink: get('card_copy_link'),
    copyReport: get('card_copy_report'),
    report: filled('card_report'),
    copied: get('card_copied'),
    notCopied: get('card_not_copied'),
    mute: get('card_mute'),
    muted: get('card_muted'),
    undo: get('card_undo'),
    notStored: get('card_not_stored'),
    reviewed: filled('card_reviewed'),
    unmarked: get('card_unmarked'),
  };
}
