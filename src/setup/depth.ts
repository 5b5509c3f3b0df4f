/** Whether these are the tests of `npm run test:deep`, which try all of what `npm test` tries some of. */
export const isDeep = process.env.DAFU_DEEP === '1';

/**
 * How much a test tries.
 *
 * @param some In `npm test`, where everything has to be done in minutes.
 * @param all In `npm run test:deep`.
 */
export function inDepth<Amount>(some: Amount, all: Amount): Amount {
  return isDeep ? all : some;
}
