import { deflateParts, type ContentPart } from '../data-file-writer.ts';
import { createByteSink, putInteger, writtenBytes, type ByteSink } from './byte-sink.ts';
import type { ChunkParts, PartsMark } from './chunk-builder.ts';

/** Packs what was added to a chunk before a mark, in the format of `posting-chunk.ts`. */
export function packChunk(parts: ChunkParts, mark: PartsMark): Uint8Array {
  const packed = deflateParts([
    countOf(mark),
    numbers(parts.letterCounts, mark.letterCounts),
    numbers(parts.rows, mark.rows),
    numbers(parts.counts, mark.counts),
    numbers(parts.upper, mark.upper),
    namesOf(parts, mark),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(packed.length);
  return Buffer.concat([length, packed, parts.lower.bytes.subarray(0, mark.lower)]);
}

/** The number of tokens. */
export function countOf({ tokens }: PartsMark): ContentPart {
  const sink = createByteSink(5);
  putInteger(sink, tokens);
  return { bytes: writtenBytes(sink), probes: 0 };
}

/** Numbers up to an offset: repetitions of several are chance. */
export function numbers({ bytes }: ByteSink, end: number): ContentPart {
  return { bytes: bytes.subarray(0, end), probes: 0 };
}

/** The names of the tokens, without the last line end. */
export function namesOf({ names }: ChunkParts, mark: PartsMark): ContentPart {
  return { bytes: names.bytes.subarray(0, mark.names - 1), probes: 4 };
}
