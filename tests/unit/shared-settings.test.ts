import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, SETTINGS, type Settings } from '../../src/shared/settings.ts';
import { followStore, parse, readStore, type Store, updateStore } from '../../src/shared/store.ts';
import { isOn, SWITCHES, type Switches, switchSite } from '../../src/shared/switches.ts';

type Listener = Parameters<Store['onChanged']['addListener']>[0];

/** A store in memory that tells of its changes as the browsers do: once a call, and only when something is there to tell. */
function memoryStore() {
  const kept = new Map<string, unknown>();
  const listeners = new Set<Listener>();
  const tell = (keys: readonly string[]): void => {
    if (keys.length > 0)
      for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), 'local');
  };
  const store: Store = {
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

const ON = parse(SWITCHES, {});

/** A page's window, as far as its coming back goes. */
const page = new EventTarget();
vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
const comesBack = (persisted: boolean): boolean =>
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('parsing', () => {
  it('fills in defaults', () =>
    expect(DEFAULTS).toEqual({
      enabled: true,
      offSites: [],
      delay: 350,
      mentions: 'first',
      appearance: 'system',
      textSize: 100,
      announce: true,
      mutedNotes: [],
    }));

  it('keeps what is good', () => {
    const chosen: Settings = {
      enabled: false,
      offSites: ['a.example'],
      delay: 0,
      mentions: 'claims',
      appearance: 'dark',
      textSize: 200,
      announce: false,
      mutedNotes: ['isaf'],
    };
    expect(parse(SETTINGS, { ...chosen, other: 1 })).toEqual(chosen);
  });

  it.each([
    ['enabled', 'no'],
    ['offSites', 'a.example'],
    ['delay', -1],
    ['delay', 2_001],
    ['delay', Number.NaN],
    ['delay', '350'],
    ['mentions', 'none'],
    ['appearance', 5],
    ['textSize', 1_000],
    ['announce', null],
    ['mutedNotes', { isaf: true }],
  ])('takes the default for %s of %j', (key, stored) => expect(parse(SETTINGS, { [key]: stored })).toEqual(DEFAULTS));

  it('keeps the good texts of a list, each once', () =>
    expect(parse(SWITCHES, { offSites: ['a.example', 5, 'a.example', null] }).offSites).toEqual(['a.example']));
});

describe('stored settings', () => {
  let memory: ReturnType<typeof memoryStore>;
  beforeEach(() => {
    memory = memoryStore();
  });

  it('holds only what was changed', async () => {
    const { store, kept } = memory;
    await updateStore(store, SWITCHES, { enabled: false });
    expect(Object.fromEntries(kept)).toEqual({ enabled: false });
    await updateStore(store, SWITCHES, { offSites: ['a.example'] });
    await updateStore(store, SWITCHES, { enabled: true });
    expect(Object.fromEntries(kept)).toEqual({ offSites: ['a.example'] });
    expect(await readStore(store, SWITCHES)).toEqual({ enabled: true, offSites: ['a.example'] });
  });

  it('is followed until the signal is aborted', async () => {
    const { store, listeners } = memory;
    const life = new AbortController();
    const heard = vi.fn();
    await followStore(store, SWITCHES, life.signal, heard);
    expect(heard.mock.calls).toEqual([[ON]]);
    await updateStore(store, SWITCHES, { enabled: false });
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ enabled: false, offSites: [] }));
    life.abort();
    const calls = heard.mock.calls.length;
    await updateStore(store, SWITCHES, { enabled: true });
    expect(heard).toHaveBeenCalledTimes(calls);
    expect(listeners.size).toBe(0);
  });

  it('is told again to a page that comes back from the cache, not to one that is loaded', async () => {
    const life = new AbortController();
    const heard = vi.fn();
    await followStore(memory.store, SWITCHES, life.signal, heard);
    memory.kept.set('enabled', false);
    comesBack(false);
    comesBack(true);
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[ON], [{ enabled: false, offSites: [] }]]));
    life.abort();
    comesBack(true);
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('says nothing to a signal that was aborted while it read', async () => {
    const life = new AbortController();
    const heard = vi.fn();
    const following = followStore(memory.store, SWITCHES, life.signal, heard);
    life.abort();
    await following;
    expect(heard).not.toHaveBeenCalled();
  });

  it('says nothing when the store is gone', async () => {
    const gone: Store = {
      ...memory.store,
      local: { ...memory.store.local, get: () => Promise.reject(new Error('gone')) },
    };
    const heard = vi.fn();
    await followStore(gone, SWITCHES, new AbortController().signal, heard);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('switches', () => {
  it('is on everywhere by default', () => expect(isOn(ON, 'a.example')).toBe(true));

  it('is off where the site is off, and nowhere else', () => {
    const switches: Switches = { enabled: true, offSites: ['a.example'] };
    expect([isOn(switches, 'a.example'), isOn(switches, 'b.a.example')]).toEqual([false, true]);
  });

  it('takes a site with "www." for the same', () => {
    const off = { enabled: true, offSites: ['a.example', 'www.b.example'] };
    expect([isOn(off, 'www.a.example'), isOn(off, 'b.example')]).toEqual([false, false]);
    expect(switchSite(off, 'b.example', true)).toEqual(['a.example']);
    expect(switchSite(off, 'www.a.example', false)).toEqual(['www.b.example', 'www.a.example']);
  });

  it('is off everywhere with the switch for all sites', () => {
    expect(isOn({ enabled: false, offSites: [] }, 'a.example')).toBe(false);
  });

  it('lists a site once and takes it out again', () => {
    const off = { enabled: true, offSites: switchSite(ON, 'a.example', false) };
    expect(off.offSites).toEqual(['a.example']);
    expect(switchSite(off, 'a.example', false)).toEqual(['a.example']);
    expect(switchSite(off, 'a.example', true)).toEqual([]);
  });
});
