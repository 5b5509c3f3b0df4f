import type { ByteSource } from './byte-source.ts';
import { faultOfName } from './entry-name.ts';
import { findDirectory } from './directory-end.ts';
import type { PlacedEntry } from './zip-entry.ts';
import {
  methods,
  recordSize,
  signature,
  wide,
  writeCentralHeader,
  writeDirectoryEnd,
  writeLocalHeader,
  zip64Field,
  type DirectoryPlace,
} from './zip-records.ts';

/** The files of a zip. */
export interface ZipDirectory {
  /** In the order of the directory. */
  entries: PlacedEntry[];
  place: DirectoryPlace;
  /**
   * Directory and end are what we would write for these entries, to the bit. Then so must be every local header, which
   * {@link readLocalHeader} compares.
   */
  isOurs: boolean;
}

/** What takes more than this is made to exhaust the machine. */
const bounds = {
  entries: 2_000_000,
  directory: 512 << 20,
  /** DEFLATE reaches 1032 to 1. */
  ratio: 1040,
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encrypted = 0x0001;
const utf8 = 0x0800;

/**
 * Reads the directory of a zip, with or without ZIP64. No byte of a file is read. Refuses what no archive of ours
 * has: names that lead elsewhere, links and devices, two files of one name, files that overlap, sizes that DEFLATE
 * cannot reach, encryption.
 *
 * @param showName Makes a name printable for a message.
 * @throws Error in Chinese.
 */
export async function readZipDirectory(
  source: ByteSource,
  showName: (name: string) => string = (name) => JSON.stringify(name.slice(0, 80)),
): Promise<ZipDirectory> {
  const place = await findDirectory(source);
  if (place.count > bounds.entries || place.size > bounds.directory)
    throw new Error(`zip 的目录过大（${place.count} 项），没有读。`);
  if (place.count * recordSize.central > place.size) throw damaged();
  const bytes = await source.read(place.at, place.size);
  const entries: PlacedEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  let isOurs = await endIsOurs(source, place);
  for (let index = 0; index < place.count; index += 1) {
    const { entry, next } = parseCentral(bytes, at, showName);
    if (entry) {
      const folded = entry.name.normalize('NFC').toLowerCase();
      if (names.has(folded)) throw new Error(`zip 里有两个同名的文件 ${showName(entry.name)}，没有读。`);
      names.add(folded);
      entries.push(entry);
      isOurs &&= equalBytes(bytes.subarray(at, next), writeCentralHeader(entry));
    } else isOurs = false;
    at = next;
  }
  if (at !== bytes.length) throw damaged();
  isOurs &&= refuseOverlaps(entries, place, showName);
  return { entries, place, isOurs };
}

/**
 * Finds where the bytes of an entry begin, and checks that its local header says the same as the directory.
 *
 * @param isOurs As the directory says.
 * @throws Error in Chinese.
 */
export async function findEntryBytes(
  source: ByteSource,
  entry: PlacedEntry,
  isOurs: boolean,
): Promise<number> {
  const expected = writeLocalHeader(entry);
  if (isOurs) {
    const found = await source.read(entry.at, Math.min(expected.length, source.size - entry.at));
    if (!equalBytes(found, expected)) throw new Error('zip 里文件前的说明与目录不一致');
    return entry.at + expected.length;
  }
  const head = await source.read(entry.at, Math.min(recordSize.local, source.size - entry.at));
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (head.length < recordSize.local || view.getUint32(0, true) !== signature.local) throw damaged();
  const nameLength = view.getUint16(26, true);
  const from = entry.at + recordSize.local + nameLength + view.getUint16(28, true);
  if (from + entry.packed > source.size) throw damaged();
  const name = new TextDecoder().decode(await source.read(entry.at + recordSize.local, nameLength));
  if (name !== entry.name || view.getUint16(8, true) !== methods[entry.method])
    throw new Error('zip 里文件前的说明与目录不一致');
  return from;
}

async function endIsOurs(source: ByteSource, place: DirectoryPlace): Promise<boolean> {
  const end = writeDirectoryEnd(place);
  const at = place.at + place.size;
  return at + end.length === source.size && equalBytes(await source.read(at, end.length), end);
}

function parseCentral(
  bytes: Uint8Array,
  at: number,
  showName: (name: string) => string,
): { entry: PlacedEntry | undefined; next: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + recordSize.central > bytes.length || view.getUint32(at, true) !== signature.central)
    throw damaged();
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + recordSize.central + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) throw damaged();
  const rawName = bytes.subarray(at + recordSize.central, nameEnd);
  const name = decoder.decode(rawName);
  const refuse = (why: string) => new Error(`zip 里的 ${showName(name)} 不能接受：${why}。没有读。`);
  if (rawName.some((byte) => byte > 0x7e) && (flags & utf8) === 0) throw refuse('名称没有标明是 UTF-8');
  if ((flags & encrypted) !== 0) throw refuse('已加密');
  const [size, packed, header] = readSizes(view, at, nameEnd, extraEnd);
  const kind = (view.getUint32(at + 38, true) >>> 16) & 0o170_000;
  const madeByUnix = view.getUint8(at + 5) === 3;
  const isFolder = name.endsWith('/');
  if (isFolder) {
    const fault = faultOfName(name.slice(0, -1));
    if (fault !== undefined) throw refuse(fault);
    if (size !== 0) throw refuse('是文件夹，却有内容');
    return { entry: undefined, next };
  }
  const fault = faultOfName(name);
  if (fault !== undefined) throw refuse(fault);
  if (madeByUnix && kind !== 0 && kind !== 0o100_000) throw refuse('是链接或设备，不是文件');
  const method = (Object.keys(methods) as (keyof typeof methods)[]).find(
    (one) => methods[one] === view.getUint16(at + 10, true),
  );
  if (method === undefined) throw refuse('压缩方法不认识');
  if (method === 'stored' ? size !== packed : size > packed * bounds.ratio) throw refuse('所称的大小不可能');
  return { entry: { name, method, crc: view.getUint32(at + 16, true), packed, size, at: header }, next };
}

