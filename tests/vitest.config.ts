import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = {
  root,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
  // What a page does once a second or in an idle moment comes later on a busy machine.
  expect: { poll: { timeout: 15_000 } },
};

/**
 * Tests that drive a browser are tried once more by CI: a driver may lose a tab or a click on a busy machine. The second try is shown in the log.
 * On one's own machine nothing is hidden.
 */
const driven = {
  ...shared,
  retry: process.env['CI'] === undefined ? 0 : 1,
  // One file at a time: a browser takes more than one core, and pages share the pointer.
  fileParallelism: false,
};

/** `npx vitest run --config tests/vitest.config.ts --project unit` (or browser, e2e) [part of a file name]; `npm run shots` is the project of that name */
export default defineConfig({
  test: {
    projects: [
      // As many files at a time as there are cores: several of them wait for commands and builds.
      { test: { ...shared, maxWorkers: '100%', name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...driven, name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
      { test: { ...driven, name: 'e2e', include: ['tests/e2e/**/*.test.ts'] } },
      { test: { ...shared, fileParallelism: false, name: 'shots', include: ['tests/shots/**/*.test.ts'] } },
    ],
  },
});
