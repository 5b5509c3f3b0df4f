import { listStamps } from './data-file-writer.ts';
import { sizeStep, type StoredChunkTable } from '../form/chunk-table.ts';

/** What the table needs to know of a chunk. */
export interface ChunkSummary {
  /** Its first and its last token. */
  first: string;
  last: string;
  /** In bytes. */
  size: number;
  stamp: number;
  /** Stamp of its file of zones, if it has one. */
  zoneStamp?: number;
}

/**
 * Builds the table of chunks.
 *
 * @param chunks In the order of their tokens.
 * @param zonesFrom Size from which chunks have a file of zones, in steps of `sizeStep`.
 */
export function buildChunkTable(chunks: readonly ChunkSummary[], zonesFrom: number): StoredChunkTable {
  return {
    bounds: packBounds(chunks.map(({ first }, chunk) => shortestBound(chunks[chunk - 1]?.last ?? '', first))),
    sizes: chunks.map(({ size }) => toSizeSteps(size)),
    stamps: listStamps([
      ...chunks.map(({ stamp }) => stamp),
      ...chunks.flatMap(({ zoneStamp }) => zoneStamp ?? []),
    ]),
    zonesFrom,
  };
}

/** Converts a size in bytes to steps of the table. */
export function toSizeSteps(size: number): number {
  return Math.floor(size / sizeStep);
}

/**
 * The shortest text that separates two neighbours: greater than one, not greater than the other.
 *
 * @param before The last token of a chunk.
 * @param first The first token of the next chunk, which is greater.
 */
export function shortestBound(before: string, first: string): string {
  const [left, right] = [Array.from(before), Array.from(first)];
  return right.slice(0, sharedPrefixLength(left, right) + 1).join('');
}

/** Packs bounds as in `StoredChunkTable.bounds`. */
export function packBounds(bounds: readonly string[]): string {
  let last: string[] = [];
  return bounds
    .map((bound) => {
      const characters = Array.from(bound);
      const shared = Math.min(25, sharedPrefixLength(last, characters));
      last = characters;
      return String.fromCharCode(65 + shared) + characters.slice(shared).join('');
    })
    .join('');
}

function sharedPrefixLength(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
