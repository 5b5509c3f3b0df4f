import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mutated, outcomeOf, randomNumbers } from '../fuzzing.fixture.ts';
import { goldenFolders } from '../golden.fixture.ts';
import { readOfd } from './ofd.ts';

const rounds = Number(process.env.FUZZ_ROUNDS ?? 3000);
const seed = Number(process.env.FUZZ_SEED ?? 1);

test.each(goldenFolders('ofd'))('damaged copies of $name are read or refused', async ({ bytes }) => {
  const counts: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    const number = seed * 1_000_000 + round;
    // Checksums stop most changes to the container; changes to the files in it reach the reader.
    const changed = round % 5 === 0 ? mutated(bytes, number) : withMutatedFile(bytes, number);
    const outcome = await outcomeOf(() => readOfd(changed)).catch((error: unknown) => {
      throw new Error(`round ${round} of seed ${seed}`, { cause: error });
    });
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  console.log(counts);
  expect(Object.keys(counts)).not.toContain('timeout');
});

function withMutatedFile(bytes: Uint8Array, number: number): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[number % names.length] ?? '';
  const content = files[name] ?? bytes;
  const changed = number % 3 === 0 ? mutated(content, number) : withOtherNumbers(content, number);
  return zipSync({ ...files, [name]: changed }, { level: 0 });
}

/** Replaces some numbers and words of the XML by values that no writer produces. */
function withOtherNumbers(content: Uint8Array, number: number): Uint8Array {
  const random = randomNumbers(number);
  const others = [
    '1e308',
    '-1',
    'NaN',
    '0',
    '99999999',
    'g 99999999 1',
    '',
    '-0.0001',
    'C',
    '../OFD.xml',
    '1e-308',
  ];
  const text = new TextDecoder().decode(content);
  const rate = 2 + random(60);
  return strToU8(
    text.replaceAll(/(?<=[" >])[\w./-]+(?=[" <])/g, (word) =>
      random(rate) === 0 ? (others[random(others.length)] ?? '') : word,
    ),
  );
}
