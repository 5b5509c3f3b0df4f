import { generateKeyPairSync, randomBytes, scryptSync } from 'node:crypto';
import { pickScryptParameters } from '../../archive/signature/scrypt-parameters.ts';

/** Makes a pair of keys in minisign's files. @param password Encrypts the secret key, with little work. */
export function makeKeys(password?: string): { secret: string; public: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(16);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
  const [id, salt] = [randomBytes(8), randomBytes(32)];
  const sealed = Buffer.concat([id, seed, point, Buffer.alloc(32)]);
  const limits = Buffer.alloc(16);
  if (password !== undefined) {
    limits.writeBigUInt64LE(32_768n, 0);
    limits.writeBigUInt64LE(1n << 24n, 8);
    const pad = scryptSync(password, salt, 104, { ...pickScryptParameters(32_768, 1 << 24) });
    for (const [index, byte] of pad.entries()) sealed[index] = (sealed[index] ?? 0) ^ byte;
  }
  const head = Buffer.from(password === undefined ? 'Ed\0\0B2' : 'EdScB2');
  const file = (comment: string, bytes: Buffer) =>
    `untrusted comment: ${comment}\n${bytes.toString('base64')}\n`;
  return {
    secret: file('secret key', Buffer.concat([head, salt, limits, sealed])),
    public: file('public key', Buffer.concat([Buffer.from('Ed'), id, point])),
  };
}
