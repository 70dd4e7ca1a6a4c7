/** Names of the months: the notes know English alone, but a page may say when its English text came in the language of its readers. */
const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
/** The shortest form of a name, in letters. */
const SHORTEST = 3;

/** Languages of the region: an outlet's English pages often keep their dates in its own, and say "en". */
const REGION = ['hy', 'az', 'tr', 'ru', 'ka'];

/** As a calendar has them, and as they stand in a date, which in many languages is another form. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'long', day: 'numeric' }];

const known = new Map<string, readonly string[]>();

/** The twelve names in one form after the other; none in a language that the browser does not know. */
function namesIn(language: string): readonly string[] {
  if (!Intl.DateTimeFormat.supportedLocalesOf(language).length) return [];
  return FORMS.flatMap((form) => {
    const calendar = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
    return ENGLISH.map((_, month) => {
      const name = calendar.formatToParts(Date.UTC(2000, month)).find(({ type }) => type === 'month')?.value ?? '';
      return name.toLocaleLowerCase(language);
    });
  });
}

/** Whether it is one, and one that has names of its own. */
function isOther(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1 && !/^en\b/i.test(language);
  } catch {
    return false;
  }
}

function monthIn(language: string, name: string): number | null {
  if (!isOther(language)) return null;
  const names = known.get(language) ?? namesIn(language);
  known.set(language, names);
  const found = names.indexOf(name.toLocaleLowerCase(language));
  return found < 0 ? null : (found % ENGLISH.length) + 1;
}

/**
 * 1 to 12 for a month's number or its English name, short or long; where a language (BCP 47) is given, for its full name in
 * that one and those of the region, too. Null for anything else.
 */
export function monthNumber(name: string, language?: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  const lower = name.toLowerCase();
  const english = ENGLISH.findIndex((month) => month.startsWith(lower === 'sept' ? 'sep' : lower));
  if (english >= 0 && lower.length >= SHORTEST) return english + 1;
  if (language === undefined || name === '') return null;
  for (const one of [language, ...REGION]) {
    const month = monthIn(one, name);
    if (month !== null) return month;
  }
  return null;
}
