/** Parameters of scrypt (RFC 7914). */
export interface ScryptParameters {
  N: number;
  r: number;
  p: number;
}

/** More memory than this no key asks for that minisign made; a changed file could. In bytes. */
const mostMemory = 2 ** 31;

/**
 * Translates libsodium's limits into scrypt's parameters, as its `pickparams` does.
 *
 * @throws Error in Chinese when they are out of all proportion.
 */
export function pickScryptParameters(opsLimit: number, memLimit: number): ScryptParameters {
  if (!(memLimit <= mostMemory && opsLimit <= 2 ** 32)) throw new Error('私钥文件要求的内存过多，没有读。');
  const operations = Math.max(32_768, opsLimit);
  const r = 8;
  if (operations < memLimit / 32) return { N: largestPower(operations / (r * 4)), r, p: 1 };
  const N = largestPower(memLimit / (r * 128));
  return { N, r, p: Math.floor(Math.min(0x3fff_ffff, operations / 4 / N) / r) };
}

/** The first power of two that is more than half of a number, from 2. */
function largestPower(limit: number): number {
  let power = 2;
  while (power <= limit / 2) power *= 2;
  return power;
}
