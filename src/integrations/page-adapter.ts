import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * The adapter by which Astro compiles the templates into a program that renders any page from what it is given.
 * No server runs it: the build does, page by page.
 *
 * @see https://docs.astro.build/en/reference/adapter-reference/
 */
export function pageAdapter(): AstroIntegration {
  const name = 'dafu-pages';
  return {
    name,
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- only its other value is deprecated
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./page-server.ts', import.meta.url)),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported' },
        });
      },
    },
  };
}
