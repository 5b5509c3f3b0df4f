import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { oldestBrowsers } from './browser-bundle.ts';
import { pagefindRuntime } from './pagefind-runtime.ts';
import { workerSources } from './worker-bundle.ts';

const stylesheet = fileURLToPath(new URL('../styles/site.css', import.meta.url));
const scripts = ['site', 'quick-find', 'search-page', 'reply-page', 'archive-page', 'redirect-page'];
const entry = (name: string) => fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url));

/** A file that pages link to. */
export interface ClientAsset {
  /** Entry name, such as `site.css`. */
  name: string;
  /** Path in the edition. */
  path: string;
  contents: Uint8Array;
}

/**
 * Bundles the stylesheet and the browser scripts; scripts are classic, one IIFE each.
 *
 * @param options.hashed Put a hash of the contents into each file's name.
 * @returns The files, by name.
 */
export async function bundleClient({ hashed }: { hashed: boolean }): Promise<ClientAsset[]> {
  const result = await build({
    entryPoints: [
      { in: stylesheet, out: 'site' },
      ...scripts.map((name) => ({ in: entry(name), out: name })),
    ],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    plugins: [...workerSources, pagefindRuntime],
    // Pagefind's runtime asks for it and does without it.
    logOverride: { 'empty-import-meta': 'silent' },
    format: 'iife',
    target: oldestBrowsers,
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles
    .map(({ path, contents }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { name, path: `assets/${hashed ? withHash(name, contents) : name}`, contents };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts a hash of the contents into a file's name, so that hosts may have it cached forever. */
function withHash(name: string, contents: Uint8Array): string {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}
