import {
  createHash,
  createPrivateKey,
  createPublicKey,
  scryptSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  formatKeyId,
  formatSignature,
  parsePublicKey,
  parseSecretKey,
  parseSignature,
  sealedLength,
  type PublicKey,
} from '../../archive/signature/minisign-files.ts';
import { pickScryptParameters } from '../../archive/signature/scrypt-parameters.ts';

/** A key to sign with. */
export interface SigningKey {
  id: Uint8Array;
  key: KeyObject;
}

/** What is before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const der = {
  private: Buffer.from('302e020100300506032b657004220420', 'hex'),
  public: Buffer.from('302a300506032b6570032100', 'hex'),
};

/**
 * Opens a secret key of minisign.
 *
 * @param text The contents of its file.
 * @param askPassword Called when it has a password.
 * @throws Error in Chinese, also when the password is wrong.
 */
export async function openSigningKey(text: string, askPassword: () => Promise<string>): Promise<SigningKey> {
  const { scrypt, sealed } = parseSecretKey(text);
  const bytes = Buffer.from(sealed);
  if (scrypt) {
    const { N, r, p } = pickScryptParameters(scrypt.opsLimit, scrypt.memLimit);
    const options = { N, r, p, maxmem: 128 * r * (N + p + 2) + (1 << 20) };
    const pad = scryptSync(await askPassword(), scrypt.salt, sealedLength, options);
    for (const [index, byte] of pad.entries()) bytes[index] = (bytes[index] ?? 0) ^ byte;
  }
  const [id, seed, publicKey] = [bytes.subarray(0, 8), bytes.subarray(8, 40), bytes.subarray(40, 72)];
  const key = createPrivateKey({ key: Buffer.concat([der.private, seed]), format: 'der', type: 'pkcs8' });
  const made = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(der.public.length);
  if (!made.equals(publicKey))
    throw new Error(scrypt ? '私钥的密码不对，没有签名。' : '私钥文件已损坏，没有签名。');
  return { id: Uint8Array.from(id), key };
}

/** The public key that belongs to a key. */
export function publicKeyOf({ id, key }: SigningKey): PublicKey {
  const bytes = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { id, key: Uint8Array.from(bytes.subarray(der.public.length)) };
}

/**
 * Signs a short file as minisign does.
 *
 * @param trustedComment A line that is signed with it.
 * @returns The contents of the signature's file.
 */
export function signFile(contents: string, { id, key }: SigningKey, trustedComment: string): string {
  const signature = sign(null, prehash(contents), key);
  const globalSignature = sign(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key);
  return formatSignature({ algorithm: 'ED', keyId: id, signature, trustedComment, globalSignature });
}

/**
 * Checks a signature of minisign.
 *
 * @returns The trusted comment; or in Chinese why the signature does not hold.
 */
export function checkSignature(
  contents: string,
  signatureText: string,
  { id, key }: PublicKey,
): { trustedComment: string; fault?: undefined } | { fault: string } {
  let signature;
  try {
    signature = parseSignature(signatureText);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
  const { algorithm, keyId, trustedComment, globalSignature, signature: bytes } = signature;
  if (!Buffer.from(keyId).equals(id))
    return { fault: `签名用的是另一把钥匙（${formatKeyId(keyId)}），不是给出的公钥（${formatKeyId(id)}）。` };
  const publicKey = createPublicKey({ key: Buffer.concat([der.public, key]), format: 'der', type: 'spki' });
  const signed = algorithm === 'ED' ? prehash(contents) : Buffer.from(contents);
  if (!verify(null, signed, publicKey, bytes)) return { fault: '签名与文件不符：文件在签名之后被改动过。' };
  if (!verify(null, Buffer.concat([bytes, Buffer.from(trustedComment)]), publicKey, globalSignature))
    return { fault: '签名文件里的说明被改动过。' };
  return { trustedComment };
}

/** Reads a public key that is given as a file or as itself. @throws Error in Chinese. */
export async function readPublicKey(given: string): Promise<PublicKey> {
  if (/^RW[\w+/=]{54}$/.test(given)) return parsePublicKey(given);
  const text = await readFile(given, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`读不到公钥文件 ${given}。`);
  return parsePublicKey(text);
}

function prehash(contents: string): Buffer {
  return createHash('blake2b512').update(contents).digest();
}
