/** The most names remembered: a page can make up new ones without end. */
const MOST = 5000;

/** What `read` says of a name, kept in `known`, since a page says the same thing many times. */
export function remember<T>(known: Map<string, T>, name: string, read: (name: string) => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const value = read(name);
  if (known.size < MOST) known.set(name, value);
  return value;
}
