import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

/** Bundles the search engine as the source of a worker. */
export async function bundleEngine(): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL('../search/engine/engine-worker.ts', import.meta.url))],
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
