import { groupOrder } from './galois-field.ts';

/** How a file is divided for recovery. */
export interface RecoveryLayout {
  /** Bytes of a slice, the unit that is repaired: a multiple of 4. */
  sliceSize: number;
  /** Slices of the file; the last one is filled with zeros. */
  slices: number;
  /** Slices of recovery data: as many damaged slices can be repaired. */
  recoverySlices: number;
}

/**
 * Slices of a file. With more of them a single flipped bit costs less of the recovery data, and the work grows: it is
 * the file's size times the number of recovery slices.
 */
const mostSlices = 2000;
/** Smaller slices would be mostly descriptions of themselves. In bytes. */
const leastSliceSize = 512;

/** Divides a file. @param share How much of it can be lost and repaired, 0–1. */
export function planRecovery(size: number, share: number): RecoveryLayout {
  const sliceSize = Math.max(leastSliceSize, 4 * Math.ceil(size / mostSlices / 4));
  const slices = Math.max(1, Math.ceil(size / sliceSize));
  return { sliceSize, slices, recoverySlices: Math.max(1, Math.ceil(slices * share)) };
}

/** Primes of the order of the group. */
const factors = [3, 5, 17, 257];

/**
 * The constants that stand for the slices of a file, as powers of 2: those of full order, in ascending order, so that
 * any choice of equations can be solved (PAR 2.0, “Reed–Solomon coding”).
 */
export function sliceExponents(slices: number): number[] {
  const exponents: number[] = [];
  for (let exponent = 1; exponents.length < slices && exponent < groupOrder; exponent += 1)
    if (factors.every((factor) => exponent % factor !== 0)) exponents.push(exponent);
  return exponents;
}

/** Reads a share such as `5%`; undefined when it is none from 1% to 100%. */
export function parseShare(text: string): number | undefined {
  const match = /^(\d{1,3}(?:\.\d)?)%$/.exec(text);
  const percent = Number(match?.[1] ?? 0);
  return percent >= 1 && percent <= 100 ? percent / 100 : undefined;
}
