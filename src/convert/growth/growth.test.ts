import { expect, test } from 'vitest';
import { excesses } from './excesses.fixture.ts';

// Steps are counted, not time: the numbers are the same on every machine, however slow.
test('twice as much hostile input takes no more than twice the work', async () => {
  expect(await excesses(500, 142, 3)).toEqual([
    {
      tried: expect.any(Number) as number,
      rooms: expect.arrayContaining(['convert', 'normalise', 'readers', 'recognise', 'record']) as string[],
    },
  ]);
}, 600_000);
