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
      // Packages are compiled in, so that the result runs in any folder, and the program's package needs none of them.
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { ssr: { noExternal: true } } });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name,
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./page-server.ts', import.meta.url)),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported' },
        });
      },
    },
  };
}
