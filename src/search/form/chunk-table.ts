import { compareCodePoints } from '../text/code-point-order.ts';

/**
 * Which chunk of a shard's index holds which tokens. Pagefind's own table (`.pf_meta`) names each chunk by
 * a hash and says its first and last token. It is enough to know where each chunk begins, and not to the
 * last character: this table is a quarter as large.
 */
export interface StoredChunkTable {
  /**
   * Where the chunks begin, in the order of UTF-8 bytes. Each says by a capital letter how many
   * characters it shares with the one before (A: none), for no token has capital letters.
   */
  bounds: string;
  /** How much each chunk is to load, in steps of `sizeStep`. */
  sizes: number[];
  /** Chunks of so many steps have a file of zones besides (`zone-chunk.ts`). */
  zonesFrom: number;
}

/** In bytes. */
export const sizeStep = 2048;

/** A table that is ready for use. */
export interface ChunkTable {
  /** The chunk in which a token stands, if it stands in the shard at all. */
  chunkOf: (token: string) => number;
  /** How much a chunk is to load, in bytes, about. */
  sizeOf: (chunk: number) => number;
  /** Whether a chunk has a file of zones besides. */
  hasZones: (chunk: number) => boolean;
}

/** Reads what `packBounds` packed. */
export function unpackBounds(packed: string): string[] {
  let last: string[] = [];
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
    last = [...last.slice(0, shared.charCodeAt(0) - 65), ...Array.from(rest)];
    return last.join('');
  });
}

/** Makes a table ready for use. */
export function openChunkTable({ bounds: packed, sizes, zonesFrom }: StoredChunkTable): ChunkTable {
  const bounds = unpackBounds(packed);
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
    hasZones: (chunk) => (sizes[chunk] ?? 0) >= zonesFrom,
  };
}
