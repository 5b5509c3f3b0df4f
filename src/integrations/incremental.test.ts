import { afterAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { inventArchive } from './incremental.fixture.ts';

const archive = inventArchive(8, fc.readConfigureGlobal().seed ?? 0);
afterAll(() => {
  archive.remove();
});

/**
 * How many changes a build upon the last edition is to take up, and how many a build from nothing, the slower one, is
 * to show: here all of them, at the end. After each change there are both in incremental.fuzz.ts.
 */
const together = { built: 5, anew: 30 };

test(
  'after changes of every kind the edition is that of a build from nothing',
  { timeout: 1_200_000 },
  async () => {
    expect(await archive.build()).toEqual(await archive.buildAnew());
    let changes: string[] = [];
    let left: number;
    do {
      const change = archive.change();
      ({ left } = change);
      changes.push(change.what);
      if (left > 0 && changes.length % together.built > 0) continue;
      const built = await archive.build();
      if (left > 0 && changes.length < together.anew) continue;
      expect(built, changes.join('; ')).toEqual(await archive.buildAnew());
      changes = [];
    } while (left > 0);
  },
);
