import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedFiles, writeEdition } from '../edition.fixture.ts';
import { programOrSkip } from '../programs.fixture.ts';
import { verifyCopy } from '../verification/verify-copy.ts';
import { writeArchive } from '../writing/write-archive.ts';
import { damages, repairWithPar2 } from './damage.fixture.ts';

let folder: string;
let zip: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 修复 '));
  const edition = writeEdition(
    join(folder, 'dist'),
    inventedFiles(60).set('a.jpg', Buffer.alloc(70_000, 'x7')),
  );
  zip = (await writeArchive({ edition, out: join(folder, 'out'), recovery: 0.05 })).zip;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('recovery data is beside the zip, listed, and the same each time', async () => {
  const names = readdirSync(join(folder, 'out'));
  const own = names.filter((name) => name.endsWith('.par2'));
  expect(own).toHaveLength(2);
  const sums = readFileSync(join(folder, 'out', 'SHA256SUMS'), 'utf8');
  for (const name of own) expect(sums).toContain(name);
  const again = join(folder, 'again');
  await writeArchive({ edition: join(folder, 'dist'), out: again, recovery: 0.05 });
  for (const name of own)
    expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, 'out', name)))).toBe(true);
});

test('a check of a damaged zip says how it is repaired', async () => {
  const place = mkdtempSync(join(folder, 'damaged '));
  cpSync(join(folder, 'out'), place, { recursive: true });
  const copy = join(place, basename(zip));
  const bytes = readFileSync(copy);
  bytes[999] = (bytes[999] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  const { faults } = await verifyCopy({ path: copy, showName: (name) => name });
  expect(faults.join()).toContain(`par2 repair ${basename(zip)}.par2`);
});

const par2 = programOrSkip('par2');
describe.runIf(par2)('par2', () => {
  test.each(damages(5))('repairs the zip to the bit: $name', ({ spoil }) => {
    const sound = readFileSync(zip);
    expect(repairWithPar2(par2 ?? '', zip, spoil(Buffer.from(sound)), folder)?.equals(sound)).toBe(true);
  });
});
