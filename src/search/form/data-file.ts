import { inflateSync } from 'fflate';

/** A data file of the index, or a part of one. */
export interface FileRequest {
  /** Without `.js`. */
  name: string;
  /**
   * What the first two bytes must be. Files keep their names from one edition to the next, so this is how a page
   * that was opened before notices that one has been replaced.
   */
  stamp: number;
  /** Range of the characters that hold bytes; all of them by default. */
  part?: { from: number; to: number };
}

/** Loads the bytes of a data file, without checking them. */
export type LoadFile = (file: FileRequest) => Promise<Uint8Array>;

/** Bytes of the stamp before the content. */
export const stampLength = 2;

/**
 * Checks the stamp of a data file.
 *
 * @returns The content.
 * @throws Error for a file of another edition.
 */
function checkStamp({ name, stamp }: FileRequest, bytes: Uint8Array): Uint8Array {
  if (((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8)) !== stamp)
    throw new Error(`file ${name} of another edition`);
  return bytes.subarray(stampLength);
}

/** Loads a data file and checks its stamp. */
export async function loadStamped(load: LoadFile, file: FileRequest): Promise<Uint8Array> {
  return checkStamp(file, await load(file));
}

/** Reads stamps as they are listed: base64 of two bytes each, little-endian. */
export function readStamps(list: string): Uint16Array {
  const bytes = decodeBase64(list);
  return Uint16Array.from(
    { length: bytes.length / 2 },
    (_, at) => (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8),
  );
}

/**
 * What begins a data file, in UTF-16: the mark of the byte order, by which every browser and host knows the encoding, and what is
 * before the characters that hold bytes.
 */
export function scriptStart(name: string): string {
  return `\ufeff__dafu(${JSON.stringify(name)},"`;
}

/** Bytes of a character in a data file. */
export const characterBytes = 2;

/** Reads the text of a data file, or of a part of one. */
export function readDataText(bytes: ArrayBuffer | Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes);
}

/**
 * Reads the value in the script of a file (`__dafu("name",value)`, see `data-file-writer.ts`).
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
