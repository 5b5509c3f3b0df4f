import { randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { craftZip } from '../../archive/zip/crafted-zip.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { writeEdition } from '../edition.fixture.ts';
import { unpackZip } from '../unpacked-zip.fixture.ts';
import { writeArchive } from '../writing/write-archive.ts';
import { isIntact, verifyCopy, type Verification } from './verify-copy.ts';

let folder: string;
let edition: string;
let zip: string;
let bag: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 核对 '));
  edition = writeEdition(join(folder, 'dist'));
  zip = (await writeArchive({ edition, out: join(folder, 'out') })).zip;
  bag = join(folder, 'bag');
  unpackZip(zip, bag);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const verify = (path: string) => verifyCopy({ path, showName: (name) => name });
const named = ({ differences, unreadable, others, faults }: Verification) => ({
  ...differences,
  unreadable: [...unreadable.keys()],
  others,
  faults,
});
const nothing = { changed: [], missing: [], extra: [], twins: [], unreadable: [], others: [], faults: [] };

test('an edition, a bag in a folder, the folder around it and the zip are intact', async () => {
  for (const path of [edition, bag, zip]) {
    const found = await verify(path);
    expect(named(found)).toEqual(nothing);
    expect(isIntact(found)).toBe(true);
    expect(found.info).toMatchObject({ name: '虚构的答复档案', day: '2026-03-05', letters: 3 });
  }
  expect(await verify(zip)).toMatchObject({
    kind: 'bag',
    form: 'zip',
    sums: { isListed: true, isSigned: false },
  });
  expect(await verify(edition)).toMatchObject({ kind: 'edition', form: 'folder' });
});

describe.each(['edition', 'bag'] as const)('in the folder of an %s', (kind) => {
  let copy: string;
  let data: string;
  const prefix = kind === 'bag' ? 'data/' : '';
  beforeEach(() => {
    copy = join(folder, 'copy');
    rmSync(copy, { recursive: true, force: true });
    cpSync(kind === 'bag' ? join(bag, 'dafu.example.org-archive-2026-03-05') : edition, copy, {
      recursive: true,
    });
    data = join(copy, prefix);
  });
  const finds = async (expected: Partial<typeof nothing> | Record<string, unknown>) => {
    expect(named(await verify(copy))).toMatchObject({ ...nothing, ...expected });
  };
  test('one flipped bit is named', async () => {
    const path = join(data, 'replies/2019/a-3.html');
    const bytes = readFileSync(path);
    bytes[40] = (bytes[40] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    await finds({ changed: [`${prefix}replies/2019/a-3.html`] });
  });
  test('a missing file is named', async () => {
    rmSync(join(data, 'empty.txt'));
    await finds({
      missing: [`${prefix}empty.txt`],
      faults: kind === 'bag' ? [expect.stringContaining('Payload-Oxum')] : [],
    });
  });
  test('an extra file is named', async () => {
    writeFileSync(join(copy, 'Thumbs.db'), 'x');
    await finds({ extra: ['Thumbs.db'] });
  });
  test('a file renamed to another is missing and extra', async () => {
    renameSync(join(data, 'index.html'), join(data, 'home.html'));
    await finds({ missing: [`${prefix}index.html`], extra: [`${prefix}home.html`] });
  });
  test('a twin whose name looks the same is named', async () => {
    writeFileSync(join(data, 'originals/2019/a-1/附件 一.jpg'.normalize('NFD')), '');
    writeFileSync(join(data, 'caf\u00e9'), '');
    writeFileSync(join(data, 'cafe\u0301'), '');
    const { differences } = await verify(copy);
    expect(differences.twins.sort()).toEqual([`${prefix}cafe\u0301`, `${prefix}caf\u00e9`].sort());
  });
  test('a link in place of a file is named and not followed', async () => {
    rmSync(join(data, 'index.html'));
    symlinkSync(join(edition, 'index.html'), join(data, 'index.html'));
    await finds({
      missing: [`${prefix}index.html`],
      others: [`${prefix}index.html`],
      faults: kind === 'bag' ? [expect.stringContaining('Payload-Oxum')] : [],
    });
  });
});

test('a changed manifest of a bag is found by the manifest of manifests', async () => {
  const copy = join(folder, 'forged');
  cpSync(join(bag, 'dafu.example.org-archive-2026-03-05'), copy, { recursive: true });
  writeFileSync(join(copy, 'data/index.html'), 'forged');
  for (const name of ['manifest-sha256.txt', 'manifest-sm3.txt']) {
    const text = readFileSync(join(copy, name), 'utf8');
    writeFileSync(join(copy, name), text.replace(/^\w+(?= {2}data\/index\.html$)/m, '0'.repeat(64)));
  }
  const { differences } = await verify(copy);
  expect(differences.changed).toEqual(['data/index.html', 'manifest-sha256.txt', 'manifest-sm3.txt']);
});

test('what is no copy is refused', async () => {
  mkdirSync(join(folder, 'nothing'));
  await expect(verify(join(folder, 'nothing'))).rejects.toThrow(/没有可核对的副本/u);
  await expect(verify(join(folder, 'absent'))).rejects.toThrow(/没有 .*absent/u);
  const text = join(folder, 'text.zip');
  writeFileSync(text, '虚构');
  await expect(verify(text)).rejects.toThrow(/不是 zip/u);
  writeFileSync(text, craftZip([{ name: 'data/x' }]));
  await expect(verify(text)).rejects.toThrow(/没有可核对的副本/u);
});

test('a bomb is refused before anything is inflated, and nothing is written', async () => {
  const bomb = join(folder, 'bomb.zip');
  const file = { contents: randomBytes(70_000), deflate: true, claims: { size: 70_000_000 } };
  writeFileSync(
    bomb,
    craftZip(Array.from({ length: 17 }, (_, index) => ({ ...file, name: `data/${index}` }))),
  );
  const before = filesBelow(folder);
  await expect(verify(bomb)).rejects.toThrow(/不合情理/u);
  expect([...filesBelow(folder).keys()]).toEqual([...before.keys()]);
});

test('a file that inflates to more or less than stated is named', async () => {
  const liar = join(folder, 'liar.zip');
  const long = { name: 'data/a', contents: 'x'.repeat(9000), deflate: true, claims: { size: 5000 } };
  const short = { name: 'data/b', contents: 'y'.repeat(9000), deflate: true, claims: { size: 9001 } };
  writeFileSync(liar, craftZip([{ name: 'bagit.txt', contents: 'x' }, long, short]));
  expect([...(await verify(liar)).unreadable.keys()]).toEqual(['data/a', 'data/b']);
});

test('a bit that is flipped anywhere in a zip is found, or changes no file', async () => {
  const sound = readFileSync(zip);
  const place = join(folder, 'flipped');
  mkdirSync(place, { recursive: true });
  const path = join(place, 'a.zip');
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length * 8 - 1), async (bit) => {
      const bytes = Buffer.from(sound);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, bytes);
      const found = await verify(path).catch(() => undefined);
      if (found === undefined || !isIntact(found)) return;
      // DEFLATE pads its last byte with bits that mean nothing.
      rmSync(join(place, 'x'), { recursive: true, force: true });
      unpackZip(path, join(place, 'x'));
      expect(filesBelow(join(place, 'x'))).toEqual(filesBelow(bag));
    }),
    { numRuns: 150 },
  );
});
