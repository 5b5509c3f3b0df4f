import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleClient, type ClientAsset } from '../build/client-bundle.ts';

const virtualModule = 'virtual:dafu/assets';

/**
 * Writes the bundled stylesheet and browser scripts into the build, and lets pages import their paths
 * from `virtual:dafu/assets`. Astro's own handling of styles and scripts is not used: it links from the
 * root and emits module scripts, and neither works by double-click.
 */
export function clientAssets(): AstroIntegration {
  let assets: ClientAsset[] = [];
  return {
    name: 'dafu-client-assets',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        assets = await bundleClient({ hashed: command === 'build' });
        updateConfig({ vite: { plugins: [assetPaths(() => assets)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /^\/assets\/([\w.-]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1];
          if (name === undefined) {
            next();
            return;
          }
          // Bundled at each request, so that a saved stylesheet shows on reload.
          bundleClient({ hashed: false })
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

/** The Vite plugin behind `virtual:dafu/assets`. */
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
