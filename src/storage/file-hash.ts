import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The SHA-256 of bytes or text, in lower-case hexadecimal. */
export function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

/** Returns the SHA-256 of a file in hexadecimal. The file is read as a stream. */
export async function hashFile(file: string): Promise<string> {
  return (await hashFileBy(file, ['sha256'])).sha256;
}

/** Returns several hashes of a file in hexadecimal, by OpenSSL's names. The file is read once, as a stream. */
export async function hashFileBy<Name extends string>(
  file: string,
  algorithms: readonly Name[],
): Promise<Record<Name, string>> {
  const hashes = algorithms.map((name) => [name, createHash(name)] as const);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
    for (const [, hash] of hashes) hash.update(chunk);
  return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])) as Record<Name, string>;
}
