import { expect, test } from 'vitest';
import { excesses } from './excesses.fixture.ts';

// Steps are counted, no time is taken: the numbers are the same on every machine, which may be slow.
test('twice as much of what is hostile takes no more than twice the work', async () => {
  expect(await excesses(500, 71)).toEqual([{ tried: expect.any(Number) as number }]);
}, 600_000);
