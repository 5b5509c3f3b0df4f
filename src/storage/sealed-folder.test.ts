import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSealed, openSealed } from './sealed-folder.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-sealed-'));
  mkdirSync(at('made', 'deep'), { recursive: true });
  writeFileSync(at('made', 'store.json'), '["虚构","letters"]');
  writeFileSync(at('made', 'deep', 'empty'), '');
  await keepSealed(at('made'), at('cache', 'kept'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<string> {
  rmSync(at('opened'), { recursive: true, force: true });
  return openSealed(at('cache', 'kept'), at('opened'));
}

test('what was kept comes back as it was, as often as asked, and a later one replaces it', async () => {
  expect(await open()).toBe('opened');
  expect(readdirSync(at('opened'), { recursive: true }).sort()).toEqual(
    ['deep', join('deep', 'empty'), 'store.json'].sort(),
  );
  writeFileSync(at('opened', 'store.json'), 'newer');
  expect(await open()).toBe('opened');
  expect(readFileSync(at('opened', 'store.json'), 'utf8')).toBe('["虚构","letters"]');
  writeFileSync(at('opened', 'store.json'), 'newer');
  await keepSealed(at('opened'), at('cache', 'kept'));
  expect(await open()).toBe('opened');
  expect(readFileSync(at('opened', 'store.json'), 'utf8')).toBe('newer');
  expect(readdirSync(at('cache'))).toEqual(['kept']);
});

test('nothing that was not kept is opened', async () => {
  expect(await openSealed(at('cache', 'other'), at('opened'))).toBe('absent');
});

test('a single bit that differs, in any file, makes it damaged', async () => {
  const files = ['store.json', 'seal-sha256.txt'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(7), async (name, place, bit) => {
      const path = at('cache', 'kept', name);
      const whole = readFileSync(path);
      const damaged = Buffer.from(whole);
      const byte = place % whole.length;
      damaged.writeUInt8(damaged.readUInt8(byte) ^ (1 << bit), byte);
      writeFileSync(path, damaged);
      expect(await open()).toBe('damaged');
      expect(readdirSync(folder)).not.toContain('opened');
      writeFileSync(path, whole);
    }),
    { numRuns: 100 },
  );
  expect(await open()).toBe('opened');
});

const kept = (...names: string[]) => at('cache', 'kept', ...names);
test.each<[string, () => void]>([
  [
    'a file cut short',
    () => {
      truncateSync(kept('store.json'), 5);
    },
  ],
  [
    'an emptied seal',
    () => {
      truncateSync(kept('seal-sha256.txt'));
    },
  ],
  [
    'a lost file',
    () => {
      rmSync(kept('deep', 'empty'));
    },
  ],
  [
    'a lost seal',
    () => {
      rmSync(kept('seal-sha256.txt'));
    },
  ],
  [
    'an added file',
    () => {
      writeFileSync(kept('deep', 'more'), '');
    },
  ],
  [
    'a renamed file',
    () => {
      renameSync(kept('store.json'), kept('stored.json'));
    },
  ],
  [
    'a link in place of a file',
    () => {
      rmSync(kept('store.json'));
      symlinkSync(kept('deep', 'empty'), kept('store.json'));
    },
  ],
  [
    'a file in place of the folder',
    () => {
      rmSync(kept(), { recursive: true });
      writeFileSync(kept(), '');
    },
  ],
])('%s makes it damaged', async (_, damage) => {
  damage();
  expect(await open()).toBe('damaged');
});
