import { fileURLToPath } from 'node:url';
import { readPagefindRuntime } from '../quick-find/index-writer.ts';
import { virtualModule } from './browser-bundle.ts';

const fetcher = fileURLToPath(new URL('../client/quick-find/pagefind-fetch.ts', import.meta.url));

/** Read once per process: it takes a process of Pagefind's. */
let source: Promise<string> | undefined;

/**
 * Resolves `virtual:dafu/pagefind` to Pagefind's own runtime. Its `fetch` is ours, because the browser's does not
 * work on `file:`; nothing else is changed.
 */
export const pagefindRuntime = virtualModule('virtual:dafu/pagefind', async () => {
  source ??= readPagefindRuntime();
  return {
    contents: `import { pagefindFetch as fetch } from ${JSON.stringify(fetcher)};\n${await source}`,
    resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    loader: 'js',
  };
});
