import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Algorithm } from '../../archive/bag/bag.ts';
import type { FoundHashes } from '../../archive/verification/copy-check.ts';
import type { ByteSource } from '../../archive/zip/byte-source.ts';
import { findEntryBytes } from '../../archive/zip/zip-directory.ts';
import type { PlacedEntry } from '../../archive/zip/zip-entry.ts';
import { readAheadSource } from '../file-source.ts';
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
    const first = readSync(file, buffer, 0, bufferSize, null);
    if (first < bufferSize) return { hashes: hashBytes(buffer.subarray(0, first), algorithms) };
    const sums = startHashes(algorithms);
    for (let length = first; length > 0; length = readSync(file, buffer, 0, bufferSize, null))
      sums.add(buffer.subarray(0, length));
    return { hashes: sums.finish() };
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
  const file = openSync(zip, 'r');
  try {
    const source = readAheadSource(file);
    const results: HashResult[] = [];
    for (const entry of entries)
      results.push(
        await hashEntry(source, entry, { isOurs, algorithms }).catch((error: unknown) => ({
          fault: faultOf(error),
        })),
      );
    return results;
  } finally {
    closeSync(file);
  }
}

async function hashEntry(
  source: ByteSource,
  entry: PlacedEntry,
  { isOurs, algorithms }: { isOurs: boolean; algorithms: readonly Algorithm[] },
): Promise<HashResult> {
  const from = await findEntryBytes(source, entry, isOurs);
  if (entry.packed <= smallEntry && entry.size <= smallEntry) {
    const packed = await source.read(from, entry.packed);
    const bytes = entry.method === 'stored' ? packed : inflateSmall(packed, entry.size);
    if (bytes.length !== entry.size) return { fault: otherSize };
    return crc32(bytes) === entry.crc ? { hashes: hashBytes(bytes, algorithms) } : { fault: otherSum };
  }
  const sums = startHashes(algorithms);
  let [crc, size] = [0, 0];
  const add = (bytes: Uint8Array) => {
    sums.add(bytes);
    crc = crc32(bytes, crc);
    size += bytes.length;
  };
  const packed = ranges(source, from, entry.packed);
  if (entry.method === 'stored') for await (const bytes of packed) add(bytes);
  else {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        add(chunk);
        done(size > entry.size ? new Error('比所称的大') : null);
      },
    });
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    await pipeline(Readable.from(packed), inflate, sink);
    if (inflate.bytesWritten !== entry.packed) throw new Error(trailing);
  }
  if (size !== entry.size) return { fault: otherSize };
  return crc === entry.crc ? { hashes: sums.finish() } : { fault: otherSum };
}

const otherSize = '大小与 zip 的目录不符';
const otherSum = '已损坏：与 zip 里的 CRC-32 不符';
const trailing = '压缩数据之后还有别的内容';

/** @throws RangeError when it grows beyond its size, or something is behind its end. */
function inflateSmall(packed: Uint8Array, size: number): Uint8Array {
  // With `info` the engine states how many bytes it took.
  const { buffer: bytes, engine } = inflateRawSync(packed, {
    maxOutputLength: Math.max(1, size),
    // All at once; Node takes no less.
    chunkSize: Math.max(64, size + 1),
    info: true,
  }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  if (engine.bytesWritten !== packed.length) throw new Error(trailing);
  return bytes;
}

async function* ranges(source: ByteSource, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += bufferSize)
    yield await source.read(from + at, Math.min(bufferSize, length - at));
}

function hashBytes(bytes: Uint8Array, algorithms: readonly Algorithm[]): FoundHashes {
  return Object.fromEntries(algorithms.map((algorithm) => [algorithm, hash(algorithm, bytes)]));
}

/** Hashes what comes piece by piece. */
function startHashes(algorithms: readonly Algorithm[]) {
  const sums = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  return {
    add(bytes: Uint8Array) {
      for (const [, sum] of sums) sum.update(bytes);
    },
    finish: (): FoundHashes =>
      Object.fromEntries(sums.map(([algorithm, sum]) => [algorithm, sum.digest('hex')])),
  };
}

function faultOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') return '已损坏：解压后比所称的大';
  if (code?.startsWith('Z_') === true) return '已损坏：解压不了';
  return code === undefined ? `已损坏：${message}` : `读不出来（${code}）`;
}
