import { expect, test } from 'vitest';
import { mutated } from '../fuzzing.fixture.ts';
import { goldenFolders } from '../golden.fixture.ts';
import { ReadError } from '../reading.ts';
import { openImageFile } from './image-file.ts';

const rounds = Number(process.env.FUZZ_ROUNDS ?? 400);

test.each([...goldenFolders('png'), ...goldenFolders('jpg')])(
  'damaged copies of $name are decoded or refused',
  async ({ bytes }) => {
    const counts: Record<string, number> = {};
    for (let round = 0; round < rounds; round += 1) {
      const outcome = await openImageFile(mutated(bytes, round))
        .then((picture) => picture.page(0))
        .then(() => 'decoded')
        .catch((error: unknown) => {
          if (error instanceof ReadError) return error.code;
          throw new Error(`round ${round}`, { cause: error });
        });
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    console.log(counts);
    expect(rounds).toBeGreaterThan(0);
  },
);
