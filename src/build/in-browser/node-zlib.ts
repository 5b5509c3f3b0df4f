import { Inflate } from 'pako';

/** Takes the place of `node:zlib`, whose options are those that the readers use. */
export const constants = { Z_SYNC_FLUSH: 2 } as const;

interface InflateOptions {
  /** Bytes of output from which inflating stops. */
  maxOutputLength?: number;
}

/** Inflates a zlib stream (RFC 1950) and checks its checksum. @throws Error; with the code of Node if it is too long. */
export function inflateSync(packed: Uint8Array, { maxOutputLength }: InflateOptions = {}): Uint8Array {
  return inflate(packed, false, maxOutputLength);
}

/** Inflates a raw stream (RFC 1951) as far as it goes. @throws RangeError if it is too long; Error if it is damaged. */
export function inflateRawSync(packed: Uint8Array, { maxOutputLength }: InflateOptions = {}): Uint8Array {
  return inflate(packed, true, maxOutputLength);
}

function inflate(packed: Uint8Array, raw: boolean, most = Number.POSITIVE_INFINITY): Uint8Array {
  const inflater = new Inflate({ raw, chunkSize: 65_536 });
  const chunks: Uint8Array[] = [];
  let length = 0;
  inflater.onData = (chunk) => {
    length += chunk.length;
    if (length > most)
      throw Object.assign(new RangeError('output too long'), { code: 'ERR_BUFFER_TOO_LARGE' });
    chunks.push(chunk);
  };
  inflater.push(packed, raw ? constants.Z_SYNC_FLUSH : true);
  if (inflater.err || (!raw && !inflater.ended)) throw new Error(inflater.msg);
  const output = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    output.set(chunk, at);
    at += chunk.length;
  }
  return output;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, as in zip and gzip). @param before That of what precedes the bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
