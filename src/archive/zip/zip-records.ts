import type { PlacedEntry, ZipEntry } from './zip-entry.ts';

/*
 * The records of a zip as we write them (PKWARE's APPNOTE 6.3.10): nothing in them depends on the machine or the day.
 * All numbers are little-endian.
 */

export const signature = {
  local: 0x04034b50,
  central: 0x02014b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  end: 0x06054b50,
} as const;

/** Sizes of the records without what follows them. */
export const recordSize = { local: 30, central: 46, end64: 56, locator64: 20, end: 22 } as const;

/** In a field of 32 bits: the number is in the ZIP64 field. */
export const wide = 0xffff_ffff;
export const zip64Field = 1;

export const methods = { stored: 0, deflated: 8 } as const;

/** The name is in UTF-8. */
const utf8Flag = 0x0800;
/** 1 January 1980, the first day that a zip can state, at midnight. */
const [time, date] = [0, (1 << 5) | 1];
/** A regular file that all may read, its owner change. */
const mode = 0o100_644;
const unix = 3;

/** From this size on a file's sizes are in a ZIP64 field: its packed bytes may be a little more than its own. */
const wideFrom = wide - (1 << 24);

const encoder = new TextEncoder();

/** Writes what is before the bytes of a file. Its length depends on name and size only. */
export function writeLocalHeader(entry: ZipEntry): Uint8Array {
  const name = encoder.encode(entry.name);
  const isWide = entry.size >= wideFrom;
  const { bytes, view } = allocate(recordSize.local + name.length + (isWide ? 20 : 0));
  view.setUint32(0, signature.local, true);
  writeCommon(view, 4, entry, isWide);
  view.setUint16(26, name.length, true);
  view.setUint16(28, isWide ? 20 : 0, true);
  bytes.set(name, recordSize.local);
  if (isWide) writeWide(view, recordSize.local + name.length, [entry.size, entry.packed]);
  return bytes;
}

/** Writes a file's entry of the directory. */
export function writeCentralHeader(entry: PlacedEntry): Uint8Array {
  const name = encoder.encode(entry.name);
  const isWide = entry.size >= wideFrom;
  const numbers = [...(isWide ? [entry.size, entry.packed] : []), ...(entry.at >= wide ? [entry.at] : [])];
  const extra = numbers.length === 0 ? 0 : 4 + 8 * numbers.length;
  const { bytes, view } = allocate(recordSize.central + name.length + extra);
  view.setUint32(0, signature.central, true);
  view.setUint16(4, (unix << 8) | versionFor(extra > 0), true);
  writeCommon(view, 6, entry, isWide);
  view.setUint16(6, versionFor(extra > 0), true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra, true);
  view.setUint32(38, mode * 65_536, true);
  view.setUint32(42, Math.min(entry.at, wide), true);
  bytes.set(name, recordSize.central);
  if (extra > 0) writeWide(view, recordSize.central + name.length, numbers);
  return bytes;
}

/** Where the directory is. */
export interface DirectoryPlace {
  at: number;
  size: number;
  /** Number of entries. */
  count: number;
}

/** Writes what is behind the directory. */
export function writeDirectoryEnd({ at, size, count }: DirectoryPlace): Uint8Array {
  const isWide = at >= wide || size >= wide || count >= 0xffff;
  const first = isWide ? recordSize.end64 + recordSize.locator64 : 0;
  const { bytes, view } = allocate(first + recordSize.end);
  if (isWide) {
    view.setUint32(0, signature.end64, true);
    view.setBigUint64(4, BigInt(recordSize.end64 - 12), true);
    view.setUint16(12, (unix << 8) | versionFor(true), true);
    view.setUint16(14, versionFor(true), true);
    for (const [index, value] of [count, count, size, at].entries())
      view.setBigUint64(24 + 8 * index, BigInt(value), true);
    view.setUint32(recordSize.end64, signature.locator64, true);
    view.setBigUint64(recordSize.end64 + 8, BigInt(at + size), true);
    view.setUint32(recordSize.end64 + 16, 1, true);
  }
  view.setUint32(first, signature.end, true);
  view.setUint16(first + 8, Math.min(count, 0xffff), true);
  view.setUint16(first + 10, Math.min(count, 0xffff), true);
  view.setUint32(first + 12, Math.min(size, wide), true);
  view.setUint32(first + 16, Math.min(at, wide), true);
  return bytes;
}

/** From the version needed to the sizes: the same in both headers. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, isWide: boolean): void {
  view.setUint16(at, versionFor(isWide), true);
  view.setUint16(at + 2, isAscii(entry.name) ? 0 : utf8Flag, true);
  view.setUint16(at + 4, methods[entry.method], true);
  view.setUint16(at + 6, time, true);
  view.setUint16(at + 8, date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, isWide ? wide : entry.packed, true);
  view.setUint32(at + 18, isWide ? wide : entry.size, true);
}

function writeWide(view: DataView, at: number, numbers: readonly number[]): void {
  view.setUint16(at, zip64Field, true);
  view.setUint16(at + 2, 8 * numbers.length, true);
  for (const [index, value] of numbers.entries()) view.setBigUint64(at + 4 + 8 * index, BigInt(value), true);
}

function versionFor(isWide: boolean): number {
  return isWide ? 45 : 20;
}

function isAscii(name: string): boolean {
  return /^[\x20-\x7e]*$/.test(name);
}

function allocate(length: number): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}
