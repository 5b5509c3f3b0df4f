import { sha256 } from '../storage/file-hash.ts';

/**
 * A digest of several values, which names the result of a stage of the build by its input. Values that differ
 * in their JSON differ in their digest.
 */
export function digest(...values: unknown[]): string {
  return sha256(JSON.stringify(values)).slice(0, 32);
}
