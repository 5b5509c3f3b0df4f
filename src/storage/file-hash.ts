import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** The SHA-256 of bytes or text, in lower-case hexadecimal. */
export function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

/** Returns the SHA-256 of a file in hexadecimal. */
export async function hashFile(file: string): Promise<string> {
  return (await hashFileBy(file, ['sha256'])).sha256;
}

/** What is read at once, in bytes. */
const pieceSize = 1 << 20;

/** Returns several hashes of a file in hexadecimal, by OpenSSL's names. The file is read once, piece by piece. */
export async function hashFileBy<Name extends string>(
  file: string,
  algorithms: readonly Name[],
): Promise<Record<Name, string>> {
  const hashes = algorithms.map((name) => [name, createHash(name)] as const);
  const input = await open(file, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(pieceSize);
    for (;;) {
      const { bytesRead } = await input.read(buffer, 0, pieceSize);
      if (bytesRead === 0) break;
      for (const [, hash] of hashes) hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await input.close();
  }
  return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])) as Record<Name, string>;
}
