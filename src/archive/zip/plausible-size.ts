import type { ZipEntry } from './zip-entry.ts';

/** More than this much for each byte of the zip is made to exhaust the machine; an edition has some ten. */
const plausible = { ratio: 200, bytes: 1 << 30 };

/** Refuses a zip bomb. @param size Of the zip, in bytes. @throws Error in Chinese. */
export function requirePlausibleSize(entries: readonly ZipEntry[], size: number): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (bytes > plausible.bytes && bytes > plausible.ratio * size)
    throw new Error(`zip 声称解压后有 ${Math.round(bytes / 1e9)} GB，不合情理，没有读。`);
}
