/** A Huffman code, canonical as in RFC 1951, 3.2.2. */
export interface HuffmanCode {
  /** Length of each symbol's code in bits; 0 for one that does not occur. */
  lengths: Uint8Array;
  /** The code of each symbol, first bit lowest. */
  codes: Uint16Array;
}

/**
 * Builds the best code for some counts, of at least two symbols, since some decoders refuse a code of one.
 *
 * @param counts How often each symbol occurs.
 * @param longest Greatest length of a code, in bits.
 */
export function buildHuffmanCode(counts: Uint32Array, longest: number): HuffmanCode {
  const used = sortByCount(counts);
  const lengths = new Uint8Array(counts.length);
  if (used.length < 2) {
    const only = used[0] === undefined ? 0 : used[0] % symbols;
    lengths[only] = 1;
    lengths[only === 0 ? 1 : 0] = 1;
  } else {
    const ofLength = limitLengths(countLengths(used), longest);
    // The rarest symbols get the longest codes.
    let at = 0;
    for (let length = longest; length > 0; length -= 1)
      for (let left = ofLength[length] ?? 0; left > 0; left -= 1)
        lengths[(used[at++] ?? 0) % symbols] = length;
  }
  return { lengths, codes: canonicalCodes(lengths) };
}

/** Above the number of symbols of any code of DEFLATE. */
const symbols = 512;

/** The symbols that occur, by count, then symbol: each as `count * symbols + symbol`. */
function sortByCount(counts: Uint32Array): Float64Array {
  const keys = new Float64Array(counts.length);
  let end = 0;
  for (let symbol = 0; symbol < counts.length; symbol += 1) {
    const count = counts[symbol] ?? 0;
    if (count > 0) keys[end++] = count * symbols + symbol;
  }
  return keys.subarray(0, end).sort();
}

/**
 * Finds how many symbols have codes of each length, by merging the two rarest nodes again and again: leaves and
 * merged nodes are both in ascending order, so the next is the first of either.
 *
 * @param used From {@link sortByCount}.
 */
function countLengths(used: Float64Array): Uint32Array {
  const counts = new Float64Array(used.length);
  for (let leaf = 0; leaf < used.length; leaf += 1) counts[leaf] = Math.floor((used[leaf] ?? 0) / symbols);
  const leaves = counts.length;
  const weights = new Float64Array(leaves - 1);
  const parents = new Uint16Array(2 * leaves - 1);
  let [leaf, merged] = [0, 0];
  for (let node = 0; node < leaves - 1; node += 1) {
    let weight = 0;
    for (let child = 0; child < 2; child += 1) {
      const takesLeaf = leaf < leaves && (merged >= node || (counts[leaf] ?? 0) <= (weights[merged] ?? 0));
      if (takesLeaf) {
        weight += counts[leaf] ?? 0;
        parents[leaf++] = leaves + node;
      } else {
        weight += weights[merged] ?? 0;
        parents[leaves + merged++] = leaves + node;
      }
    }
    weights[node] = weight;
  }
  const depths = new Uint16Array(2 * leaves - 1);
  const ofLength = new Uint32Array(leaves + 1);
  for (let node = 2 * leaves - 3; node >= 0; node -= 1) {
    const depth = (depths[parents[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    if (node < leaves) ofLength[depth] = (ofLength[depth] ?? 0) + 1;
  }
  return ofLength;
}

/** Shortens codes that are too long and lengthens others until the code is complete again. */
function limitLengths(ofLength: Uint32Array, longest: number): Uint32Array {
  const limited = new Uint32Array(longest + 1);
  for (let length = 1; length < ofLength.length; length += 1) {
    const within = Math.min(length, longest);
    limited[within] = (limited[within] ?? 0) + (ofLength[length] ?? 0);
  }
  let total = 0;
  for (let length = 1; length <= longest; length += 1)
    total += (limited[length] ?? 0) * 2 ** (longest - length);
  for (; total > 2 ** longest; total -= 1) {
    limited[longest] = (limited[longest] ?? 0) - 1;
    let length = longest - 1;
    while (limited[length] === 0) length -= 1;
    limited[length] = (limited[length] ?? 0) - 1;
    limited[length + 1] = (limited[length + 1] ?? 0) + 2;
  }
  return limited;
}

function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const ofLength = new Uint16Array(17);
  for (const length of lengths) if (length > 0) ofLength[length] = (ofLength[length] ?? 0) + 1;
  const next = new Uint16Array(17);
  for (let length = 1; length <= 16; length += 1)
    next[length] = ((next[length - 1] ?? 0) + (ofLength[length - 1] ?? 0)) << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    codes[symbol] = reverseBits(code, length);
  }
  return codes;
}

function reverseBits(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) reversed |= ((code >>> bit) & 1) << (length - 1 - bit);
  return reversed;
}
