import { inflateSync } from 'fflate';

/** Gives the bytes of a data file of the index, by its name without `.js`. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

/**
 * What a data file hands over (`__dafu("name",value)`, see `data-file-writer.ts`), when it is read as text.
 *
 * @throws Error when it is none: some hosts send a page of their own in the place of a missing file.
 */
export function parseDataFile(name: string, script: string): unknown {
  const before = `__dafu(${JSON.stringify(name)},`;
  if (!script.startsWith(before) || !script.endsWith(')\n')) throw new Error(`no data file ${name}`);
  return JSON.parse(script.slice(before.length, -2));
}

/** The bytes that a data file hands over as base64. */
export function decodeBase64(data: string): Uint8Array {
  // Most browsers do it by themselves since 2025; others are still in use.
  const natively = (Uint8Array as Partial<typeof Uint8Array>).fromBase64?.(data);
  if (natively !== undefined) return natively;
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/**
 * Inflates raw DEFLATE behind the length of what is in it (32 bits, little-endian). Not by the browser's
 * own `DecompressionStream`, which troubles another process for each of these small files: that took
 * longer than all the rest of a search.
 */
export function inflate(bytes: Uint8Array): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return inflateSync(bytes.subarray(4), { out: new Uint8Array(length) });
}

/** Inflates text. */
export function inflateText(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' = 'utf-8'): string {
  return new TextDecoder(encoding).decode(inflate(bytes));
}
