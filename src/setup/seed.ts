/** Another seed than this is tried on purpose, by `DAFU_SEED`: a commit is not to fail for what it did not change. */
const everyday = 20190610;

/**
 * The seed that invented cases are drawn with: the same in every run, unless `DAFU_SEED` gives another;
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
