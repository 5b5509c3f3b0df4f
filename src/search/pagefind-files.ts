import type { ReadChunkTable } from './chunk-table.ts';
import { shardFile } from './edition-index.ts';
import { toPagefindChunk } from './posting-chunk.ts';

/** Gives the bytes of a data file of the index, by its name without `.js`. */
export type LoadFile = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Where Pagefind's runtime finds its files. */
export interface PagefindFileSource {
  load: LoadFile;
  /** Name of the file with the WebAssembly, the same for every shard. */
  wasm: string;
  /** What is needed of a shard before all else. */
  table: (folder: string) => Promise<ReadChunkTable>;
}

let source: PagefindFileSource | undefined;
const failures = new Map<string, number>();

/** Sets where `fetchPagefindFile` finds the files. */
export function providePagefindFiles(files: PagefindFileSource): void {
  source = files;
}

/** How many files of a shard could not be loaded so far: Pagefind goes on without them and says nothing. */
export function pagefindFailures(folder: string): number {
  return failures.get(folder) ?? 0;
}

/**
 * Stands for `setTimeout` in Pagefind's runtime, which looks every 50 milliseconds whether an index is
 * open yet: so long each shard would take at least.
 */
export function lookSoon(look: () => void, milliseconds: number): void {
  setTimeout(look, Math.min(milliseconds, 2));
}

/**
 * Stands for `fetch` in Pagefind's runtime, which asks for `/<folder>/…`: there is no `fetch` on
 * `file:`, so its files come out of the edition's scripts.
 */
export async function fetchPagefindFile(address: string): Promise<Response> {
  const [, folder = '', name = ''] = /^\/([^/]+)\/(?:index\/)?([^/?]+)/.exec(address) ?? [];
  if (source === undefined) throw new Error('no files for Pagefind');
  try {
    if (name === 'pagefind-entry.json') return new Response((await source.table(folder)).entry);
    if (name.endsWith('.pf_meta')) return new Response((await source.table(folder)).meta);
    if (name.startsWith('wasm.')) return new Response(await source.load(source.wasm));
    const chunk = await source.load(shardFile.chunk(folder, name.replace('.pf_index', '')));
    return new Response(await toPagefindChunk(chunk));
  } catch (error) {
    failures.set(folder, pagefindFailures(folder) + 1);
    throw error;
  }
}
