import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { readPagefindRuntime } from '../quick-find/index-writer.ts';

const fetcher = fileURLToPath(new URL('../client/quick-find/pagefind-fetch.ts', import.meta.url));

/** Read once per process: it takes a process of Pagefind's. */
let source: Promise<string> | undefined;

/**
 * Resolves `virtual:dafu/pagefind` to Pagefind's own runtime. Its `fetch` is ours, because the browser's does not
 * work on `file:`; nothing else is changed.
 */
export const pagefindRuntime: Plugin = {
  name: 'dafu-pagefind',
  setup(bundler) {
    bundler.onResolve({ filter: /^virtual:dafu\/pagefind$/ }, ({ path }) => ({
      path,
      namespace: 'dafu-pagefind',
    }));
    bundler.onLoad({ filter: /./, namespace: 'dafu-pagefind' }, async () => {
      source ??= readPagefindRuntime();
      return {
        contents: `import { pagefindFetch as fetch } from ${JSON.stringify(fetcher)};\n${await source}`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
        loader: 'js',
      };
    });
  },
};
