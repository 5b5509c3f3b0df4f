import { deflateSync } from 'fflate';

/**
 * Writes a data file of the edition: a script that passes its bytes to the page, because a page opened by
 * double-click can load nothing else on demand.
 */
export function writeDataFile(name: string, bytes: Uint8Array): string {
  return writeCall(name, Buffer.from(bytes).toString('base64'));
}

/** Writes a script that passes a value to the page. */
export function writeCall(name: string, value: unknown): string {
  return `__dafu(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
}

const encoder = new TextEncoder();

/**
 * Compresses with raw DEFLATE, by a library in pure JavaScript, so that every machine writes the same bytes. The
 * length of the input comes first (32 bits, little-endian), so that it is inflated into one allocation.
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

/** Compresses text that is mostly Han: two bytes a character (UTF-16LE) compress better than three. */
export function deflateHanText(text: string): Uint8Array {
  return deflate(Buffer.from(text, 'utf16le'));
}
