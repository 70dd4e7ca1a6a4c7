/** Runs after the extension's own scripts. */
declare global {
  var sidelightBench: () => void;
}

globalThis.sidelightBench();

export {};
