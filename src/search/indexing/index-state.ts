import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryName } from '../../storage/temporary-name.ts';
import { type FileRecord } from './data-file-writer.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { NumberTable } from '../form/number-table.ts';
import type { QueryTableName } from '../form/query-tables.ts';
import type { ShardState } from './shard/shard-state.ts';

/**
 * What is kept of an index for the next build: enough to find what an edit changes without reading the rest. It is
 * of use only beside the index itself.
 */
export interface IndexState {
  /** Hash of the program that wrote it; see `program-hash.ts`. */
  program: string;
  shards: ShardState[];
  /** The number table and its files. */
  numbers: NumberTable & { files: FileRecord[] };
  /** The tables that say what else to ask. */
  tables: Record<QueryTableName, { stamp: number; file: FileRecord }>;
  entry: FileRecord;
}

/**
 * Reads the state, which begins with a hash of itself.
 *
 * @returns undefined if there is none.
 */
export async function readState(file: string): Promise<IndexState | 'damaged' | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
  const json = text.slice(text.indexOf('\n') + 1);
  return text === sealed(json) ? (JSON.parse(json) as IndexState) : 'damaged';
}

/** Writes the state, whole or not at all. */
export async function writeState(file: string, state: IndexState): Promise<void> {
  const aside = temporaryName(file);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(aside, sealed(JSON.stringify(state)));
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}

function sealed(json: string): string {
  return `${sha256(json)}\n${json}`;
}
