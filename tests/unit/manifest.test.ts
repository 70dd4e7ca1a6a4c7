/** The one manifest, for both browsers, and that the build holds every file it names. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLDEST } from '../../src/cli/bundling.ts';
import { ROOT } from '../../src/cli/root.ts';
import { read } from './source.ts';

interface Manifest {
  readonly [key: string]: unknown;
  readonly version: string;
  readonly minimum_chrome_version: string;
  readonly browser_specific_settings: {
    readonly gecko: {
      readonly id: string;
      readonly strict_min_version: string;
      readonly data_collection_permissions: unknown;
    };
    readonly gecko_android: { readonly strict_min_version: string };
  };
}

const manifest = JSON.parse(read('manifest.json')) as Manifest;
const EVERYWHERE = ['http://*/*', 'https://*/*'];

/** Every text in a value that is the name of a file. */
function filesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w/-]+\.(?:js|css|html|png)$/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(filesIn) : [];
}

describe('manifest.json', () => {
  it('case 50: has the keys of both browsers', () => {
    expect(manifest['manifest_version']).toBe(3);
    expect(manifest['background']).toEqual({ service_worker: 'background.js', scripts: ['background.js'] });
    const { gecko, gecko_android } = manifest.browser_specific_settings;
    expect(gecko.id).toMatch(/^[\w.-]+@[\w.-]+$/);
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(Number.parseInt(manifest.minimum_chrome_version, 10)).toBe(OLDEST.chromium);
    expect(Number.parseInt(gecko.strict_min_version, 10)).toBe(OLDEST.firefox);
    expect(Number.parseInt(gecko_android.strict_min_version, 10)).toBe(OLDEST.firefox);
  });

  it('asks for these permissions and no others', () => {
    expect(manifest['permissions']).toEqual(['storage', 'scripting']);
    expect(manifest['host_permissions']).toEqual(EVERYWHERE);
    for (const key of [
      'optional_permissions',
      'optional_host_permissions',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('case 48: runs the gate alone on every page, in the top frame', () => {
    const scripts = manifest['content_scripts'];
    expect(scripts).toEqual([expect.objectContaining({ matches: EVERYWHERE, js: ['gate.js'], css: ['marks.css'] })]);
    expect(JSON.stringify(scripts)).not.toContain('all_frames');
  });

  it('shuts the pages of the extension off from the network', () => {
    expect(manifest['content_security_policy']).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
    });
  });

  it('case 50: has the version of the package', () => {
    const version = (path: string) => (JSON.parse(read(path)) as { version: string }).version;
    expect(manifest.version).toBe(version('package.json'));
    expect(version('package-lock.json')).toBe(version('package.json'));
  });

  it('takes its words from the interface strings', () => {
    const messages = JSON.parse(read('src/_locales/en/messages.json')) as Record<string, unknown>;
    const used = [...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);
    expect(used.length).toBeGreaterThan(0);
    for (const key of used) expect(messages).toHaveProperty(key);
  });
});

/** `npm test` builds first; by hand: `npm run build`. */
describe('dist', () => {
  const dist = (path: string): string => join(ROOT, 'dist', path);

  it('case 50: holds every file that the manifest names, and the manifest itself', () => {
    const named = filesIn(manifest);
    expect(named).toContain('gate.js');
    expect(named.filter((path) => !existsSync(dist(path)))).toEqual([]);
    expect(read('dist/manifest.json')).toBe(read('manifest.json'));
  });

  it('holds what the scripts inject and what its pages load', () => {
    for (const path of ['reader.js', 'rules.js', 'card.js', 'cards.js', '_locales/en/messages.json'])
      expect(existsSync(dist(path)), path).toBe(true);
    const pages = readdirSync(dist('')).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('popup.html');
    for (const page of pages) {
      const loaded = [...read(`dist/${page}`).matchAll(/(?:src|href)="([^"#:]+)"/g)].map(([, path = '']) => path);
      expect(loaded.filter((path) => !existsSync(dist(path)))).toEqual([]);
    }
  });

  it('is left by the build without traces beside it', () => {
    expect(readdirSync(ROOT).filter((name) => /^dist\.(?:new|old)-/.test(name))).toEqual([]);
  });
});
