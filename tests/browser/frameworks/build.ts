/** The same article by each framework: what its server sends, and the script that wakes it up in the page. Development builds, which complain of what they find changed. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';

export const FRAMEWORKS = ['react', 'vue', 'svelte'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
type Side = 'server' | 'client';

const svelte = (generate: Side): Plugin => ({
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, 'utf8'), { generate, filename: path, dev: true }).js.code,
    })),
});

async function bundle(name: Framework, side: Side, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [`${FOLDER}${name}.${side}.ts`],
    bundle: true,
    write: false,
    logLevel: 'silent',
    conditions: ['development'],
    plugins: [svelte(side)],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  return outputFiles?.[0]?.text ?? '';
}

interface Server {
  render(): string | Promise<string>;
}

/** The article's markup as the framework's server sends it. */
export async function renderOnServer(name: Framework): Promise<string> {
  const code = await bundle(name, 'server', { platform: 'node', format: 'cjs' });
  const module = { exports: {} };
  const run = runInThisContext(`(module, require) => {${code}}`) as (module: object, require: NodeJS.Require) => void;
  run(module, createRequire(import.meta.url));
  return (module.exports as Server).render();
}

/** A script whose value is the client's exports. */
export async function bundleClient(name: Framework): Promise<string> {
  const code = await bundle(name, 'client', { format: 'iife', globalName: 'client' });
  return `(() => {${code};return client;})()`;
}
