import { computeRecovery, sumSlices } from '../recovery/recovery-slices.ts';
import { hashEntries, hashFiles } from './hash-files.ts';
import type { Answer, Order } from './orders.ts';
import { packLargeFile, packSmallFile } from './pack-file.ts';

/**
 * Carries out an order.
 *
 * @param sendPiece Takes the pieces of a large file; awaited before the next one.
 */
export async function carryOut(
  order: Order,
  sendPiece: (piece: Uint8Array) => Promise<void>,
): Promise<Answer> {
  switch (order.kind) {
    case 'pack': {
      const packed = order.files.map(packSmallFile);
      const bytes = joinBytes(packed.flatMap(({ parts }) => parts));
      return { kind: 'packed', files: packed.map(({ entry, hashes }) => ({ entry, hashes })), bytes };
    }
    case 'pack-large':
      return { kind: 'packed', files: [await packLargeFile(order.file, sendPiece)], bytes: new Uint8Array() };
    case 'hash':
      return { kind: 'hashed', results: await hashFiles(order) };
    case 'sum-slices':
      return { kind: 'summed', ...(await sumSlices(order)) };
    case 'recover':
      return { kind: 'recovered', bytes: await computeRecovery(order) };
    case 'hash-entries':
      return { kind: 'hashed', results: await hashEntries(order) };
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
