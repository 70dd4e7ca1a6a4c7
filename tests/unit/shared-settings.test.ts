import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DEFAULTS,
  followSettings,
  isOn,
  parseSettings,
  readSettings,
  type SettingsStore,
  switchSite,
  updateSettings,
} from '../../src/shared/settings.ts';

type Listener = Parameters<SettingsStore['onChanged']['addListener']>[0];

/** A store in memory that tells of its changes as the browsers do: once a call, and only when something is there to tell. */
function memoryStore() {
  const kept = new Map<string, unknown>();
  const listeners = new Set<Listener>();
  const tell = (keys: readonly string[]): void => {
    if (keys.length > 0)
      for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), 'local');
  };
  const store: SettingsStore = {
    local: {
      get: async (keys) => Object.fromEntries([...kept].filter(([key]) => (keys as string[]).includes(key))),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) kept.set(key, value);
        tell(Object.keys(items));
      },
      remove: async (keys) => tell((keys as string[]).filter((key) => kept.delete(key))),
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  return { store, kept, listeners };
}

describe('parseSettings', () => {
  it('fills in defaults', () => expect(parseSettings({})).toEqual(DEFAULTS));

  it('keeps what is good and replaces what is not', () => {
    expect(parseSettings({ enabled: 'no', offSites: ['a.example', 5, 'a.example', null] })).toEqual({
      enabled: true,
      offSites: ['a.example'],
    });
    expect(parseSettings({ enabled: false, offSites: 'a.example', other: 1 })).toEqual({
      enabled: false,
      offSites: [],
    });
  });
});

describe('stored settings', () => {
  let memory: ReturnType<typeof memoryStore>;
  beforeEach(() => {
    memory = memoryStore();
  });

  it('holds only what was changed', async () => {
    const { store, kept } = memory;
    await updateSettings(store, { enabled: false });
    expect(Object.fromEntries(kept)).toEqual({ enabled: false });
    await updateSettings(store, { offSites: ['a.example'] });
    await updateSettings(store, { enabled: true });
    expect(Object.fromEntries(kept)).toEqual({ offSites: ['a.example'] });
    expect(await readSettings(store)).toEqual({ enabled: true, offSites: ['a.example'] });
  });

  it('is followed until the signal is aborted', async () => {
    const { store, listeners } = memory;
    const life = new AbortController();
    const heard = vi.fn();
    await followSettings(store, life.signal, heard);
    expect(heard.mock.calls).toEqual([[DEFAULTS]]);
    await updateSettings(store, { enabled: false });
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ enabled: false, offSites: [] }));
    life.abort();
    const calls = heard.mock.calls.length;
    await updateSettings(store, { enabled: true });
    expect(heard).toHaveBeenCalledTimes(calls);
    expect(listeners.size).toBe(0);
  });

  it('says nothing to a signal that was aborted while it read', async () => {
    const life = new AbortController();
    const heard = vi.fn();
    const following = followSettings(memory.store, life.signal, heard);
    life.abort();
    await following;
    expect(heard).not.toHaveBeenCalled();
  });

  it('says nothing when the store is gone', async () => {
    const gone: SettingsStore = {
      ...memory.store,
      local: { ...memory.store.local, get: () => Promise.reject(new Error('gone')) },
    };
    const heard = vi.fn();
    await followSettings(gone, new AbortController().signal, heard);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('switches', () => {
  it('is on everywhere by default', () => expect(isOn(DEFAULTS, 'a.example')).toBe(true));

  it('is off where the site is off, and nowhere else', () => {
    const settings = { enabled: true, offSites: ['a.example'] };
    expect([isOn(settings, 'a.example'), isOn(settings, 'www.a.example')]).toEqual([false, true]);
  });

  it('is off everywhere with the switch for all sites', () => {
    expect(isOn({ enabled: false, offSites: [] }, 'a.example')).toBe(false);
  });

  it('lists a site once and takes it out again', () => {
    const off = { enabled: true, offSites: switchSite(DEFAULTS, 'a.example', false) };
    expect(off.offSites).toEqual(['a.example']);
    expect(switchSite(off, 'a.example', false)).toEqual(['a.example']);
    expect(switchSite(off, 'a.example', true)).toEqual([]);
  });
});
