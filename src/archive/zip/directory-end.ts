import type { ByteSource } from './byte-source.ts';
import { recordSize, signature, wide, type DirectoryPlace } from './zip-records.ts';

/** A comment at the end of a zip has at most this many bytes. */
const longestComment = 0xffff;

/**
 * Finds the directory of a zip by its end record, and where that says so by its ZIP64 record.
 *
 * @throws Error in Chinese when there is none: it is no zip, or its end is missing.
 */
export async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const length = Math.min(source.size, recordSize.end + recordSize.locator64 + longestComment);
  const from = source.size - length;
  const bytes = await source.read(from, length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = findEnd(view);
  if (at === undefined) throw new Error('不是 zip，或者不完整：末尾没有目录。');
  const place = {
    count: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    at: view.getUint32(at + 16, true),
  };
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0)
    throw new Error('zip 分成了几卷，读不了。');
  const locator = at - recordSize.locator64;
  const isWide = place.count === 0xffff || place.size === wide || place.at === wide;
  const wideEnd =
    isWide && locator >= 0 && view.getUint32(locator, true) === signature.locator64
      ? await readWideEnd(source, Number(view.getBigUint64(locator + 8, true)), from + locator)
      : undefined;
  const found = wideEnd ?? place;
  const end = from + (wideEnd ? locator - recordSize.end64 : at);
  if (!Object.values(found).every(Number.isSafeInteger) || found.at + found.size > end)
    throw new Error('zip 的目录已损坏，读不出来。');
  return found;
}

/** Looks from the end backwards, for a record whose comment fills the rest of the file. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - recordSize.end; at >= 0; at -= 1)
    if (
      view.getUint32(at, true) === signature.end &&
      view.getUint16(at + 20, true) === view.byteLength - at - recordSize.end
    )
      return at;
  return undefined;
}

async function readWideEnd(source: ByteSource, at: number, before: number): Promise<DirectoryPlace> {
  if (!(at >= 0 && at + recordSize.end64 <= before)) throw new Error('zip 的目录已损坏，读不出来。');
  const bytes = await source.read(at, recordSize.end64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== signature.end64) throw new Error('zip 的目录已损坏，读不出来。');
  return {
    count: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    at: Number(view.getBigUint64(48, true)),
  };
}
