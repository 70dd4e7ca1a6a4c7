/** How source becomes scripts, said once for the build and for the tests that load one module into a page. */
import { readFile } from 'node:fs/promises';
import { type BuildOptions, type Plugin, transform } from 'esbuild';

/** Oldest major versions that Sidelight runs in; the manifest says the same (a test compares them). */
export const OLDEST = { chromium: 148, firefox: 149 } as const;

const TARGET = [`chrome${OLDEST.chromium}`, `firefox${OLDEST.firefox}`];
const VIRTUAL = 'sidelight:anchors';

/** `import { anchors } from 'sidelight:anchors'`: the words by which the gate knows a page that may concern the topic. */
function anchorsPlugin(anchors: () => readonly string[] | Promise<readonly string[]>): Plugin {
  return {
    name: 'anchors',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${VIRTUAL}$`) }, () => ({ path: VIRTUAL, namespace: 'sidelight' }));
      build.onLoad({ filter: /.*/, namespace: 'sidelight' }, async () => ({
        contents: `export const anchors = ${JSON.stringify(await anchors())};`,
      }));
    },
  };
}

/** A style sheet imported by a script is its text, as small as it goes. */
const cssText: Plugin = {
  name: 'css-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', target: TARGET, minify: true, sourcefile: path });
      return { contents: code, loader: 'text' };
    });
  },
};

/** Options for one self-contained classic script: content scripts and Firefox's event page take no modules without web-accessible files. */
export function bundleOptions(anchors: () => readonly string[] | Promise<readonly string[]>): BuildOptions {
  return {
    bundle: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [anchorsPlugin(anchors), cssText],
    write: false,
    logLevel: 'silent',
  };
}
