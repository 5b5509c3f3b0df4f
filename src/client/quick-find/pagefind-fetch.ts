import { decodeBase64 } from '../../search/form/data-file.ts';
import { editionScripts } from '../edition-scripts.ts';

// This script is in `assets/` below the edition's root.
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** Address of the edition. */
export const root = new URL('../', own);

/** The folder of the index, as passed to Pagefind's runtime. */
export const indexFolder = 'pagefind/';

const scripts = location.protocol === 'file:' ? editionScripts(new URL('quick-find/', root)) : undefined;

/**
 * Stands in for `fetch` in Pagefind's runtime. On `file:` it loads the same bytes from a script, because there
 * nothing else can be loaded.
 *
 * @param path Path below the edition's root, perhaps with a query that keeps caches away.
 */
export async function pagefindFetch(path: string): Promise<Response> {
  if (!scripts) return window.fetch(new URL(path, root));
  const name = path.slice(indexFolder.length).replace(/\?.*$/u, '');
  return new Response(new Blob([decodeBase64(String(await scripts.load(name))).slice()]));
}
