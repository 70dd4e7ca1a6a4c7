/** Settings as a file: whole or not at all, and every fault named. And that nothing is kept from a private window. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, SETTINGS, type Settings } from '../../src/shared/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../src/shared/settings-file.ts';
import { switchSite } from '../../src/shared/switches.ts';

const api = vi.hoisted(() => ({
  extension: { inIncognitoContext: false },
  tabs: { query: vi.fn(async () => [{ incognito: false }]) },
  storage: {
    local: { get: vi.fn(), set: vi.fn(), remove: vi.fn() },
    onChanged: { addListener: vi.fn(), removeListener: vi.fn() },
  },
}));
vi.stubGlobal('addEventListener', vi.fn());
vi.mock('../../src/shared/browser.ts', () => ({ browser: api }));
const { follow, keep } = await import('../../src/pages/frame/keep.ts');
const { hostOf } = await import('../../src/pages/options/Sites.tsx');

const CHOSEN: Settings = {
  enabled: false,
  offSites: ['a.example'],
  delay: 0,
  mentions: 'claims',
  appearance: 'dark',
  textSize: 150,
  announce: false,
  mutedNotes: ['some-note'],
};

const fileOf = (settings: object): string => JSON.stringify({ sidelight: 'settings', ...settings });

describe('a file of settings', () => {
  it.each([DEFAULTS, CHOSEN])('is read as it was written', (settings) => {
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ kind: 'settings', settings });
  });

  it('may lack what an earlier version did not know', () => {
    expect(readSettingsFile(fileOf({ delay: 100 }))).toEqual({ kind: 'settings', settings: { delay: 100 } });
  });

  it.each([
    ['', 'not-json'],
    ['{"sidelight": "settings",', 'not-json'],
    ['null', 'not-ours'],
    ['[]', 'not-ours'],
    ['{"delay": 100}', 'not-ours'],
    ['{"sidelight": "dataset"}', 'not-ours'],
  ])('is not %j', (text, kind) => {
    expect(readSettingsFile(text)).toEqual({ kind: 'faults', faults: [{ kind }] });
  });

  it('is refused with every fault, and names each', () => {
    const wrong = {
      delay: 9_000,
      mentions: 'many',
      offSites: ['a.example', 'a.example'],
      mutedNotes: [5],
      colour: 'violet',
      constructor: 1,
      textSize: 120,
    };
    const read = readSettingsFile(fileOf(wrong));
    expect(read).toEqual({
      kind: 'faults',
      faults: [
        { kind: 'wrong', name: 'delay', found: '9000' },
        { kind: 'wrong', name: 'mentions', found: '"many"' },
        { kind: 'wrong', name: 'offSites', found: '["a.example","a.example"]' },
        { kind: 'wrong', name: 'mutedNotes', found: '[5]' },
        { kind: 'unknown', name: 'colour' },
        { kind: 'unknown', name: 'constructor' },
      ],
    });
  });
});

describe('the sites of a file', () => {
  it.each(['news.example', 'intranet', 'localhost', '192.0.2.1', '[2001:db8::1]', 'xn--mnchen-3ya.example'])(
    'may be %s',
    (host) => expect(readSettingsFile(fileOf({ offSites: [host] }))).toMatchObject({ kind: 'settings' }),
  );

  // Each would be listed as switched off, while its pages are marked.
  it.each(['News.example', 'https://news.example/', 'news.example:8080', '*.news.example', 'münchen.example', ''])(
    'are not %j',
    (host) => expect(readSettingsFile(fileOf({ offSites: [host] }))).toMatchObject({ kind: 'faults' }),
  );
});

describe('a change on a page of ours', () => {
  beforeEach(() => {
    vi.clearAllMocks();
    api.storage.local.get.mockResolvedValue({});
  });
  afterEach(() => {
    api.extension.inIncognitoContext = false;
  });

  it('is stored', async () => {
    expect(await keep(SETTINGS, () => ({ delay: 100 }))).toBe(true);
    expect(api.storage.local.set.mock.calls).toEqual([[{ delay: 100 }]]);
  });

  it('is made from what the one before it has stored', async () => {
    let stored = { offSites: ['a.example', 'b.example', 'c.example'] };
    api.storage.local.get.mockImplementation(async () => stored);
    api.storage.local.set.mockImplementationOnce(async (values) => {
      stored = values;
    });
    const switchOn = (host: string) => keep(SETTINGS, (now) => ({ offSites: switchSite(now, host, true) }));
    await Promise.all([switchOn('a.example'), switchOn('b.example')]);
    expect(api.storage.local.set).toHaveBeenLastCalledWith({ offSites: ['c.example'] });
  });

  it('is not stored in part where the browser has no room', async () => {
    api.storage.local.set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await keep(SETTINGS, () => ({ ...DEFAULTS, delay: 100 }))).toBe(false);
    expect(api.storage.local.remove).not.toHaveBeenCalled();
  });

  it.each([
    ['a private window', () => Object.assign(api.extension, { inIncognitoContext: true })],
    ['a popup over a private page', () => api.tabs.query.mockResolvedValueOnce([{ incognito: true }])],
  ])('is not stored from %s', async (_, enter) => {
    enter();
    expect(await keep(SETTINGS, () => CHOSEN)).toBe(false);
    expect([api.storage.local.set, api.storage.local.remove].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

describe('what is stored', () => {
  it('is told', async () => {
    api.storage.local.get.mockResolvedValue({ delay: 100 });
    const told: Settings[] = [];
    await follow(SETTINGS, (settings) => told.push(settings));
    expect(told).toEqual([{ ...DEFAULTS, delay: 100 }]);
  });

  it('is the defaults where the store is broken', async () => {
    api.storage.local.get.mockRejectedValue(new Error('the database is corrupt'));
    const told: Settings[] = [];
    await follow(SETTINGS, (settings) => told.push(settings));
    expect(told).toEqual([DEFAULTS]);
  });
});

describe('a site as somebody types it', () => {
  it.each([
    ['news.example', 'news.example'],
    [' https://News.example/a?b ', 'news.example'],
    ['news.example:8080/x', 'news.example'],
    ['localhost', 'localhost'],
    ['новости.example', 'xn--b1amnebsh.example'],
  ])('%j is %s', (typed, host) => expect(hostOf(typed)).toBe(host));

  it.each(['*.news.example', '', '   ', 'news', 'two words.example', 'about:blank', 'https://'])(
    '%j is none',
    (typed) => expect(hostOf(typed)).toBeNull(),
  );
});
