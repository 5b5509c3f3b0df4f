import { readStamps } from './data-file.ts';
import { compareCodePoints } from '../text/code-point-order.ts';

/**
 * Which chunk of a shard's index contains which tokens. Of each chunk the shortest text that
 * separates it from the one before is enough: the table is a quarter of one with first and last tokens.
 */
export interface StoredChunkTable {
  /**
   * The lower bounds of the chunks, in the order of UTF-8 bytes; what is below the first is in none. Each begins with a capital letter, which no token
   * contains: the number of characters it shares with the one before (A: none).
   */
  bounds: string;
  /** Size of each chunk, in steps of `sizeStep`. */
  sizes: number[];
  /** Stamp of each chunk, then of each file of zones; see `readStamps`. */
  stamps: string;
  /** Chunks from this size on, in steps, have a file of zones too (`zone-chunk.ts`). */
  zonesFrom: number;
}

/** In bytes. */
export const sizeStep = 2048;

/** A table ready for use. */
export interface ChunkTable {
  /** The chunk that contains a token, if the shard contains it at all. */
  chunkOf: (token: string) => number;
  /** Approximate size of a chunk, in bytes. */
  sizeOf: (chunk: number) => number;
  /** Whether a chunk has a file of zones too. */
  hasZones: (chunk: number) => boolean;
  /** Lower bound of a chunk, by which its files are named. */
  boundOf: (chunk: number) => string;
  /** Stamps of a chunk and of its file of zones. */
  stampOf: (chunk: number) => number;
  zoneStampOf: (chunk: number) => number;
}

/** Reads what `packBounds` writes. */
export function unpackBounds(packed: string): string[] {
  let last: string[] = [];
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
    last = [...last.slice(0, shared.charCodeAt(0) - 65), ...Array.from(rest)];
    return last.join('');
  });
}

export function openChunkTable({ bounds: packed, sizes, stamps, zonesFrom }: StoredChunkTable): ChunkTable {
  const bounds = unpackBounds(packed);
  const stampOf = readStamps(stamps);
  const hasZones = (chunk: number) => (sizes[chunk] ?? 0) >= zonesFrom;
  return {
    chunkOf(token) {
      let [low, high] = [0, bounds.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (compareCodePoints(token, bounds[middle] ?? '') < 0) high = middle - 1;
        else low = middle;
      }
      return low;
    },
    sizeOf: (chunk) => ((sizes[chunk] ?? 0) + 0.5) * sizeStep,
    hasZones,
    boundOf: (chunk) => bounds[chunk] ?? '',
    stampOf: (chunk) => stampOf[chunk] ?? 0,
    zoneStampOf(chunk) {
      let place = bounds.length;
      for (let before = 0; before < chunk; before += 1) if (hasZones(before)) place += 1;
      return stampOf[place] ?? 0;
    },
  };
}
