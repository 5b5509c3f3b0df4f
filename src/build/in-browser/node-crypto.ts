import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Takes the place of `node:crypto`: SHA-256 without waiting, which browsers do not offer. */
export function createHash(algorithm: string): Hash {
  if (algorithm !== 'sha256') throw new Error(`${algorithm} is not available`);
  const hash = sha256.create();
  const self: Hash = {
    update(data) {
      hash.update(typeof data === 'string' ? new TextEncoder().encode(data) : data);
      return self;
    },
    digest: () => bytesToHex(hash.digest()),
  };
  return self;
}

interface Hash {
  update: (data: string | Uint8Array) => Hash;
  /** Lower-case hexadecimal digits. */
  digest: (encoding: 'hex') => string;
}
