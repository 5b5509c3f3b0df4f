import { expect, test } from 'vitest';
import { excesses } from './excesses.fixture.ts';

// `npm run test:deep`: all cases.
test('twice as much hostile input takes no more than twice the work', async () => {
  expect(await excesses(1000, 1, 1)).toEqual([
    { tried: expect.any(Number) as number, rooms: expect.any(Array) as string[] },
  ]);
}, 3_600_000);
