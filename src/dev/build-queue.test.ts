import { expect, test } from 'vitest';
import { openBuildQueue } from './build-queue.ts';

/** A queue whose builds the test ends. */
function heldBuilds() {
  const builds: PromiseWithResolvers<undefined>[] = [];
  const failures: unknown[] = [];
  const queue = openBuildQueue(
    async () => {
      const build = Promise.withResolvers<undefined>();
      builds.push(build);
      await build.promise;
    },
    (error) => failures.push(error),
  );
  return { builds, failures, queue };
}
const rest = () => new Promise((resolve) => setImmediate(resolve));

test('whatever changes during a build is built after it, once', async () => {
  const { builds, queue } = heldBuilds();
  queue.request();
  for (let change = 0; change < 5; change += 1) queue.request();
  await rest();
  expect(builds).toHaveLength(1);
  builds[0]?.resolve(undefined);
  await rest();
  expect(builds).toHaveLength(2);
  builds[1]?.resolve(undefined);
  await rest();
  expect(builds).toHaveLength(2);
});

test('after a build that failed the next change is built', async () => {
  const { builds, failures, queue } = heldBuilds();
  queue.request();
  builds[0]?.reject(new Error('虚构'));
  await rest();
  expect(failures).toEqual([new Error('虚构')]);
  queue.request();
  expect(builds).toHaveLength(2);
});
