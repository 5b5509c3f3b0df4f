import { writeBits, type BitWriter } from './bit-writer.ts';
import { buildHuffmanCode } from './huffman-code.ts';

/** The head of a block, which describes its two codes (RFC 1951, 3.2.7). */
export interface CodeDescription {
  /** In bits. */
  size: number;
  write: (out: BitWriter) => void;
}

/** The order in which the lengths of the lengths' own code are written. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Extra bits of the symbols 16 (the last length again), 17 and 18 (zeros). */
const extra = [2, 3, 7];

/** The runs of one description: symbol, then the value of its extra bits, one pair after another. */
const runs = new Uint8Array(2 * (286 + 30));
const counts = new Uint32Array(19);

export function describeCodes(literals: Uint8Array, distances: Uint8Array): CodeDescription {
  const literalCount = Math.max(257, countUsed(literals));
  const distanceCount = Math.max(1, countUsed(distances));
  counts.fill(0);
  const middle = findRuns(literals, literalCount, 0);
  const end = findRuns(distances, distanceCount, middle);
  const { lengths, codes } = buildHuffmanCode(counts, 7);
  let described = order.length;
  while (described > 4 && lengths[order[described - 1] ?? 0] === 0) described -= 1;
  let size = 14 + 3 * described;
  for (let symbol = 0; symbol < counts.length; symbol += 1)
    size += (counts[symbol] ?? 0) * ((lengths[symbol] ?? 0) + (extra[symbol - 16] ?? 0));
  return {
    size,
    write(out) {
      writeBits(out, literalCount - 257, 5);
      writeBits(out, distanceCount - 1, 5);
      writeBits(out, described - 4, 4);
      for (let at = 0; at < described; at += 1) writeBits(out, lengths[order[at] ?? 0] ?? 0, 3);
      for (let at = 0; at < end; at += 2) {
        const symbol = runs[at] ?? 0;
        writeBits(out, codes[symbol] ?? 0, lengths[symbol] ?? 0);
        if (symbol >= 16) writeBits(out, runs[at + 1] ?? 0, extra[symbol - 16] ?? 0);
      }
    },
  };
}

function countUsed(lengths: Uint8Array): number {
  let count = lengths.length;
  while (count > 0 && lengths[count - 1] === 0) count -= 1;
  return count;
}

/** Adds the runs of equal lengths from an offset of `runs` on; returns where they end. */
function findRuns(lengths: Uint8Array, count: number, from: number): number {
  let to = from;
  const add = (symbol: number, repeated: number) => {
    runs[to] = symbol;
    runs[to + 1] = repeated;
    to += 2;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  };
  for (let at = 0; at < count;) {
    const length = lengths[at] ?? 0;
    let end = at + 1;
    while (end < count && lengths[end] === length) end += 1;
    if (length !== 0) {
      add(length, 0);
      at += 1;
    }
    while (at < end) {
      const left = end - at;
      if (left < 3) {
        add(length, 0);
        at += 1;
      } else if (length !== 0) {
        add(16, Math.min(left, 6) - 3);
        at += Math.min(left, 6);
      } else if (left < 11) {
        add(17, left - 3);
        at += left;
      } else {
        add(18, Math.min(left, 138) - 11);
        at += Math.min(left, 138);
      }
    }
  }
  return to;
}
