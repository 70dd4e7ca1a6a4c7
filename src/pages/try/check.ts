/** Small checks of the form of a value, made of each other; a library for it would weigh more than this page may. */

/** A place in a file ("rules.rules.3.note"), what stands there, and what must. */
export interface Fault {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** Adds to `faults` what is wrong with a value at a place. */
export type Check = (value: unknown, place: string, faults: Fault[]) => void;

/** Characters of a wrong value that are worth showing. */
const SHOWN = 60;

export function tell(value: unknown, place: string, expected: string, faults: Fault[]): void {
  faults.push({ place, found: (JSON.stringify(value) ?? 'missing').slice(0, SHOWN), expected });
}

/** A value that the test accepts. */
export const leaf =
  (expected: string, test: (value: unknown) => boolean): Check =>
  (value, place, faults) => {
    if (!test(value)) tell(value, place, expected, faults);
  };

const at = (place: string, key: string | number): string => (place === '' ? String(key) : `${place}.${key}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const list =
  (item: Check): Check =>
  (value, place, faults) => {
    if (!Array.isArray(value)) return tell(value, place, 'a list', faults);
    for (const [i, one] of value.entries()) item(one, at(place, i), faults);
  };

/** An object of whatever keys, each value alike. */
export const map =
  (item: Check): Check =>
  (value, place, faults) => {
    if (!isObject(value)) return tell(value, place, 'an object', faults);
    for (const [key, one] of Object.entries(value)) item(one, at(place, key), faults);
  };

export const orNull =
  (item: Check): Check =>
  (value, place, faults) => {
    if (value !== null) item(value, place, faults);
  };

export const optional =
  (item: Check): Check =>
  (value, place, faults) => {
    if (value !== undefined) item(value, place, faults);
  };

/** An object of these keys; `others` says whether it may have more. */
export const fields =
  <Value>(checks: { readonly [Key in keyof Value]-?: Check }, others: 'no others' | 'others' = 'no others'): Check =>
  (value, place, faults) => {
    if (!isObject(value)) return tell(value, place, 'an object', faults);
    const known = Object.entries<Check>(checks);
    for (const [key, check] of known) check(value[key], at(place, key), faults);
    if (others === 'others') return;
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(checks, key)) tell(value[key], at(place, key), 'absent', faults);
    }
  };
