/** Runs before the extension's scripts of a further injection. */
globalThis.sidelightBench.resume();

export {};