/** Sizes and place of a file: in the record, or in its ZIP64 field where the record says so (APPNOTE 4.5.3). */
function readSizes(view: DataView, at: number, from: number, to: number): [number, number, number] {
  const numbers = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  if (numbers.includes(wide)) {
    let field = from;
    while (field + 4 <= to && view.getUint16(field, true) !== zip64Field)
      field += 4 + view.getUint16(field + 2, true);
    const end = field + 4 <= to ? Math.min(to, field + 4 + view.getUint16(field + 2, true)) : 0;
    let next = field + 4;
    for (const [index, value] of numbers.entries()) {
      if (value !== wide) continue;
      if (next + 8 > end) throw damaged();
      numbers[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  const [size = 0, packed = 0, header = 0] = numbers;
  if (![size, packed, header].every(Number.isSafeInteger)) throw damaged();
  return [size, packed, header];
}

/** @returns Whether the files fill all that is before the directory, one behind the other, as we write them. */
function refuseOverlaps(
  entries: readonly PlacedEntry[],
  place: DirectoryPlace,
  showName: (name: string) => string,
): boolean {
  let end = 0;
  let isTight = true;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const least = encoder.encode(entry.name).length + recordSize.local + entry.packed;
    if (entry.at < end || entry.at + least > place.at)
      throw new Error(`zip 里的 ${showName(entry.name)} 与别的文件重叠或越出文件末尾，没有读。`);
    isTight &&= entry.at === end;
    end = entry.at + (isTight ? writeLocalHeader(entry).length + entry.packed : least);
  }
  return isTight && end === place.at;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let at = a.length === b.length ? 0 : -1;
  while (at >= 0 && at < a.length && a[at] === b[at]) at += 1;
  return at === a.length;
}

function damaged(): Error {
  return new Error('zip 的目录已损坏，读不出来。');
}
