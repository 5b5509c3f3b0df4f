import { shardFile } from '../../form/edition-index.ts';
import { shortestBound, toSizeSteps, type ChunkSummary } from '../chunk-table-writer.ts';
import { makeDataFile, type FileRecord, type NewFile } from '../data-file-writer.ts';
import type { DealtChunk } from './chunk-dealer.ts';
import { packChunk } from './chunk-packer.ts';
import { packZones, type ZoneBounds } from './zone-packer.ts';

/** What is kept of a chunk for the next build. */
export interface ChunkRecord extends ChunkSummary {
  /** Positions, and of single units letters. */
  positions: number;
  /** Whether it is one family that fills a chunk by itself. */
  isFull: boolean;
  /** Its files: the chunk, and its zones if it has them. */
  files: FileRecord[];
}

/** How chunks of a shard are packed. */
export interface ChunkPacking {
  folder: string;
  /** Letters of the shard. */
  letters: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom: number;
  zoneBounds: ZoneBounds;
}

/**
 * Makes the files of a chunk.
 *
 * @param before Last token of the chunk before; any lower text for the first of a region.
 */
export function makeChunkFiles(
  { parts, mark, first, last, isFull }: DealtChunk,
  before: string,
  { folder, letters, zonesFrom, zoneBounds }: ChunkPacking,
): { record: ChunkRecord; files: NewFile[] } {
  const bound = shortestBound(before, first);
  const packed = packChunk(parts, mark);
  const { stamp, ...chunk } = makeDataFile(shardFile.chunk(folder, bound), [packed]);
  const files: NewFile[] = [chunk];
  const summary = { first, last, isFull, positions: mark.positions, size: packed.length, stamp };
  if (toSizeSteps(packed.length) < zonesFrom)
    return { record: { ...summary, files: files.map(recordOf) }, files };
  const zones = makeDataFile(shardFile.zones(folder, bound), [packZones(parts, mark, zoneBounds, letters)]);
  files.push(zones);
  return { record: { ...summary, zoneStamp: zones.stamp, files: files.map(recordOf) }, files };
}

/** The name of a chunk's first file, without `.js`. */
export function chunkName(folder: string, { first }: Pick<ChunkRecord, 'first'>, before: string): string {
  return shardFile.chunk(folder, shortestBound(before, first));
}

/**
 * Makes the files of a chunk whose lower bound is another one now, because the chunk before has other tokens.
 *
 * @param contents Of its files.
 */
export function renameChunk(
  chunk: ChunkRecord,
  before: string,
  contents: readonly Uint8Array[],
  folder: string,
): { record: ChunkRecord; files: NewFile[] } {
  const bound = shortestBound(before, chunk.first);
  const files = contents.map((content, index) =>
    makeDataFile(index === 0 ? shardFile.chunk(folder, bound) : shardFile.zones(folder, bound), [content]),
  );
  return { record: { ...chunk, files: files.map(recordOf) }, files };
}

function recordOf({ path, sha256, size }: NewFile): FileRecord {
  return { path, sha256, size };
}
