import { inflateSync } from 'fflate';

/** Loads the bytes of a data file of the index, by its name without `.js`. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

/**
 * Reads the value in a data file (`__dafu("name",value)`, see `data-file-writer.ts`).
 *
 * @throws Error for anything else: some hosts send a page of their own instead of a missing file.
 */
export function parseDataFile(name: string, script: string): unknown {
  const before = `__dafu(${JSON.stringify(name)},`;
  if (!script.startsWith(before) || !script.endsWith(')\n')) throw new Error(`no data file ${name}`);
  return JSON.parse(script.slice(before.length, -2));
}

/** Decodes the base64 in which data files contain bytes. */
export function decodeBase64(data: string): Uint8Array {
  // Most browsers have it since 2025; older ones are still in use.
  const natively = (Uint8Array as Partial<typeof Uint8Array>).fromBase64?.(data);
  if (natively !== undefined) return natively;
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/**
 * Inflates raw DEFLATE that follows its inflated length (32 bits, little-endian). The browser's own
 * `DecompressionStream` involves another process for each of these small files, which took longer than the rest
 * of a search.
 */
export function inflate(bytes: Uint8Array): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return inflateSync(bytes.subarray(4), { out: new Uint8Array(length) });
}

/** Inflates text. */
export function inflateText(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' = 'utf-8'): string {
  return new TextDecoder(encoding).decode(inflate(bytes));
}
