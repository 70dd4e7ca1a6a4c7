/** Runs after the extension's own scripts. */
globalThis.sidelightBench.rest();

export {};
