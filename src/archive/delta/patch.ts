import { createByteWriter, readVarint } from './varint.ts';

/*
 * A patch makes a new file from an old one: pieces of the old file and bytes of its own, by turns. It is the size of the
 * new file and a sequence of `length of bytes, bytes, length of piece, distance of the piece from the end of the piece
 * before`, all numbers in base 128, the distance with its sign in the lowest bit. Compression is left to the zip around it.
 */

/** Larger files, old or new, are not patched, for both are in memory then. In bytes. */
export const largestPatched = 256 << 20;

/** Pieces shorter than this cost as much as their bytes. In bytes. */
const block = 24;

/** How many earlier places of a hash are compared. */
const probes = 16;

/** Writes a patch. */
export function makePatch(before: Uint8Array, after: Uint8Array): Uint8Array {
  const out = createByteWriter();
  out.number(after.length);
  const find = indexBlocks(before);
  let [literal, last, at] = [0, 0, 0];
  let hash = hashAt(after, 0);
  while (at + block <= after.length) {
    const piece = find(hash, after, at, literal);
    if (!piece) {
      hash = roll(hash, after[at] ?? 0, after[at + block] ?? 0);
      at += 1;
      continue;
    }
    out.number(piece.at - literal);
    out.bytes(after.subarray(literal, piece.at));
    out.number(piece.length);
    const distance = piece.from - last;
    out.number(distance < 0 ? -2 * distance - 1 : 2 * distance);
    last = piece.from + piece.length;
    at = literal = piece.at + piece.length;
    hash = hashAt(after, at);
  }
  out.number(after.length - literal);
  out.bytes(after.subarray(literal));
  return out.finish();
}

/** Size of the file that a patch makes, in bytes. @throws Error in Chinese when it is none. */
export function patchedSize(patch: Uint8Array): number {
  const size = readVarint(patch, 0);
  if (!size || size.value > largestPatched) throw damaged();
  return size.value;
}

/**
 * Makes the new file.
 *
 * @throws Error in Chinese when the patch is damaged or would make another size.
 */
export function applyPatch(before: Uint8Array, patch: Uint8Array): Uint8Array {
  const size = patchedSize(patch);
  const after = new Uint8Array(size);
  let [at, filled, last] = [readVarint(patch, 0)?.next ?? 0, 0, 0];
  const number = () => {
    const read = readVarint(patch, at);
    if (!read) throw damaged();
    at = read.next;
    return read.value;
  };
  while (at < patch.length) {
    const length = number();
    if (length > patch.length - at || length > size - filled) throw damaged();
    after.set(patch.subarray(at, at + length), filled);
    at += length;
    filled += length;
    if (at === patch.length) break;
    const copied = number();
    const distance = number();
    const from = last + (distance % 2 === 1 ? -(distance + 1) / 2 : distance / 2);
    last = from + copied;
    if (!(from >= 0 && last <= before.length && copied <= size - filled)) throw damaged();
    after.set(before.subarray(from, last), filled);
    filled += copied;
  }
  if (filled !== size) throw damaged();
  return after;
}

interface Piece {
  /** Where it begins in the new file. */
  at: number;
  /** Where it begins in the old file. */
  from: number;
  length: number;
}

/** Remembers where each block of a file is. @returns Finds the longest piece around a place of another file. */
function indexBlocks(before: Uint8Array) {
  const count = Math.floor(before.length / block);
  const bits = Math.max(4, 32 - Math.clz32(count));
  const newest = new Int32Array(1 << bits);
  const earlier = new Int32Array(count + 1);
  const slot = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  // From the end, so that the first of equal blocks is compared first.
  for (let number = count; number > 0; number -= 1) {
    const at = slot(hashAt(before, (number - 1) * block));
    earlier[number] = newest[at] ?? 0;
    newest[at] = number;
  }
  return (hash: number, after: Uint8Array, at: number, literal: number): Piece | undefined => {
    let best: Piece | undefined;
    let number = newest[slot(hash)] ?? 0;
    for (let left = probes; left > 0 && number > 0; left -= 1) {
      const from = (number - 1) * block;
      let end = 0;
      while (from + end < before.length && at + end < after.length && before[from + end] === after[at + end])
        end += 1;
      if (end >= block) {
        let start = 0;
        while (from - start > 0 && at - start > literal && before[from - start - 1] === after[at - start - 1])
          start += 1;
        if (end + start > (best?.length ?? 0))
          best = { at: at - start, from: from - start, length: end + start };
      }
      number = earlier[number] ?? 0;
    }
    return best;
  };
}

const base = 0x01000193;
/** `base` to the power of `block`, modulo 2^32: what a byte counts when it leaves the window. */
const leaving = Array.from({ length: block }).reduce<number>((power) => Math.imul(power, base), 1);

function hashAt(bytes: Uint8Array, at: number): number {
  let hash = 0;
  const end = Math.min(at + block, bytes.length);
  for (let next = at; next < end; next += 1) hash = (Math.imul(hash, base) + (bytes[next] ?? 0)) | 0;
  return hash;
}

function roll(hash: number, old: number, next: number): number {
  return (Math.imul(hash, base) + next - Math.imul(leaving, old)) | 0;
}

function damaged(): Error {
  return new Error('增量包里的补丁已损坏。');
}
