import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeBase32768 } from './form/base32768.ts';
import { parseDataFile, readDataText, type LoadFile } from './form/data-file.ts';
import type { IndexEntry } from './form/edition-index.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { buildSearch, type IndexedLetter, type IndexOptions } from './indexing/index-builder.ts';
import type { SearchRequest } from './query/search-request.ts';

/** An index on the disk, and the engine that searches it. */
export interface OpenEdition {
  engine: Engine;
  folder: string;
  entry: IndexEntry;
  load: LoadFile;
  /** Names of the files that the engine has loaded; of a part of one also where it begins. */
  loaded: string[];
  close: () => Promise<void>;
}

/** Indexes letters and opens the engine. */
export async function openEdition(
  letters: readonly IndexedLetter[],
  options: IndexOptions,
): Promise<OpenEdition> {
  const folder = await mkdtemp(join(tmpdir(), 'dafu 索引 '));
  await buildSearch(letters, folder, options);
  const loaded: string[] = [];
  const entry = (await readValue(folder, 'entry')) as IndexEntry;
  const load: LoadFile = async ({ name, part }) => {
    loaded.push(part ? `${name}:${part.from}` : name);
    const text = readDataText(await readFile(fileOf(folder, name)));
    return decodeBase32768(String(parseDataFile(name, text)).slice(part?.from, part?.to));
  };
  return {
    engine: createEngine(entry, load),
    folder,
    entry,
    load,
    loaded,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A request for some text. */
export function request(text: string, narrowed: Partial<SearchRequest> = {}): SearchRequest {
  return { text, facets: {}, sort: 'relevance', ...narrowed };
}

async function readValue(folder: string, name: string): Promise<unknown> {
  return parseDataFile(name, await readFile(fileOf(folder, name), 'utf8'));
}

function fileOf(folder: string, name: string): string {
  return join(folder, 'search', `${name}.js`);
}
