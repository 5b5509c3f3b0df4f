/**
 * The fixed default, so that a commit cannot fail because of cases that it did not change. `DAFU_SEED`
 * selects another.
 */
const everyday = 20190610;

/**
 * The seed of randomly drawn cases: the same in every run unless `DAFU_SEED` gives another;
 * `DAFU_SEED=random` draws one.
 *
 * @throws RangeError when `DAFU_SEED` is neither a whole number nor `random`.
 */
export function caseSeed(wish = process.env.DAFU_SEED): number {
  if (wish === undefined || wish === '') return everyday;
  if (wish === 'random') return Math.floor(Math.random() * 2 ** 31);
  const seed = Number(wish);
  if (!Number.isInteger(seed))
    throw new RangeError(`DAFU_SEED is neither a whole number nor random: ${wish}`);
  return seed;
}
