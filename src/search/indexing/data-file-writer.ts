import { deflateSync } from 'fflate';

/**
 * The edition's data files are scripts that hand their bytes to the page: a script is the only file
 * that a page opened by double-click can load on demand. On http it is the same file.
 */
export function writeDataFile(name: string, bytes: Uint8Array): string {
  return writeCall(name, Buffer.from(bytes).toString('base64'));
}

/** A script that hands over a value. */
export function writeCall(name: string, value: unknown): string {
  return `__dafu(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
}

const encoder = new TextEncoder();

/**
 * Compresses with raw DEFLATE, by a library of pure JavaScript: the same on every machine. The length of
 * what is in it stands before it (32 bits, little-endian), so that it is inflated into one piece of memory.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, deflateSync(bytes, { level: 6 })]);
}

/** Compresses text. */
export function deflateText(text: string): Uint8Array {
  return deflate(encoder.encode(text));
}

/** The same for text that is mostly Han: two bytes a character (UTF-16LE) compress better than three. */
export function deflateHanText(text: string): Uint8Array {
  return deflate(Buffer.from(text, 'utf16le'));
}
