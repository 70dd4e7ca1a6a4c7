/** What is said of a source beside its title. Pure. */
import type { CardSource } from '../notes/compiled.ts';
import { formatDate } from './dates.ts';

/** Publisher, place and date, each part once: a printed source often has publisher and date in its name already. */
export function detailsOf({ publisher, where = '', date }: CardSource, language: string, month?: 'short'): string {
  const isSaid = date === undefined || where.includes(formatDate(date, language));
  const parts = [publisher, ...where.split(', '), isSaid ? '' : formatDate(date, language, month)];
  const same = parts.map((part) => part.toLowerCase());
  return parts.filter((part, i) => part !== '' && same.indexOf(part.toLowerCase()) === i).join(', ');
}
