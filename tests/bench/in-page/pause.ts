/** Runs after a script of the extension that another injection follows. */
globalThis.sidelightBench.pause();

export {};
