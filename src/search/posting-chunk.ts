import { createCborWriter } from './cbor.ts';
import { pagefindMark } from './chunk-table.ts';
import { inflate } from './data-file.ts';

/*
 * A chunk of the index as the edition keeps it. Pagefind's own (`.pf_index`) has the numbers of each
 * token side by side, where DEFLATE finds little to save: what is alike is put together, and what
 * looks like noise, the lower half of the places, is not compressed at all. It is seven tenths as large.
 *
 *     4 bytes      length of the next part, little-endian
 *     DEFLATE      integers in LEB128: tokens, and letters of each; steps from letter to letter, places
 *                  in each, upper parts of the places; then the tokens, a line each
 *     the rest     lower bytes of the places
 */

/** What Pagefind says before the places of a letter: the weight of all of them. It is the same everywhere. */
export const weightMark = -25;

/** Reads a chunk and gives it as Pagefind wrote it (without compression). */
export async function toPagefindChunk(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const body = await inflate(bytes.slice(4, 4 + length));
  const writer = createCborWriter(pagefindMark);
  const lower = bytes.subarray(4 + length);
  const next = integersOf(body);
  const tokenCount = next();
  const letterCounts = Array.from({ length: tokenCount }, next);
  const letters = letterCounts.reduce((sum, count) => sum + count, 0);
  const steps = Array.from({ length: letters }, next);
  const placeCounts = Array.from({ length: letters }, next);
  const places = placeCounts.reduce((sum, count) => sum + count, 0);
  const upper = Array.from({ length: places }, next);
  const tokens = new TextDecoder().decode(body.subarray(next.at())).split('\n');
  let [letter, place] = [0, 0];
  writer.array(1);
  writer.array(tokenCount);
  for (const [index, token] of tokens.entries()) {
    writer.array(3);
    writer.text(token);
    const count = letterCounts[index] ?? 0;
    writer.array(count);
    for (const end = letter + count; letter < end; letter += 1) {
      const here = placeCounts[letter] ?? 0;
      writer.array(3);
      writer.integer(steps[letter] ?? 0);
      writer.array(1 + here);
      writer.integer(weightMark);
      for (const last = place + here; place < last; place += 1)
        writer.integer((upper[place] ?? 0) * 256 + (lower[place] ?? 0));
      writer.array(0);
    }
    writer.array(0);
  }
  return writer.bytes();
}

/** Integers in LEB128, one after the other; `at` is the place after the last that was read. */
function integersOf(bytes: Uint8Array): (() => number) & { at: () => number } {
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  return Object.assign(next, { at: () => at });
}
