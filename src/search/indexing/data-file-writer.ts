import { crc32 } from 'node:zlib';
import { sha256 } from '../../storage/file-hash.ts';
import { decodeBase32768, encodeBase32768 } from '../form/base32768.ts';
import { characterBytes, scriptStart, stampLength } from '../form/data-file.ts';
import { deflateRaw } from '../../deflate/deflate.ts';

/** A file of the index that was written or is kept. */
export interface FileRecord {
  /** Below `search/`. */
  path: string;
  /** Hexadecimal, of the file. */
  sha256: string;
  /** In bytes. */
  size: number;
}

/** A file of the index with its contents. */
export interface NewFile extends FileRecord {
  contents: Uint8Array;
}

/**
 * Makes a data file of the edition: a script that passes its bytes to the page, because a page opened by
 * double-click can load nothing else on demand.
 *
 * @param name Without `.js`.
 * @param parts The content; each part begins with the stamp. With it, all but the last fill whole characters.
 */
export function makeDataFile(name: string, parts: readonly Uint8Array[]): NewFile & { stamp: number } {
  const stamp = stampOf(parts);
  const prefix = Buffer.alloc(stampLength);
  prefix.writeUInt16LE(stamp);
  const data = parts.map((part) => encodeBase32768(Buffer.concat([prefix, part]))).join('');
  return { ...makeFile(`${name}.js`, Buffer.from(`${scriptStart(name)}${data}")\n`, 'utf16le')), stamp };
}

/** Makes a script that passes a value to the page. */
export function makeValueFile(name: string, value: unknown): NewFile {
  const script = `__dafu(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
  return makeFile(`${name}.js`, Buffer.from(script));
}

function makeFile(path: string, contents: Buffer): NewFile {
  return { path, contents, sha256: sha256(contents), size: contents.length };
}

/** Two bytes that another content nearly always has otherwise; never 0, which says that there is no file. */
function stampOf(parts: readonly Uint8Array[]): number {
  const sum = parts.reduce((before, part) => crc32(part, before), 0);
  return (sum & 0xffff) === 0 ? 1 : sum & 0xffff;
}

/** Lists stamps as `readStamps` reads them. */
export function listStamps(stamps: readonly number[]): string {
  return Buffer.from(Uint16Array.from(stamps).buffer).toString('base64');
}

/** Reads back the content of a data file of one part. */
export function contentOf(name: string, file: Buffer): Buffer {
  const from = scriptStart(name).length * characterBytes;
  const text = file.toString('utf16le', from, file.length - 3 * characterBytes);
  return Buffer.from(decodeBase32768(text).subarray(stampLength));
}

const encoder = new TextEncoder();

/** Bytes of one kind, and how they are compressed; see `InputPart`. */
export interface ContentPart {
  bytes: Uint8Array;
  probes: number;
}

/**
 * Compresses with raw DEFLATE. The length of the input comes first (32 bits, little-endian), so that it is inflated
 * into one allocation.
 *
 * @param content What is of different kinds.
 */
export function deflateParts(content: readonly ContentPart[]): Uint8Array {
  let end = 0;
  const parts = content.map(({ bytes, probes }) => ({ end: (end += bytes.length), probes }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(end);
  return Buffer.concat([length, deflateRaw(Buffer.concat(content.map(({ bytes }) => bytes)), parts)]);
}

/** Compresses an object as JSON. Its properties are of different kinds. */
export function deflateObject(value: object): Uint8Array {
  const properties = Object.entries(value).map(
    ([key, own], index) => `${index === 0 ? '{' : ','}${JSON.stringify(key)}:${JSON.stringify(own)}`,
  );
  const texts = properties.length === 0 ? ['{}'] : [...properties, '}'];
  return deflateParts(texts.map((text) => ({ bytes: encoder.encode(text), probes: 64 })));
}

/** Compresses text that is mostly Han: two bytes a character (UTF-16LE) compress better than three. */
export function deflateHanText(text: string): Uint8Array {
  return deflateParts([{ bytes: Buffer.from(text, 'utf16le'), probes: 4 }]);
}
