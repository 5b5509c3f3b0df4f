import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hexDigest } from './hex-digest.ts';

/** Larger files are hashed piece by piece, in JavaScript, which is slower than the browser's own. In bytes. */
const largestInMemory = 8 << 20;

/**
 * Hashes a file. No more of it is in memory than a few megabytes.
 *
 * @param size In bytes; the stream has no more.
 * @param onRead Receives the length of each piece of a large file.
 * @returns Its SHA-256 in lower-case hexadecimal.
 */
export async function hashStream(
  stream: ReadableStream<Uint8Array>,
  size: number,
  onRead: (length: number) => void,
): Promise<string> {
  // The browser's own hash is missing on pages without HTTPS.
  if (size <= largestInMemory && 'subtle' in crypto) {
    const bytes = await new Response(stream).arrayBuffer();
    onRead(bytes.byteLength);
    return hexDigest(bytes);
  }
  const hash = sha256.create();
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    hash.update(piece.value);
    onRead(piece.value.length);
  }
  return bytesToHex(hash.digest());
}

/** Hashes a text in UTF-8. */
export function hashText(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
