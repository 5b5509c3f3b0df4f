import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

/** The search engine as one script; its name comes from its contents. */
export interface EngineBundle {
  name: string;
  source: string;
}

/** Bundles the engine for a worker. */
export async function bundleEngine(): Promise<EngineBundle> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL('./engine-worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  });
  const source = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { name: `engine.${hash}`, source };
}
