import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import {
  addProducts,
  createProductTable,
  fillProductTable,
  groupOrder,
  powerOfTwo,
} from '../../archive/recovery/galois-field.ts';
import { sliceExponents, type RecoveryLayout } from '../../archive/recovery/recovery-layout.ts';

/** A part of the recovery data: some columns of some of its slices. */
export interface RecoveryPart {
  /** Absolute path of the protected file. */
  file: string;
  size: number;
  layout: RecoveryLayout;
  /** Numbers of the recovery slices. */
  rows: readonly number[];
  /** Where the columns begin in a slice, in bytes: a multiple of 4. */
  from: number;
  /** How many bytes of each slice: a multiple of 4. */
  width: number;
}

/** Computes a part of the recovery data (PAR 2.0). @returns Its rows, one behind the other. */
export async function computeRecovery(part: RecoveryPart): Promise<Uint8Array<ArrayBuffer>> {
  const { file, size, layout, rows, from, width } = part;
  const words = width / 4;
  const sums = rows.map(() => new Uint32Array(words));
  const slice = new Uint32Array(words);
  const bytes = new Uint8Array(slice.buffer);
  const table = createProductTable();
  const input = await open(file, 'r');
  try {
    for (const [index, exponent] of sliceExponents(layout.slices).entries()) {
      const at = index * layout.sliceSize + from;
      const length = Math.max(0, Math.min(width, size - at));
      if (length < width) bytes.fill(0, length);
      if (length > 0) await input.read(bytes, 0, length, at);
      for (const [number, row] of rows.entries()) {
        fillProductTable(table, powerOfTwo((exponent * row) % groupOrder));
        const sum = sums[number];
        if (sum) addProducts(table, slice, sum);
      }
    }
  } finally {
    await input.close();
  }
  const all = new Uint8Array(width * rows.length);
  for (const [number, sum] of sums.entries()) all.set(new Uint8Array(sum.buffer), number * width);
  return all;
}

/** The sums of a file and of its slices. */
export interface SliceSums {
  md5: Uint8Array;
  md5OfStart: Uint8Array;
  /** For each slice its MD5 and CRC-32. */
  sliceSums: Uint8Array;
}

const startLength = 16_384;

/** Sums up a file slice by slice, the last one filled with zeros (PAR 2.0, “Input File Slice Checksum”). */
export async function sumSlices({
  file,
  size,
  layout: { slices, sliceSize },
}: Pick<RecoveryPart, 'file' | 'size' | 'layout'>): Promise<SliceSums> {
  const sliceSums = Buffer.alloc(20 * slices);
  const [whole, start] = [createHash('md5'), createHash('md5')];
  const buffer = Buffer.alloc(sliceSize);
  const input = await open(file, 'r');
  try {
    for (let index = 0; index < slices; index += 1) {
      const at = index * sliceSize;
      const length = Math.min(sliceSize, size - at);
      await input.read(buffer, 0, length, at);
      const read = buffer.subarray(0, length);
      whole.update(read);
      if (at < startLength) start.update(read.subarray(0, startLength - at));
      buffer.fill(0, length);
      createHash('md5')
        .update(buffer)
        .digest()
        .copy(sliceSums, 20 * index);
      sliceSums.writeUInt32LE(crc32(buffer), 20 * index + 16);
    }
  } finally {
    await input.close();
  }
  return { md5: whole.digest(), md5OfStart: start.digest(), sliceSums };
}
