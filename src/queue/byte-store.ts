import type { Redis } from 'ioredis';
import { hashBytes, keptFor, keyPrefix, largestJob } from './reading-job.ts';

const keyOf = (job: string, sha256: string) => `${keyPrefix}:bytes:${job}:${sha256}`;

/** Puts bytes of a job where every machine finds them, under their hash, for {@link keptFor}. */
export async function putBytes(redis: Redis, job: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  await redis.set(keyOf(job, sha256), value, 'EX', keptFor);
}

/** @returns undefined when they are not there, or are others: whoever has the password may write there. */
export async function getBytes(redis: Redis, job: string, sha256: string): Promise<Uint8Array | undefined> {
  const key = keyOf(job, sha256);
  if ((await redis.strlen(key)) > largestJob) return undefined;
  const bytes = await redis.getBuffer(key);
  return bytes && hashBytes(bytes) === sha256 ? bytes : undefined;
}

export async function removeBytes(redis: Redis, job: string, hashes: Iterable<string>): Promise<void> {
  const keys = Array.from(new Set(hashes), (sha256) => keyOf(job, sha256));
  if (keys.length > 0) await redis.unlink(keys);
}
