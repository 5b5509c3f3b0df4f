import fc from 'fast-check';

/** Moments of a process's life, 0–1, spread over all of it and drawn with the seed of the tests. */
export function moments(count: number): number[] {
  const drawn = fc.sample(fc.integer({ min: 0, max: 999 }), count);
  return drawn.map((value, index) => (index + value / 1000) / count);
}
