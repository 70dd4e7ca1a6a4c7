import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (...values: never[]) => unknown;
const heard = vi.hoisted(() => new Map<string, Listener>());
const api = vi.hoisted(() => {
  const event = (name: string) => ({ addListener: (listener: Listener) => heard.set(name, listener) });
  return {
    runtime: { id: 'ours', onMessage: event('message'), onInstalled: event('installed') },
    permissions: { onAdded: event('granted') },
    scripting: { executeScript: vi.fn(), insertCSS: vi.fn() },
    tabs: { query: vi.fn(), create: vi.fn(), sendMessage: vi.fn() },
    commands: { onCommand: event('command') },
    action: { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn() },
  };
});
vi.mock('../../src/shared/browser.ts', () => ({ browser: api }));
vi.stubGlobal('addEventListener', (name: string, listener: Listener) => heard.set(name, listener));
await import('../../src/background/background.ts');

const fire = async (name: string, ...values: unknown[]): Promise<unknown> => heard.get(name)?.(...(values as never[]));
const sender = { id: 'ours', frameId: 0, documentId: 'doc', tab: { id: 7 } };

beforeEach(() => {
  vi.clearAllMocks();
  api.scripting.executeScript.mockResolvedValue([]);
  api.scripting.insertCSS.mockResolvedValue(undefined);
  api.tabs.query.mockResolvedValue([{ id: 1 }, { id: 2 }, {}]);
});

describe('a message', () => {
  it('of the gate brings the reader into the very document that sent it', async () => {
    await fire('message', { type: 'topic' }, sender);
    expect(api.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, documentIds: ['doc'] }, files: ['rules.js'] }],
      [{ target: { tabId: 7, documentIds: ['doc'] }, files: ['reader.js'] }],
    ]);
  });

  it('of a browser that names no document brings it into the top frame', async () => {
    await fire('message', { type: 'card' }, { id: 'ours', frameId: 0, tab: { id: 7 } });
    expect(api.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, frameIds: [0] }, files: ['cards.js'] }],
      [{ target: { tabId: 7, frameIds: [0] }, files: ['card.js'] }],
    ]);
  });

  it('of the reader sets the badge of its tab, and empties it for none', async () => {
    await fire('message', { type: 'marks', count: 9 }, sender);
    await fire('message', { type: 'marks', count: 0 }, sender);
    expect(api.action.setBadgeText.mock.calls).toEqual([[{ tabId: 7, text: '9' }], [{ tabId: 7, text: '' }]]);
  });

  it.each([
    ['another extension', { ...sender, id: 'theirs' }, { type: 'topic' }],
    ['a frame', { ...sender, frameId: 3 }, { type: 'topic' }],
    ['a page of ours', { id: 'ours' }, { type: 'topic' }],
    ['nobody we know the language of', sender, { type: 'marks', count: 'many' }],
  ])('of %s does nothing', async (_who, from, message) => {
    await fire('message', message, from);
    expect([api.scripting.executeScript, api.action.setBadgeText].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

describe('the welcome page', () => {
  it('opens when the extension is installed, and never again', async () => {
    await fire('installed', { reason: 'install' });
    expect(api.tabs.create.mock.calls).toEqual([[{ url: 'welcome.html' }]]);
    for (const reason of ['update', 'browser_update', 'chrome_update']) await fire('installed', { reason });
    await fire('granted', {});
    expect(api.tabs.create).toHaveBeenCalledTimes(1);
  });
});

describe('a key', () => {
  it.each([
    ['next-note', 1],
    ['previous-note', -1],
  ])('asks the page in front for the %s', async (command, by) => {
    api.tabs.sendMessage.mockRejectedValue(new Error('nobody listens'));
    await fire('command', command, { id: 7 });
    expect(api.tabs.sendMessage.mock.calls).toEqual([[7, { type: 'step', by }, { frameId: 0 }]]);
  });

  it('that is none of ours asks nothing, nor one without a page', async () => {
    await fire('command', 'other', { id: 7 });
    await fire('command', 'next-note');
    expect(api.tabs.sendMessage).not.toHaveBeenCalled();
  });

  it('is nothing that the background needs: Firefox for Android has none', async () => {
    vi.resetModules();
    const { commands: _, ...without } = api;
    vi.doMock('../../src/shared/browser.ts', () => ({ browser: without }));
    await expect(import('../../src/background/background.ts')).resolves.toBeDefined();
  });
});

describe('a page that cannot be injected', () => {
  it.each([
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    'The extensions gallery cannot be scripted.',
    'No tab with id: 7.',
    'No document with id doc in tab with id 7',
    'Missing host permission for the tab',
    'Frame with ID 0 is showing error page',
  ])('is no fault: %s', async (reason) => {
    api.scripting.executeScript.mockRejectedValue(new Error(reason));
    await expect(fire('message', { type: 'topic' }, sender)).resolves.toBeUndefined();
  });

  it('is told from a fault of ours', async () => {
    api.scripting.executeScript.mockRejectedValue(new Error('Could not load file: reader.js'));
    await expect(fire('message', { type: 'topic' }, sender)).rejects.toThrow('reader.js');
  });
});

describe('open pages', () => {
  it.each([
    ['activate', 'the worker is new'],
    ['granted', 'access was given'],
  ])('get the gate on "%s": %s', async (event) => {
    await fire(event, {});
    await vi.waitFor(() => expect(api.scripting.executeScript).toHaveBeenCalledTimes(2));
    expect(api.scripting.executeScript.mock.calls.map(([injection]) => injection)).toEqual(
      [1, 2].map((tabId) => ({ target: { tabId }, files: ['gate.js'] })),
    );
    expect(api.scripting.insertCSS).toHaveBeenCalledTimes(2);
  });

  it('do not lose the gate because one of them refuses', async () => {
    api.scripting.insertCSS.mockRejectedValueOnce(new Error('The tab was closed.'));
    api.scripting.executeScript.mockRejectedValueOnce(new Error('No tab with id: 1.'));
    await expect(fire('granted', {})).resolves.toBeUndefined();
    expect(api.scripting.executeScript).toHaveBeenCalledTimes(2);
  });
});
