import { expect, test } from 'vitest';
import { mutated, outcomeOf } from '../fuzzing.fixture.ts';
import { goldenFolders } from '../golden.fixture.ts';
import { readPdf } from './pdf.ts';

const rounds = Number(process.env.FUZZ_ROUNDS ?? 150);
const seed = Number(process.env.FUZZ_SEED ?? 1);

test.each(goldenFolders('pdf'))('damaged copies of $name are read or refused', async ({ bytes }) => {
  const counts: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    const outcome = await outcomeOf(() => readPdf(mutated(bytes, seed * 1_000_000 + round))).catch(
      (error: unknown) => {
        throw new Error(`round ${round} of seed ${seed}`, { cause: error });
      },
    );
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  console.log(counts);
  expect(Object.keys(counts)).not.toContain('timeout');
});
