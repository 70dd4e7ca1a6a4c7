/** An evaluation as a page of text. Pure. */
import { BY_WEIGHT } from '../match/matcher.ts';
import type { Report } from './evaluate.ts';
import type { Score } from './score.ts';

const number = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(10);
const count = (value: number): string => String(value).padStart(8);

const HEAD = `${''.padEnd(36)}${['precision', 'recall', 'F0.5'].map((word) => word.padStart(10)).join('')}${['right', 'wrong', 'missed'].map((word) => word.padStart(8)).join('')}`;

function row(name: string, { precision, recall, f05, right, wrong, missed }: Score): string {
  return `${name.padEnd(36)}${number(precision)}${number(recall)}${number(f05)}${count(right)}${count(wrong)}${count(missed)}`;
}

function rows(title: string, scores: Readonly<Record<string, Score>>): string[] {
  const sorted = Object.entries(scores).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return sorted.length === 0 ? [] : ['', title, ...sorted.map(([name, one]) => row(`  ${name}`, one))];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}

/** A rule that was wrong at least so often, and right in less than this share of its marks, is told of. */
const FEWEST_WRONG = 2;
const LEAST_PRECISION = 0.86;

const isDoubtful = ({ wrong, precision }: Score): boolean =>
  wrong >= FEWEST_WRONG && precision !== null && precision < LEAST_PRECISION;

/** Ends in a line feed. */
export function reportText(report: Report): string {
  const clean = Object.entries(report.clean).map(([group, { articles, clean }]) => `${group}: ${clean} of ${articles}`);
  return [
    `${report.articles} articles, ${report.sentences} sentences; a (sentence, note) pair counts once`,
    '',
    HEAD,
    row('all', report.total),
    ...rows('by kind', report.kinds),
    ...rows('by group', report.groups),
    ...rows('by note', report.notes),
    '',
    `articles without a wrong mark: ${clean.join(', ')}`,
    ...list(
      'wrong marks',
      report.wrong.map(
        ({ article, sentence, note, rule, words, text }) =>
          `${article} #${sentence} ${note}, rule "${rule}", words "${words}": ${text}`,
      ),
    ),
    ...list(
      'rules that are often wrong here, right and wrong; mend them, or make them weak',
      Object.entries(report.rules)
        .filter(([rule, score]) => !rule.endsWith(BY_WEIGHT) && isDoubtful(score))
        .map(([rule, { right, wrong }]) => `${rule}: ${right}, ${wrong}`),
    ),
    ...list(
      'missed',
      report.missed.map(({ article, sentence, note, text }) => `${article} #${sentence} ${note}: ${text}`),
    ),
    ...list(
      'labels that name no note, not scored',
      Object.entries(report.notYetWritten)
        .sort()
        .map(([id, labels]) => `${id}: ${labels}`),
    ),
    '',
  ].join('\n');
}
