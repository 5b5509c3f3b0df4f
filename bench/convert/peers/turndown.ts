import { loadPackage } from './package.ts';

interface Service {
  turndown: (html: string) => string;
  use: (plugin: unknown) => void;
}
interface TurndownModule {
  default: new (options: { headingStyle: 'atx' }) => Service;
}

/** HTML to Markdown by Turndown with its tables plugin, the usual way to Markdown in Node. */
export async function loadTurndown(): Promise<
  { write: (html: string) => string; version: string } | undefined
> {
  const [turndown, plugin] = [await loadPackage('turndown'), await loadPackage('turndown-plugin-gfm')];
  if (!turndown || !plugin) return undefined;
  const service = new (turndown.module as TurndownModule).default({ headingStyle: 'atx' });
  service.use((plugin.module as { gfm: unknown }).gfm);
  return { write: (html) => service.turndown(html), version: turndown.version };
}
