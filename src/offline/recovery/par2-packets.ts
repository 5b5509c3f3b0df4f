import { createHash } from 'node:crypto';

/*
 * Packets of PAR 2.0 (Parity Volume Set Specification 2.0, 2003): what the program par2 reads. All numbers are
 * little-endian; lengths are multiples of 4.
 */

const magic = Buffer.from('PAR2\0PKT', 'latin1');
export const packetHeader = 64;

const types = {
  main: 'PAR 2.0\0Main\0\0\0\0',
  file: 'PAR 2.0\0FileDesc',
  slices: 'PAR 2.0\0IFSC\0\0\0\0',
  recovery: 'PAR 2.0\0RecvSlic',
  creator: 'PAR 2.0\0Creator\0',
} as const;

/** What identifies the file that is protected. */
export interface ProtectedFile {
  /** Its name, in ASCII. */
  name: string;
  size: number;
  md5: Buffer;
  /** MD5 of its first 16 KiB. */
  md5OfStart: Buffer;
  /** For each slice its MD5 and CRC-32, 20 bytes. */
  sliceSums: Buffer;
}

/** What every file of a recovery set repeats. */
export interface CriticalPackets {
  setId: Buffer;
  /** Main, file and slice descriptions, and who made them. */
  bytes: Buffer;
}

/** Makes the packets that describe a file. */
export function describeProtected(file: ProtectedFile, sliceSize: number, creator: string): CriticalPackets {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(file.size));
  const name = Buffer.from(file.name, 'latin1');
  const fileId = md5(file.md5OfStart, size, name);
  const head = Buffer.alloc(12);
  head.writeBigUInt64LE(BigInt(sliceSize));
  head.writeUInt32LE(1, 8);
  const main = Buffer.concat([head, fileId]);
  const setId = md5(main);
  const description = [fileId, file.md5, file.md5OfStart, size, pad(name)];
  return {
    setId,
    bytes: Buffer.concat([
      packet(setId, 'main', [main]),
      packet(setId, 'file', description),
      packet(setId, 'slices', [fileId, file.sliceSums]),
      packet(setId, 'creator', [pad(Buffer.from(creator, 'latin1'))]),
    ]),
  };
}

/** What is before the data of a recovery slice: the header, and the exponent that its number is. */
export function recoveryHead(
  setId: Buffer,
  exponent: number,
  data: Iterable<Uint8Array>,
  size: number,
): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(exponent);
  const hash = createHash('md5').update(setId).update(types.recovery, 'latin1').update(number);
  for (const part of data) hash.update(part);
  return Buffer.concat([header(setId, 'recovery', 4 + size, hash.digest()), number]);
}

function packet(setId: Buffer, type: keyof typeof types, body: readonly Buffer[]): Buffer {
  const contents = Buffer.concat(body);
  const hash = md5(setId, Buffer.from(types[type], 'latin1'), contents);
  return Buffer.concat([header(setId, type, contents.length, hash), contents]);
}

function header(setId: Buffer, type: keyof typeof types, length: number, hash: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(packetHeader + length));
  return Buffer.concat([magic, size, hash, setId, Buffer.from(types[type], 'latin1')]);
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
