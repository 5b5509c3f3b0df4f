/**
 * Compares texts in the order of their code points, which is that of their UTF-8 bytes, and Pagefind's;
 * the order of UTF-16 differs from it for characters beyond the first plane.
 *
 * @returns Below, above or 0 as for `sort`.
 */
export function compareCodePoints(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return one.length - other.length;
}

/** Surrogates stand for what comes after all else. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
