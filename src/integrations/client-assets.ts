import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const stylesheet = fileURLToPath(new URL('../styles/site.css', import.meta.url));
const entry = (name: string) => fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url));
const scripts = ['site', 'search-page', 'reply-page'];

/** A file that pages link: its entry name (`site.css`), its path in the edition, its bytes. */
export interface ClientAsset {
  name: string;
  path: string;
  contents: Uint8Array;
}

/**
 * Bundles the stylesheet and the browser scripts of src/client/. Scripts are classic (one IIFE each):
 * a browser runs no module script from a `file:` page.
 *
 * @param options.hashed Put a hash of the content into each path, so that hosts may cache for ever.
 */
export async function bundleClientAssets(options: { hashed: boolean }): Promise<ClientAsset[]> {
  const result = await build({
    entryPoints: [{ in: stylesheet, out: 'site' }, ...scripts.map((name) => ({ in: entry(name), out: name }))],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles
    .map((file) => {
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      return { name, path: `assets/${options.hashed ? withHash(name, file.contents) : name}`, contents: file.contents };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withHash(name: string, contents: Uint8Array): string {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}
