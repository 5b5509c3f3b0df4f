import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { inventedFiles, writeEdition } from './edition.fixture.ts';
import { programOrSkip } from './programs.fixture.ts';
import { damages, repairWithPar2 } from './recovery/damage.fixture.ts';
import { unpackZip } from './unpacked-zip.fixture.ts';
import { isIntact, verifyCopy } from './verification/verify-copy.ts';
import { writeArchive } from './writing/write-archive.ts';

const patience = 3_600_000;

let folder: string;
let zip: string;
let sound: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 损坏 '));
  const edition = writeEdition(
    join(folder, 'dist'),
    inventedFiles(120).set('a.jpg', Buffer.alloc(90_000, 'x7')),
  );
  zip = (await writeArchive({ edition, out: join(folder, 'out'), recovery: 0.05 })).zip;
  sound = readFileSync(zip);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Whether a check finds the damage, of the zip alone. */
async function isFound(damaged: Buffer): Promise<boolean> {
  const path = join(folder, 'alone', 'a.zip');
  mkdirSync(join(folder, 'alone'), { recursive: true });
  writeFileSync(path, damaged);
  const found = await verifyCopy({ path, showName: (name) => name }).catch(() => undefined);
  return found === undefined || !isIntact(found);
}

test(
  'of 1,200 damages each is found in the zip alone, or changes no file; all are with SHA256SUMS beside it',
  async () => {
    unpackZip(zip, join(folder, 'right'));
    const right = filesBelow(join(folder, 'right'));
    let harmless = 0;
    for (const { name, spoil } of damages(1200)) {
      const damaged = spoil(Buffer.from(sound));
      if (damaged.equals(sound) || (await isFound(damaged))) continue;
      const path = join(folder, 'x.zip');
      writeFileSync(path, damaged);
      rmSync(join(folder, 'x'), { recursive: true, force: true });
      unpackZip(path, join(folder, 'x'));
      expect(filesBelow(join(folder, 'x')), name).toEqual(right);
      harmless += 1;
      const beside = join(folder, 'out-damaged');
      mkdirSync(beside, { recursive: true });
      writeFileSync(join(beside, 'SHA256SUMS'), readFileSync(join(folder, 'out', 'SHA256SUMS')));
      writeFileSync(join(beside, basename(zip)), damaged);
      const listed = await verifyCopy({ path: join(beside, basename(zip)), showName: (one) => one });
      expect(isIntact(listed), name).toBe(false);
    }
    console.log(`${harmless} of 1,200 changed nothing but padding`);
  },
  patience,
);

const par2 = programOrSkip('par2');
test.runIf(par2)(
  'par2 repairs 60 damages of less than the share to the bit',
  () => {
    for (const { name, spoil } of damages(60))
      expect(repairWithPar2(par2 ?? '', zip, spoil(Buffer.from(sound)), folder)?.equals(sound), name).toBe(
        true,
      );
  },
  patience,
);
