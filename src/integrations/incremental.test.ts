import { afterAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { inventArchive } from './incremental.fixture.ts';

const archive = inventArchive(8, fc.readConfigureGlobal().seed ?? 0);
afterAll(() => {
  archive.remove();
});

// One hundred and twenty are in incremental.fuzz.ts.
test(
  'after each of 20 random changes the edition is that of a build from nothing',
  { timeout: 600_000 },
  async () => {
    expect(await archive.build()).toEqual(await archive.buildAnew());
    for (let step = 1; step <= 20; step += 1) {
      const what = archive.change();
      const [built, anew] = [await archive.build(), await archive.buildAnew()];
      expect(built, `${step}: ${what}`).toEqual(anew);
    }
  },
);
