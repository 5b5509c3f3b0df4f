import { fileURLToPath } from 'node:url';
import { bundleForBrowser, virtualModule } from './browser-bundle.ts';

/** The workers of the pages, by the virtual module that has the source of each. */
const workers = [
  ['virtual:dafu/engine', new URL('../search/engine/engine-worker.ts', import.meta.url)],
  ['virtual:dafu/copy-check', new URL('../client/archive/copy-check-worker.ts', import.meta.url)],
] as const;

/**
 * Resolve the sources of workers as text. On `file:` a worker cannot have a file of its own, so the page's script
 * embeds it.
 */
export const workerSources = workers.map(([name, entry]) =>
  virtualModule(name, async () => ({
    contents: await bundleForBrowser(fileURLToPath(entry)),
    loader: 'text',
  })),
);
