/*
 * Arithmetic in the field of 2^16 elements that PAR 2.0 counts in: polynomials over two elements, modulo
 * x^16 + x^12 + x^3 + x + 1. Addition is XOR.
 */

const generator = 0x1100b;
/** Order of the multiplicative group: 2 to this power is 1. */
export const groupOrder = 65_535;

/** 2 to every power. */
const powers = new Uint16Array(groupOrder);
for (let exponent = 0, value = 1; exponent < groupOrder; exponent += 1) {
  powers[exponent] = value;
  value <<= 1;
  if (value > 0xffff) value ^= generator;
}

/** 2 to a power. @param exponent From 0. */
export function powerOfTwo(exponent: number): number {
  return powers[exponent % groupOrder] ?? 0;
}

/** Products of one factor with every low byte, and with every high byte, of another. */
export interface ProductTable {
  low: Uint32Array;
  high: Uint32Array;
}

export function createProductTable(): ProductTable {
  return { low: new Uint32Array(256), high: new Uint32Array(256) };
}

/** Fills a table for a factor. */
export function fillProductTable({ low, high }: ProductTable, factor: number): void {
  let product = factor;
  for (const table of [low, high])
    for (let bit = 1; bit < 256; bit <<= 1) {
      // Products are sums of those with single bits.
      for (let rest = 0; rest < bit; rest += 1) table[bit | rest] = product ^ (table[rest] ?? 0);
      product <<= 1;
      if (product > 0xffff) product ^= generator;
    }
}

/**
 * Adds the product of the table's factor with each of some elements to others.
 *
 * @param from Two elements of 16 bits in each number.
 * @param to As long as `from`.
 */
export function addProducts({ low, high }: ProductTable, from: Uint32Array, to: Uint32Array): void {
  const { length } = from;
  for (let at = 0; at < length; at += 1) {
    const two = from[at] ?? 0;
    to[at] =
      (to[at] ?? 0) ^
      (low[two & 0xff] ?? 0) ^
      (high[(two >>> 8) & 0xff] ?? 0) ^
      (((low[(two >>> 16) & 0xff] ?? 0) ^ (high[two >>> 24] ?? 0)) << 16);
  }
}
