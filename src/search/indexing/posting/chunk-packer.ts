import { deflateSized } from '../data-file-writer.ts';
import { writtenBytes, type ByteSink } from './byte-sink.ts';
import { createByteSink, putBytes, putInteger } from './byte-sink.ts';
import type { ChunkParts, PartsMark } from './chunk-builder.ts';

/** Packs what was added to a chunk before a mark, in the format of `posting-chunk.ts`. */
export function packChunk(parts: ChunkParts, mark: PartsMark): Uint8Array {
  const body = createByteSink(mark.rows + mark.counts + mark.upper + mark.names + mark.letterCounts + 5);
  putInteger(body, mark.tokens);
  const cuts: number[] = [];
  const add = (sink: ByteSink, end: number) => {
    putBytes(body, sink.bytes, 0, end);
    cuts.push(body.end);
  };
  add(parts.letterCounts, mark.letterCounts);
  add(parts.rows, mark.rows);
  add(parts.counts, mark.counts);
  add(parts.upper, mark.upper);
  // Without the last line end.
  add(parts.names, mark.names - 1);
  const packed = deflateSized(writtenBytes(body), { cuts });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(packed.length);
  return Buffer.concat([length, packed, parts.lower.bytes.subarray(0, mark.lower)]);
}
