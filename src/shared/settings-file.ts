/** All settings as the text of a file, and back: read as a whole or not at all. Pure. */
import { parseJson } from './json.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { isHost } from './switches.ts';

/** What is wrong with a file; `name` is that of a setting. */
export type SettingsFault =
  | { readonly kind: 'not-json' }
  /** JSON, and no file that was written here */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'wrong'; readonly name: keyof Settings; readonly found: string };

export type SettingsFile =
  | { readonly kind: 'settings'; readonly settings: Partial<Settings> }
  | { readonly kind: 'faults'; readonly faults: readonly SettingsFault[] };

/** Tells our files from others. */
const MARK = 'settings';
/** Characters of a wrong value that are worth showing. */
const SHOWN = 60;

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(SETTINGS, name);

/** A value is good when reading it from the store would give that value and not another. */
function isGood(name: keyof Settings, value: unknown): boolean {
  if (name === 'offSites' && !SETTINGS.offSites(value).every(isHost)) return false;
  return JSON.stringify(SETTINGS[name](value)) === JSON.stringify(value);
}

const faults = (...found: readonly SettingsFault[]): SettingsFile => ({ kind: 'faults', faults: found });

function faultOf([name, value]: [string, unknown]): SettingsFault[] {
  if (!isSetting(name)) return [{ kind: 'unknown', name }];
  return isGood(name, value) ? [] : [{ kind: 'wrong', name, found: JSON.stringify(value).slice(0, SHOWN) }];
}

export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ sidelight: MARK, ...settings }, null, 2)}\n`;
}

/** A setting that the file does not name is not in the answer: an earlier version may have written it. */
export function readSettingsFile(text: string): SettingsFile {
  const value = parseJson(text);
  if (value === undefined) return faults({ kind: 'not-json' });
  if (typeof value !== 'object' || value === null) return faults({ kind: 'not-ours' });
  const { sidelight, ...settings } = value as Record<string, unknown>;
  if (sidelight !== MARK) return faults({ kind: 'not-ours' });
  const found = Object.entries(settings).flatMap(faultOf);
  return found.length > 0 ? faults(...found) : { kind: 'settings', settings };
}
