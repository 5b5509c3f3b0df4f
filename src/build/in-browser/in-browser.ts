import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the program takes from Node, and what it gets in a browser instead. */
const builtins: Record<string, string> = {
  'node:crypto': here('node-crypto.ts'),
  'node:fs': here('node-fs.ts'),
  'node:fs/promises': here('node-fs.ts'),
  'node:path': fileURLToPath(import.meta.resolve('pathe')),
  'node:zlib': here('node-zlib.ts'),
};

/** Puts what a browser has in the place of what Node has. */
const withoutNode: Plugin = {
  name: 'dafu-without-node',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:/ }, ({ path }) => {
      const replacement = builtins[path];
      return replacement === undefined
        ? { errors: [{ text: `${path} has no place in a browser` }] }
        : { path: replacement };
    });
  },
};

/**
 * Options to bundle code of Node's for a browser.
 *
 * @param plugins More plugins; they resolve modules first.
 */
export function inBrowser(plugins: readonly Plugin[] = []): BuildOptions {
  return {
    platform: 'browser',
    // Some packages use the document where there is one.
    conditions: ['worker'],
    plugins: [...plugins, withoutNode],
    inject: [here('buffer.ts')],
    define: { 'process.env.SOURCE_DATE_EPOCH': 'undefined' },
  };
}
