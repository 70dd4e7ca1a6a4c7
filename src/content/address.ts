/** Where the page is, in pages that go elsewhere without a new document. */

const addressHere = (): string => location.href.replace(/#.*/s, '');

/** Calls `moved` when the page has gone to another address, until the signal is aborted. Another fragment is the same address. */
export function watchAddress(signal: AbortSignal, moved: () => void): void {
  let address = addressHere();
  const compare = (): void => {
    const before = address;
    address = addressHere();
    if (address !== before) moved();
  };
  navigation.addEventListener('currententrychange', compare, { signal });
}
