import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';
import { readPagefindRuntime } from './pagefind-runtime.ts';

/** What the browser needs besides the index: names come from the contents. */
export interface EngineBundle {
  /** One script for a worker. */
  engine: { name: string; source: string };
  /** Pagefind's WebAssembly, compressed by Pagefind. */
  wasm: { name: string; bytes: Uint8Array };
}

/**
 * Bundles the engine with Pagefind's runtime.
 *
 * @param format `esm` for Node, where the engine is imported: it exports `createEngine`.
 */
export async function bundleEngine(format: 'iife' | 'esm' = 'iife'): Promise<EngineBundle> {
  const runtime = await readPagefindRuntime();
  const entry = format === 'esm' ? 'engine.ts' : 'engine-worker.ts';
  const { outputFiles } = await bundle({
    entryPoints: [besideThis(entry)],
    plugins: [pagefindPlugin(runtime.source)],
    // Only to find where it lies, which it is told; a classic script has no such thing.
    define: { 'import.meta.url': '""' },
    bundle: true,
    minify: true,
    write: false,
    format,
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  });
  const source = outputFiles[0]?.text ?? '';
  return {
    engine: { name: `engine.${hashOf(source)}`, source },
    wasm: { name: `pagefind.${hashOf(runtime.wasm)}`, bytes: runtime.wasm },
  };
}

/** Lets the engine import Pagefind's runtime, with our files in the place of `fetch`, and impatient. */
function pagefindPlugin(source: string): Plugin {
  const files = JSON.stringify(besideThis('pagefind-files.ts'));
  return {
    name: 'pagefind',
    setup(build) {
      build.onResolve({ filter: /^virtual:pagefind$/ }, ({ path }) => ({ path, namespace: 'pagefind' }));
      build.onLoad({ filter: /./, namespace: 'pagefind' }, () => ({
        contents: `import { fetchPagefindFile as fetch, lookSoon as setTimeout } from ${files};\n${source}`,
        resolveDir: besideThis('.'),
      }));
    },
  };
}

function besideThis(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}

function hashOf(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex').slice(0, 8);
}
