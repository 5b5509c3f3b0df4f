/*
 * The files of minisign 0.11 (https://jedisct1.github.io/minisign/#signature-format): a comment, then base64. So a
 * signature of ours is checked by a program that thousands have installed, and a key is made by it.
 */

/** Algorithm of a signature: of the bytes (`Ed`), or of their BLAKE2b-512 hash (`ED`, the default since 0.10). */
type SignatureAlgorithm = 'Ed' | 'ED';

export interface PublicKey {
  /** Eight bytes that name the pair of keys. */
  id: Uint8Array;
  /** 32 bytes. */
  key: Uint8Array;
}

export interface Signature {
  algorithm: SignatureAlgorithm;
  keyId: Uint8Array;
  /** 64 bytes. */
  signature: Uint8Array;
  /** A line that is signed as well. */
  trustedComment: string;
  /** Signature of signature and trusted comment. */
  globalSignature: Uint8Array;
}

/** A secret key; encrypted when there is a password. */
export interface SecretKey {
  /** Parameters of scrypt as libsodium counts them; absent for a key without password. */
  scrypt: { salt: Uint8Array; opsLimit: number; memLimit: number } | undefined;
  /** Id (8), seed (32), public key (32), checksum (32): encrypted by an XOR with what scrypt gives. */
  sealed: Uint8Array;
}

/** Length of {@link SecretKey.sealed}. */
export const sealedLength = 104;

/** Reads a public key: its file, or its second line alone. @throws Error in Chinese. */
export function parsePublicKey(text: string): PublicKey {
  const lines = text.trim().split(/\r?\n/);
  const bytes = decode(lines.at(-1) ?? '');
  if (bytes?.length !== 42 || latin1(bytes.subarray(0, 2)) !== 'Ed')
    throw new Error('不是 minisign 的公钥：应是公钥文件，或以 RW 开头的 56 个字符。');
  return { id: bytes.slice(2, 10), key: bytes.slice(10) };
}

/** Writes a public key as minisign prints it: the second line of its file. */
export function formatPublicKey({ id, key }: PublicKey): string {
  return encode(Uint8Array.of(0x45, 0x64, ...id, ...key));
}

/** Reads a signature. @throws Error in Chinese. */
export function parseSignature(text: string): Signature {
  const [, signed = '', trusted = '', global = ''] = text.split(/\r?\n/);
  const bytes = decode(signed);
  const globalSignature = decode(global);
  const algorithm = latin1(bytes?.subarray(0, 2) ?? new Uint8Array());
  const label = 'trusted comment: ';
  if (
    bytes?.length !== 74 ||
    globalSignature?.length !== 64 ||
    !(algorithm === 'Ed' || algorithm === 'ED') ||
    !trusted.startsWith(label)
  )
    throw new Error('不是 minisign 的签名文件，或已损坏。');
  return {
    algorithm,
    keyId: bytes.slice(2, 10),
    signature: bytes.slice(10),
    trustedComment: trusted.slice(label.length),
    globalSignature,
  };
}

/** Writes a signature. */
export function formatSignature(signature: Signature): string {
  const { algorithm, keyId, signature: bytes, trustedComment, globalSignature } = signature;
  return `untrusted comment: signature of dafu archive, for minisign -V
${encode(Uint8Array.of(...new TextEncoder().encode(algorithm), ...keyId, ...bytes))}
trusted comment: ${trustedComment}
${encode(globalSignature)}
`;
}

/** Reads the file of a secret key. @throws Error in Chinese. */
export function parseSecretKey(text: string): SecretKey {
  const bytes = decode(text.trim().split(/\r?\n/).at(-1) ?? '');
  const kind = latin1(bytes?.subarray(0, 6) ?? new Uint8Array());
  if (bytes?.length !== 54 + sealedLength || !/^Ed(?:Sc|\0\0)B2$/.test(kind))
    throw new Error('不是 minisign 的私钥文件。可用 minisign -G 生成。');
  const view = new DataView(bytes.buffer);
  return {
    scrypt: kind.includes('Sc')
      ? {
          salt: bytes.slice(6, 38),
          opsLimit: Number(view.getBigUint64(38, true)),
          memLimit: Number(view.getBigUint64(46, true)),
        }
      : undefined,
    sealed: bytes.slice(54),
  };
}

/** The id of a key as minisign prints it. */
export function formatKeyId(id: Uint8Array): string {
  return [...id]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function encode(bytes: Uint8Array): string {
  return btoa(latin1(bytes));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
