import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { inventArchive } from './incremental.fixture.ts';

const archive = inventArchive(12, fc.readConfigureGlobal().seed ?? 0);
afterAll(() => {
  archive.remove();
});

test(
  'after each of 120 random changes the edition is that of a build from nothing',
  { timeout: 3_600_000 },
  async () => {
    for (let step = 1; step <= 120; step += 1) {
      const { what } = archive.change();
      const [built, anew] = [await archive.build(), await archive.buildAnew()];
      expect(built, `${step}: ${what}`).toEqual(anew);
    }
  },
);
