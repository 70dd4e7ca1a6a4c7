/** Finding, installing and starting the two browsers, for `npm start` and for the tests. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { OLDEST } from './bundling.ts';
import { UserError } from './main.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

interface Known {
  readonly commands: readonly string[];
  readonly paths: readonly string[];
  readonly aptPackage: string;
}

const KNOWN: Record<BrowserName, Known> = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    aptPackage: 'chromium',
  },
  firefox: {
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    aptPackage: 'firefox-esr',
  },
};

export function isBrowserName(word: string): word is BrowserName {
  return (BROWSERS as readonly string[]).includes(word);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Paths at which a command may stand, best first. */
function placesOf(command: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command));
}

export const hasCommand = (command: string): boolean => placesOf(command).some(isExecutable);

/** Path of an installed browser, or null. */
export function findBrowser(name: BrowserName): string | null {
  const { commands, paths } = KNOWN[name];
  return [...commands.flatMap(placesOf), ...paths].find(isExecutable) ?? null;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Only where nobody's own machine is changed unasked: as root, or on a build machine. */
const mayInstall = (): boolean => process.platform === 'linux' && (isRoot() || process.env['CI'] === 'true');

function apt(words: readonly string[]): boolean {
  const command = isRoot() ? ['apt-get', ...words] : ['sudo', '-n', 'apt-get', ...words];
  const [program = '', ...rest] = command;
  // Its chatter goes to standard error: standard output holds results only.
  const run = spawnSync(program, rest, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return run.status === 0;
}

/** Installs packages of the system where that is allowed. */
export function installPackages(packages: readonly string[]): void {
  if (!mayInstall()) return;
  console.error(`Installing ${packages.join(' and ')} with apt-get.`);
  apt(['update', '-q']);
  apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/**
 * Makes sure that these browsers are there; installs the missing ones where that is allowed.
 * @throws UserError that says in one line what to install
 */
export function ensureBrowsers(names: readonly BrowserName[]): void {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length === 0) return;
  installPackages(missing.map((name) => KNOWN[name].aptPackage));
  const still = missing.filter((name) => findBrowser(name) === null);
  if (still.length === 0) return;
  const packages = still.map((name) => KNOWN[name].aptPackage).join(' ');
  throw new UserError(
    `No ${still.join(' and no ')} found. Install ${still.length > 1 ? 'them' : 'it'} and run this again (on Debian or Ubuntu: sudo apt-get install ${packages}).`,
  );
}

export interface LaunchOptions {
  /** default true */
  readonly headless?: boolean;
  /** further command line words, Chromium */
  readonly args?: readonly string[];
  /** further preferences, Firefox */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** host names that lead to this machine, beside localhost */
  readonly localHosts?: readonly string[];
  /** milliseconds until a command of the driver fails for want of an answer; puppeteer's own limit (180,000) unless given */
  readonly answerWithin?: number;
}

function chromiumArgs(options: LaunchOptions): string[] {
  const rules = (options.localHosts ?? []).map((host) => `MAP ${host} 127.0.0.1`).join(', ');
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(rules ? [`--host-resolver-rules=${rules}`] : []),
    ...(options.args ?? []),
  ];
}

function firefoxPrefs(options: LaunchOptions): Record<string, unknown> {
  return {
    'network.dns.localDomains': (options.localHosts ?? []).join(','),
    'dom.security.https_first': false,
    ...options.prefs,
  };
}

/**
 * Starts a browser with a fresh profile that `installExtension(folder)` can load the extension into.
 * @throws UserError when the browser is missing or older than the manifest asks for
 */
export async function launchBrowser(name: BrowserName, options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (executablePath === null) throw new UserError(`No ${name} found.`);
  const { headless = true, answerWithin } = options;
  const limit = answerWithin === undefined ? {} : { protocolTimeout: answerWithin };
  const common = { executablePath, headless, defaultViewport: null, ...limit };
  const browser = await (name === 'chromium'
    ? puppeteer.launch({ ...common, pipe: true, enableExtensions: true, args: chromiumArgs(options) })
    : puppeteer.launch({ ...common, browser: 'firefox', extraPrefsFirefox: firefoxPrefs(options) }));
  await refuseOldVersion(name, browser);
  return browser;
}

async function refuseOldVersion(name: BrowserName, browser: Browser): Promise<void> {
  const version = await browser.version();
  const major = Number.parseInt(/\/(\d+)/.exec(version)?.[1] ?? '0', 10);
  const wanted = OLDEST[name];
  if (major >= wanted) return;
  await browser.close();
  throw new UserError(`This ${name} is ${version}; Sidelight needs ${wanted} or newer. Update it and run this again.`);
}
