import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleClientAssets, type ClientAsset } from './client-assets.ts';

const virtualModule = 'virtual:dafu/assets';

/**
 * What makes the pages that Astro renders one edition: the bundled stylesheet and scripts, the
 * received originals, the search index and the build's record.
 */
export function edition(): AstroIntegration {
  let assets: ClientAsset[] = [];
  return {
    name: 'dafu-edition',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        assets = await bundleClientAssets({ hashed: command === 'build' });
        updateConfig({ vite: { plugins: [assetPaths(() => assets)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /^\/assets\/([\w.-]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1];
          if (name === undefined) return next();
          // Bundled afresh at each request: what the editor of a stylesheet sees is what was saved.
          bundleClientAssets({ hashed: false })
            .then((fresh) => {
              const asset = fresh.find((candidate) => candidate.name === name);
              if (!asset) return next();
              response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/javascript');
              response.end(asset.contents);
            })
            .catch(next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        for (const asset of assets) await writeInto(out, asset.path, asset.contents);
      },
    },
  };
}

/** Lets pages import the paths of the bundled assets by entry name. */
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

async function writeInto(out: string, path: string, contents: Uint8Array | string): Promise<void> {
  const file = join(out, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, contents);
}
