/** `npm test`: every check that CI runs, one after the other, with a summary at the end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSERS, ensureBrowsers } from '../src/cli/browsers.ts';
import { main } from '../src/cli/main.ts';
import { ROOT } from '../src/cli/root.ts';

interface Step {
  readonly title: string;
  /** whether it went well */
  run(): boolean;
  /** title of a step without which this one has nothing to work on */
  readonly needs?: string;
}

const bin = (name: string): string => `${ROOT}node_modules/.bin/${name}`;

function call(program: string, ...words: string[]): boolean {
  return spawnSync(program, words, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

const script = (...words: string[]): boolean => call(process.execPath, '--import', 'tsx', ...words);

interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { fullName: string; status: string; failureMessages?: readonly string[] }[];
  }[];
}

/** What failed, a line or two each: said again in the summary, since a log may be cut off at its beginning. */
const failures: string[] = [];

const ownLines = (messages: readonly string[]): string =>
  messages
    .flatMap((message) => message.split('\n'))
    .filter((line) => !line.includes('/node_modules/'))
    .join('\n');

function noteFailures(project: string, report: TestReport): void {
  for (const { name, message, assertionResults } of report.testResults) {
    const file = name.replace(ROOT, '');
    if (assertionResults.length === 0 && message !== '') failures.push(`${project}: ${file}: ${message}`);
    for (const { fullName, status, failureMessages = [] } of assertionResults)
      if (status === 'failed') failures.push(`${project}: ${file}: ${fullName}\n${ownLines(failureMessages)}`);
  }
}

function tests(project: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = call(bin('vitest'), 'run', '--config', 'tests/vitest.config.ts', '--project', project, ...reporters);
  try {
    if (!passed) noteFailures(project, JSON.parse(readFileSync(file, 'utf8')) as TestReport);
  } catch (error) {
    failures.push(`${project}: ended without a report: ${String(error)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return passed;
}

interface LintMessage {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** Both come with what the extension is: Chrome's key beside Firefox's, and Preact's own way of setting HTML. */
const EXPECTED_WARNINGS = new Set(['BACKGROUND_SERVICE_WORKER_IGNORED', 'UNSAFE_VAR_ASSIGNMENT']);

/** Mozilla's own check of what would be uploaded. */
function lintExtension(): boolean {
  const words = ['lint', '--source-dir', 'dist', '--output', 'json', '--no-config-discovery'];
  const run = spawnSync(bin('web-ext'), words, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  const json = run.stdout.slice(run.stdout.indexOf('{'));
  if (json === '') {
    console.error(run.stderr || 'web-ext gave no report');
    return false;
  }
  const report = JSON.parse(json) as { errors: LintMessage[]; warnings: LintMessage[] };
  const faults = [...report.errors, ...report.warnings.filter(({ code }) => !EXPECTED_WARNINGS.has(code))];
  for (const { code, file, message } of faults) console.error(`${file ?? 'dist'}: ${code}: ${message}`);
  console.log(`${report.errors.length} errors, ${report.warnings.length} warnings`);
  return faults.length === 0;
}

const BUILD = 'build, within the size budgets';

const STEPS: readonly Step[] = [
  { title: 'types', run: () => call(bin('tsc'), '--noEmit') },
  { title: 'lint and format', run: () => call(bin('biome'), 'ci', '--error-on-warnings', '.') },
  { title: 'notes', run: () => script('src/cli/notes.ts', 'check') },
  { title: BUILD, run: () => script('build.mjs') },
  { title: 'web-ext lint', run: lintExtension, needs: BUILD },
  { title: 'unit tests', run: () => tests('unit'), needs: BUILD },
  { title: 'browser tests', run: () => tests('browser') },
  { title: 'e2e tests', run: () => tests('e2e'), needs: BUILD },
];

type Outcome = 'passed' | 'FAILED' | 'not run';

function runAll(): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const { title, run, needs } of STEPS) {
    console.log(`\n=== ${title}`);
    if (needs !== undefined && outcomes.get(needs) !== 'passed') outcomes.set(title, 'not run');
    else outcomes.set(title, run() ? 'passed' : 'FAILED');
  }
  return outcomes;
}

await main(() => {
  ensureBrowsers(BROWSERS);
  const started = Date.now();
  const outcomes = runAll();
  console.log(`\n=== summary, after ${Math.round((Date.now() - started) / 1000)} s`);
  for (const [title, outcome] of outcomes) console.log(`${outcome.padEnd(8)} ${title}`);
  for (const failure of failures) console.log(`\n${failure}`);
  return [...outcomes.values()].every((outcome) => outcome === 'passed') ? 0 : 1;
});
