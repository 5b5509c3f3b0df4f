/** The script beside a zip that states what is known only once it is packed, without its extension. */
export const newestZipScript = 'newest';

/** The zip that a website offers. */
export interface NewestZip {
  /** Name of its file. */
  name: string;
  /** In bytes. */
  size: number;
  sha256: string;
  sm3: string;
  /** SHA-256 of the manifest of the edition in it. */
  manifest: string;
  /** The day of that edition, `yyyy-mm-dd`, if it has one. */
  day: string | null;
}

/** Writes the script: a page opened by any means can read no other kind of file. */
export function formatNewestZip({ name, size, sha256, sm3, manifest, day }: NewestZip): string {
  const value = { name, size, sha256, sm3, manifest, day };
  return `__dafu(${JSON.stringify(newestZipScript)},${JSON.stringify(value)})\n`;
}

/** Reads what the script hands over; undefined when it is not what {@link formatNewestZip} writes. */
export function parseNewestZip(value: unknown): NewestZip | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, size, sha256, sm3, manifest, day } = value as Record<string, unknown>;
  const isHash = (hash: unknown): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9.-]*\.zip$/.test(name)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  if (!isHash(sha256) || !isHash(sm3) || !isHash(manifest)) return undefined;
  if (day !== null && (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day))) return undefined;
  return { name, size, sha256, sm3, manifest, day };
}
