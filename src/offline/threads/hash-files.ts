import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Algorithm } from '../../archive/bag/bag.ts';
import type { FoundHashes } from '../../archive/verification/copy-check.ts';
import { findEntryBytes } from '../../archive/zip/zip-directory.ts';
import type { PlacedEntry } from '../../archive/zip/zip-entry.ts';
import { handleSource } from '../file-source.ts';
import type { HashResult, Order } from './orders.ts';

/** What is read at once. */
const bufferSize = 1 << 20;
const buffer = Buffer.allocUnsafeSlow(bufferSize);

/** Windows has no such flag, and links only for those who may make them. */
const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

/** Entries up to this size are inflated at once. */
const smallEntry = 1 << 20;

/** Hashes files; links are not followed. */
export function hashFiles({ files, algorithms }: Extract<Order, { kind: 'hash' }>): Promise<HashResult[]> {
  return Promise.resolve(files.map((file) => hashFile(file, algorithms)));
}

function hashFile(path: string, algorithms: readonly Algorithm[]): HashResult {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | noFollow);
    if (!fstatSync(file).isFile()) return { fault: '不是普通文件' };
    const hash = startHashes(algorithms);
    for (;;) {
      const length = readSync(file, buffer, 0, bufferSize, null);
      if (length === 0) return { hashes: hash.finish().hashes };
      hash.add(buffer.subarray(0, length));
    }
  } catch (error) {
    return { fault: `读不出来（${(error as NodeJS.ErrnoException).code ?? String(error)}）` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Inflates and hashes files of a zip, each within the size that the directory states. */
export async function hashEntries({
  zip,
  isOurs,
  entries,
  algorithms,
}: Extract<Order, { kind: 'hash-entries' }>): Promise<HashResult[]> {
  const file = await open(zip, 'r');
  try {
    const results: HashResult[] = [];
    for (const entry of entries)
      results.push(
        await hashEntry(file, entry, { isOurs, algorithms }).catch((error: unknown) => ({
          fault: faultOf(error),
        })),
      );
    return results;
  } finally {
    await file.close();
  }
}

async function hashEntry(
  file: FileHandle,
  entry: PlacedEntry,
  { isOurs, algorithms }: { isOurs: boolean; algorithms: readonly Algorithm[] },
): Promise<HashResult> {
  const source = await handleSource(file);
  const from = await findEntryBytes(source, entry, isOurs);
  const hash = startHashes(algorithms);
  if (entry.packed <= smallEntry && entry.size <= smallEntry) {
    const packed = await source.read(from, entry.packed);
    hash.add(entry.method === 'stored' ? packed : inflateSmall(packed, entry.size));
  } else if (entry.method === 'stored') {
    for (let at = 0; at < entry.packed;) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(bufferSize, entry.packed - at), from + at);
      if (bytesRead === 0) throw new Error('文件比所称的短');
      hash.add(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
  } else {
    const input = Readable.from(ranges(source, from, entry.packed));
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.add(chunk);
        done(hash.size() > entry.size ? new Error('比所称的大') : null);
      },
    });
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    await pipeline(input, inflate, sink);
    if (inflate.bytesWritten !== entry.packed) throw new Error(trailing);
  }
  const { hashes, crc, size } = hash.finish();
  if (size !== entry.size) return { fault: '大小与 zip 的目录不符' };
  return crc === entry.crc ? { hashes } : { fault: '已损坏：与 zip 里的 CRC-32 不符' };
}

const trailing = '压缩数据之后还有别的内容';

/** @throws RangeError when it grows beyond its size, or something is behind its end. */
function inflateSmall(packed: Uint8Array, size: number): Uint8Array {
  // With `info` the engine states how many bytes it took.
  const { buffer: bytes, engine } = inflateRawSync(packed, {
    maxOutputLength: Math.max(1, size),
    info: true,
  }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  if (engine.bytesWritten !== packed.length) throw new Error(trailing);
  return bytes;
}

async function* ranges(
  source: { read: (at: number, length: number) => Promise<Uint8Array> },
  from: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += bufferSize)
    yield await source.read(from + at, Math.min(bufferSize, length - at));
}

function startHashes(algorithms: readonly Algorithm[]) {
  const sums = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  let [crc, size] = [0, 0];
  return {
    add(bytes: Uint8Array) {
      for (const [, sum] of sums) sum.update(bytes);
      crc = crc32(bytes, crc);
      size += bytes.length;
    },
    size: () => size,
    finish: (): { hashes: FoundHashes; crc: number; size: number } => ({
      hashes: Object.fromEntries(sums.map(([algorithm, sum]) => [algorithm, sum.digest('hex')])),
      crc,
      size,
    }),
  };
}

function faultOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') return '已损坏：解压后比所称的大';
  if (code?.startsWith('Z_') === true) return '已损坏：解压不了';
  return code === undefined ? `已损坏：${message}` : `读不出来（${code}）`;
}
