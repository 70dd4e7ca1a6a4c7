/** The interface's words, numbers and dates in the reader's language. Pure: where the messages come from is the caller's matter. */
import { formatDate } from '../../card/dates.ts';
import { type CardStrings, type GetMessage, readStrings } from '../../card/strings.ts';

export interface Words {
  /** BCP 47 */
  readonly language: string;
  /** of the card's parts */
  readonly card: CardStrings;
  say(key: string, ...values: readonly string[]): string;
  /** The message `key_one`, `key_other`, … that the language asks for with this number, which is its first value. */
  count(key: string, number: number, ...values: readonly string[]): string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as exact as it is */
  date(date: string, month?: 'long' | 'short'): string;
  number(value: number): string;
  /** a share from 0 to 1 */
  percent(share: number): string;
  list(items: readonly string[]): string;
}

export function createWords(get: GetMessage): Words {
  const language = get('language');
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const lists = new Intl.ListFormat(language);
  const say: Words['say'] = (key, ...values) => get(key, [...values]);
  return {
    language,
    card: readStrings(get),
    say,
    count: (key, number, ...values) => say(`${key}_${plurals.select(number)}`, numbers.format(number), ...values),
    date: (date, month) => formatDate(date, language, month),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    list: (items) => lists.format(items),
  };
}
