import { createHash } from 'node:crypto';

/** The SHA-256 of bytes or text, in lower-case hexadecimal. */
export function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

/**
 * A digest of several values, which names the result of a stage of the build by its input. Values that differ
 * in their JSON differ in their digest.
 */
export function digest(...values: unknown[]): string {
  return sha256(JSON.stringify(values)).slice(0, 32);
}
