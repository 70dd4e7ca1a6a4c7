/** JSON from outside. Pure. */

/** The value of a text in JSON; undefined, which no such text stands for, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
