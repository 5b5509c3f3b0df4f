import { constants, crc32, inflateRawSync } from 'node:zlib';
import { ReadError } from './reading.ts';

/** A ZIP container open for reading. Entries are inflated on demand. */
export interface ZipArchive {
  /** The entries' names in directory order, without folders. */
  names: string[];
  /**
   * An entry's bytes, or undefined when there is none of that name.
   *
   * @throws ReadError
   */
  read(name: string): Uint8Array | undefined;
}

interface ZipEntry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  header: number;
}

/** A letter has a few dozen parts; anything beyond these bounds is made to exhaust the machine. */
const bounds = {
  entries: 10_000,
  entryBytes: 64 << 20,
  totalBytes: 256 << 20,
  /** Deflate reaches 1032:1; Word's most repetitive XML stays below 100:1. */
  ratio: 200,
  /** Bytes below which the ratio says nothing. */
  ratioFrom: 4 << 20,
};

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * Opens a ZIP container (DOCX, OFD) from its bytes, as in PKWARE's APPNOTE 6.3 without ZIP64, spanning or
 * encryption. Only the names are read; an entry is inflated on demand, within bounds, and its CRC-32 is
 * checked.
 *
 * @throws ReadError `truncated`, `damaged`, `encrypted`, `zip-bomb`.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(directory(bytes, view).map((entry) => [entry.name, entry]));
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const known = kept.get(name);
      if (known) return known;
      total += entry.unpacked;
      if (total > bounds.totalBytes) throw zipBomb(`解压后超过 ${bounds.totalBytes >> 20} MB`);
      const content = inflate(bytes, view, entry);
      kept.set(name, content);
      return content;
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findDirectoryEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > bounds.entries) throw zipBomb(`含有 ${count} 个文件`);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw truncated();
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Decodes a name: in UTF-8, or as Windows in Chinese packs it. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Finds the end record, which is last except for a comment of at most 65,535 bytes. */
function findDirectoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === directoryEnd) return at;
  throw truncated();
}

function inflate(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  if (entry.flags & 1) throw new ReadError('encrypted', '文件里的内容加了密。请去掉密码、另存后再转换。');
  if (entry.unpacked > bounds.entryBytes)
    throw zipBomb(`“${entry.name}”解压后超过 ${bounds.entryBytes >> 20} MB`);
  if (entry.unpacked > bounds.ratioFrom && entry.unpacked > entry.packed * bounds.ratio)
    throw zipBomb(`“${entry.name}”的压缩比超过 ${bounds.ratio} 倍`);
  if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== localHeader)
    throw truncated();
  const start =
    entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  if (start + entry.packed > bytes.length) throw truncated();
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : entry.method === 8 ? unpack(packed, entry) : undefined;
  if (content?.length !== entry.unpacked || crc32(content) !== entry.crc)
    throw new ReadError('damaged', `文件里的“${entry.name}”已损坏（校验不符）。请向来源重新索取文件。`);
  return content;
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(packed, {
      // Do not trust the declared size: inflating more stops here.
      maxOutputLength: Math.max(1, entry.unpacked),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if (error instanceof RangeError) throw zipBomb(`“${entry.name}”解压后比它声明的大`);
    throw new ReadError('damaged', `文件里的“${entry.name}”已损坏，无法解压。请向来源重新索取文件。`);
  }
}

function truncated(): ReadError {
  return new ReadError(
    'truncated',
    '文件不完整（压缩包的目录缺失或残缺），可能没有下载完。请重新下载或索取。',
  );
}

function zipBomb(found: string): ReadError {
  return new ReadError(
    'zip-bomb',
    `文件${found}，不像正常公文，已停止读取。请用办公软件打开、另存后再转换，或联系来源。`,
  );
}
