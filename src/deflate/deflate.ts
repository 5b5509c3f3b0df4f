import { createBitWriter, finishBits, writeBits, writeBytes, type BitWriter } from './bit-writer.ts';
import { extraBits, distanceSymbol, lengthSymbol, distanceBase, lengthBase } from './symbols.ts';
import { describeCodes } from './code-description.ts';
import { buildHuffmanCode, type HuffmanCode } from './huffman-code.ts';
import { findMatches, type InputPart } from './matches.ts';

/*
 * Raw DEFLATE (RFC 1951) for the many small files of the index and of the zip. A library in pure JavaScript takes
 * longer to set itself up than these take to compress, and knows nothing of their parts; native zlib gives other bytes
 * on other processors. Nothing here depends on the machine.
 */

/**
 * Compresses bytes.
 *
 * @param parts What is of different kinds, in order: each gets a code of its own where that pays.
 * @param isLast False when more of the same stream follows: then the output ends at a byte with an empty stored block,
 *   and what follows can be appended.
 */
export function deflateRaw(input: Uint8Array, parts: readonly InputPart[], isLast = true): Uint8Array {
  const nonempty = parts.filter(({ end }, index) => end > (parts[index - 1]?.end ?? 0));
  const steps = stepsFor(input.length);
  const ends = findMatches(input, nonempty, steps);
  const blocks = joinBlocks(
    nonempty.map(({ end: to }, index) =>
      readBlock(steps, {
        from: nonempty[index - 1]?.end ?? 0,
        to,
        first: ends[index - 1] ?? 0,
        end: ends[index] ?? 0,
      }),
    ),
  );
  if (blocks.length === 0) blocks.push(readBlock(steps, { from: 0, to: 0, first: 0, end: 0 }));
  const out = createBitWriter(
    input.length + 1024 + 300 * blocks.length + 5 * Math.ceil(input.length / maxStored),
  );
  for (const [index, block] of blocks.entries())
    writeBlock(out, input, steps, block, isLast && index === blocks.length - 1);
  if (!isLast) writeStored(out, new Uint8Array(0), false);
  return finishBits(out);
}

/** Greatest length of a block that is not compressed. */
const maxStored = 65_535;

let scratch = new Uint32Array(1 << 16);

function stepsFor(length: number): Uint32Array {
  if (scratch.length < length) scratch = new Uint32Array(2 * length);
  return scratch;
}

interface Stretch {
  /** Range in the input. */
  from: number;
  to: number;
  /** Range of its steps. */
  first: number;
  end: number;
}

/** A part of the input with a code of its own. */
interface Block extends Stretch {
  /** How often each symbol of the two codes occurs. */
  literals: Uint32Array;
  distances: Uint32Array;
}

function readBlock(steps: Uint32Array, stretch: Stretch): Block {
  const literals = new Uint32Array(286);
  const distances = new Uint32Array(30);
  literals[256] = 1;
  for (let at = stretch.first; at < stretch.end; at += 1) {
    const step = steps[at] ?? 0;
    const length = step >>> 16;
    const symbol = length === 0 ? step : lengthSymbol(length);
    literals[symbol] = (literals[symbol] ?? 0) + 1;
    if (length === 0) continue;
    const distance = distanceSymbol(step & 0xffff);
    distances[distance] = (distances[distance] ?? 0) + 1;
  }
  return { ...stretch, literals, distances };
}

/** Joins neighbours whose common code is not larger than two codes. */
function joinBlocks(blocks: readonly Block[]): Block[] {
  // Most inputs are of one kind: there is nothing to weigh.
  if (blocks.length < 2) return [...blocks];
  const joined: WeighedBlock[] = [];
  for (const block of blocks.map(weigh)) {
    const before = joined.at(-1);
    const both = before && weigh(joinTwo(before, block));
    if (before === undefined || both === undefined || both.cost > before.cost + block.cost)
      joined.push(block);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

interface WeighedBlock extends Block {
  /** Approximate size in bits. */
  cost: number;
}

/** Adds the bits of its symbols' entropy and extra bits, and some five for each symbol that its head describes. */
function weigh(block: Block): WeighedBlock {
  return { ...block, cost: 120 + entropy(block.literals) + entropy(block.distances) };
}

function joinTwo(one: Block, other: Block): Block {
  const literals = one.literals.map((count, symbol) => count + (other.literals[symbol] ?? 0));
  literals[256] = 1;
  const distances = one.distances.map((count, symbol) => count + (other.distances[symbol] ?? 0));
  return { ...one, to: other.to, end: other.end, literals, distances };
}

function entropy(counts: Uint32Array): number {
  let [total, bits, used] = [0, 0, 0];
  for (const count of counts) {
    if (count === 0) continue;
    total += count;
    used += 1;
    bits -= count * Math.log2(count);
  }
  return total === 0 ? 0 : bits + total * Math.log2(total) + 5 * used;
}

function writeBlock(
  out: BitWriter,
  input: Uint8Array,
  steps: Uint32Array,
  block: Block,
  isLast: boolean,
): void {
  const literals = buildHuffmanCode(block.literals, 15);
  const distances = buildHuffmanCode(block.distances, 15);
  const head = describeCodes(literals.lengths, distances.lengths);
  const size = 17 + head.size + bitsOf(block.literals, literals, 257) + bitsOf(block.distances, distances, 0);
  if (size / 8 > block.to - block.from + 4) {
    writeStored(out, input.subarray(block.from, block.to), isLast);
    return;
  }
  writeBits(out, (isLast ? 1 : 0) | (2 << 1), 3);
  head.write(out);
  for (let at = block.first; at < block.end; at += 1) {
    const step = steps[at] ?? 0;
    const length = step >>> 16;
    if (length === 0) {
      writeBits(out, literals.codes[step] ?? 0, literals.lengths[step] ?? 0);
      continue;
    }
    const symbol = lengthSymbol(length);
    writeBits(out, literals.codes[symbol] ?? 0, literals.lengths[symbol] ?? 0);
    writeBits(out, length - lengthBase(symbol), extraBits.lengths[symbol - 257] ?? 0);
    const distance = step & 0xffff;
    const farther = distanceSymbol(distance);
    writeBits(out, distances.codes[farther] ?? 0, distances.lengths[farther] ?? 0);
    writeBits(out, distance - distanceBase(farther), extraBits.distances[farther] ?? 0);
  }
  writeBits(out, literals.codes[256] ?? 0, literals.lengths[256] ?? 0);
}

/** Bits of the symbols of a block, with their extra bits. */
function bitsOf(counts: Uint32Array, { lengths }: HuffmanCode, firstExtra: number): number {
  const extra = firstExtra === 0 ? extraBits.distances : extraBits.lengths;
  let bits = 0;
  for (let symbol = 0; symbol < counts.length; symbol += 1)
    bits += (counts[symbol] ?? 0) * ((lengths[symbol] ?? 0) + (extra[symbol - firstExtra] ?? 0));
  return bits;
}

function writeStored(out: BitWriter, bytes: Uint8Array, isLast: boolean): void {
  let from = 0;
  do {
    const part = bytes.subarray(from, from + maxStored);
    writeBits(out, isLast && from + maxStored >= bytes.length ? 1 : 0, 3);
    const { length } = part;
    writeBytes(out, Uint8Array.of(length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff));
    writeBytes(out, part);
    from += maxStored;
  } while (from < bytes.length);
}
