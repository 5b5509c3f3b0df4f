import { fileURLToPath } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';

/** The workers of the pages, by the virtual module that has the source of each. */
const workers: Readonly<Record<string, string>> = {
  'virtual:dafu/engine': '../search/engine/engine-worker.ts',
  'virtual:dafu/copy-check': '../client/archive/copy-check-worker.ts',
};

/** Resolves the source of a worker as text. On `file:` a worker cannot have a file of its own, so the page's script embeds it. */
export const workerSources: Plugin = {
  name: 'dafu-workers',
  setup(bundler) {
    bundler.onResolve({ filter: /^virtual:dafu\/(?:engine|copy-check)$/ }, ({ path }) => ({
      path,
      namespace: 'dafu-worker',
    }));
    bundler.onLoad({ filter: /./, namespace: 'dafu-worker' }, async ({ path }) => ({
      contents: await bundleWorker(workers[path] ?? ''),
      loader: 'text',
    }));
  },
};

async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  });
  return outputFiles[0]?.text ?? '';
}
