import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';
import { bundleEngine } from '../build/engine-bundle.ts';

const virtualModule = 'virtual:dafu/assets';
const stylesheet = fileURLToPath(new URL('../styles/site.css', import.meta.url));
const scripts = ['site', 'search-page', 'reply-page', 'archive-page'];
const entry = (name: string) => fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url));

/** A file that pages link: its entry name (`site.css`), its path in the edition, its bytes. */
interface ClientAsset {
  name: string;
  path: string;
  contents: Uint8Array;
}

/**
 * Bundles the stylesheet and the browser scripts, writes them into the build, and lets pages import
 * their paths from `virtual:dafu/assets`. Astro's own handling of styles and scripts is not used: it
 * links from the root and emits module scripts, and neither works by double-click.
 */
export function clientAssets(): AstroIntegration {
  let assets: ClientAsset[] = [];
  return {
    name: 'dafu-client-assets',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        assets = await bundle({ hashed: command === 'build' });
        updateConfig({ vite: { plugins: [assetPaths(() => assets)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /^\/assets\/([\w.-]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1];
          if (name === undefined) {
            next();
            return;
          }
          // Bundled afresh at each request: what the editor of a stylesheet sees is what was saved.
          bundle({ hashed: false })
            .then((fresh) => {
              const asset = fresh.find((candidate) => candidate.name === name);
              response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/javascript');
              response.end(asset?.contents);
            })
            .catch(next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        for (const { path, contents } of assets) {
          const file = join(fileURLToPath(dir), path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, contents);
        }
      },
    },
  };
}

/** Bundles every entry; scripts are classic, one IIFE each. */
async function bundle({ hashed }: { hashed: boolean }): Promise<ClientAsset[]> {
  const result = await build({
    entryPoints: [
      { in: stylesheet, out: 'site' },
      ...scripts.map((name) => ({ in: entry(name), out: name })),
    ],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    plugins: [engineSource],
    format: 'iife',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
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

/** Gives `virtual:dafu/engine`: a worker cannot have a file of its own on `file:`, so the page's script holds it. */
const engineSource: Plugin = {
  name: 'dafu-engine',
  setup(bundler) {
    bundler.onResolve({ filter: /^virtual:dafu\/engine$/ }, ({ path }) => ({
      path,
      namespace: 'dafu-engine',
    }));
    bundler.onLoad({ filter: /./, namespace: 'dafu-engine' }, async () => ({
      contents: await bundleEngine(),
      loader: 'text',
    }));
  },
};

/** Puts a hash of the content into a file's name, so that hosts may let it be cached for ever. */
function withHash(name: string, contents: Uint8Array): string {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}

function assetPaths(current: () => ClientAsset[]) {
  return {
    name: 'dafu-asset-paths',
    resolveId: (id: string) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    load: (id: string) =>
      id === `\0${virtualModule}`
        ? `export default ${JSON.stringify(Object.fromEntries(current().map(({ name, path }) => [name, path])))}`
        : undefined,
  };
}
