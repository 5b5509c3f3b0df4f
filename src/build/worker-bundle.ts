import { fileURLToPath } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';

/** The workers of the pages, by the virtual module that has the source of each. */
const workers = new Map([
  ['virtual:dafu/engine', new URL('../search/engine/engine-worker.ts', import.meta.url)],
  ['virtual:dafu/copy-check', new URL('../client/archive/copy-check-worker.ts', import.meta.url)],
]);

/** Resolves the source of a worker as text. On `file:` a worker cannot have a file of its own, so the page's script embeds it. */
export const workerSources: Plugin = {
  name: 'dafu-workers',
  setup(bundler) {
    for (const [name, entry] of workers) {
      bundler.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: name }));
      bundler.onLoad({ filter: /./, namespace: name }, async () => ({
        contents: await bundleWorker(entry),
        loader: 'text',
      }));
    }
  },
};

async function bundleWorker(entry: URL): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(entry)],
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
