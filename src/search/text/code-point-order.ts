/**
 * Compares texts by code points, which is the order of their UTF-8 bytes. The order of UTF-16
 * differs for characters beyond the Basic Multilingual Plane.
 *
 * @returns Negative, positive or 0, as `sort` takes it.
 */
export function compareCodePoints(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return one.length - other.length;
}

/** Ranks surrogates last: they encode the highest code points. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
