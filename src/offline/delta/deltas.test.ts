import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { craftZip, type CraftedFile } from '../../archive/zip/crafted-zip.fixture.ts';
import { injectFault } from '../../storage/fault-injection.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { inventedFiles, inventedInfo, writeEdition } from '../edition.fixture.ts';
import { unpackZip } from '../unpacked-zip.fixture.ts';
import { isIntact, verifyCopy } from '../verification/verify-copy.ts';
import { writeArchive } from '../writing/write-archive.ts';
import { applyDelta } from './apply-delta.ts';

let folder: string;
let older: string;
let newer: string;
let delta: string;
let place: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 增量 '));
  const before = inventedFiles(30)
    .set('old/gone.txt', '虚构')
    .set('originals/2019/x.pdf', Buffer.alloc(9000, 7));
  older = (await writeArchive({ edition: writeEdition(join(folder, 'a'), before), out: join(folder, 'out') }))
    .zip;
  const after = inventedFiles(31);
  after.set('replies/2019/a-7.html', `${String(after.get('replies/2019/a-7.html'))}<p>更正一处。</p>`);
  after.set('originals/2019/x.pdf', Buffer.alloc(9000, 8)).set('zz/新增 一.bin', Buffer.from('新增'));
  const info = { ...inventedInfo, day: '2026-04-01', letters: 4 };
  const edition = writeEdition(join(folder, 'b'), after, info);
  const written = await writeArchive({ edition, out: join(folder, 'out'), since: older });
  newer = written.zip;
  delta = written.delta?.path ?? '';
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  place = mkdtempSync(join(folder, 'copy '));
});

const apply = (to: string, by = delta) => applyDelta({ delta: by, copy: to, showName: (name) => name });

test('a delta is much smaller than the zip, listed beside it and intact', async () => {
  expect(readFileSync(delta).length).toBeLessThan(readFileSync(newer).length / 3);
  expect(readFileSync(join(folder, 'out', 'SHA256SUMS'), 'utf8')).toContain(basename(delta));
  const found = await verifyCopy({ path: delta, showName: (name) => name });
  expect(found).toMatchObject({ kind: 'delta', sums: { isListed: true } });
  expect(isIntact(found)).toBe(true);
});

test('an older zip gets the newer one beside it, byte for byte as downloaded', async () => {
  const copy = join(place, basename(older));
  cpSync(older, copy);
  const made = await apply(copy);
  expect(basename(made)).toBe(basename(newer));
  expect(readFileSync(made).equals(readFileSync(newer))).toBe(true);
  expect(readFileSync(copy).equals(readFileSync(older))).toBe(true);
  await expect(apply(copy)).rejects.toThrow(/已经存在/u);
  await expect(apply(made)).rejects.toThrow(/已经是新版/u);
  expect(readdirSync(place).sort()).toEqual([basename(older), basename(newer)].sort());
});

test('the folder of a bag becomes that of the newer zip', async () => {
  unpackZip(older, join(place, 'bag'));
  unpackZip(newer, join(place, 'right'));
  const made = await apply(join(place, 'bag'));
  const right = join(place, 'right', basename(newer, '.zip'));
  expect(filesBelow(made)).toEqual(filesBelow(right));
  await expect(apply(join(place, 'bag'))).rejects.toThrow(/已经是新版/u);
  expect(readdirSync(place).sort()).toEqual(['bag', 'right']);
});

test('the folder of an edition becomes the newer edition', async () => {
  cpSync(join(folder, 'a'), join(place, 'dist'), { recursive: true });
  await apply(join(place, 'dist'));
  expect(filesBelow(join(place, 'dist'))).toEqual(filesBelow(join(folder, 'b')));
});

describe('refused, the old copy as it was:', () => {
  const refuses = async (name: string, message: RegExp, by = delta) => {
    const before = filesBelow(place);
    await expect(apply(join(place, name), by)).rejects.toThrow(message);
    expect(filesBelow(place)).toEqual(before);
  };
  test('another base', async () => {
    const other = writeEdition(join(place, 'other'), inventedFiles(5));
    await refuses('other', /不适用于这个副本/u);
    const zip = await writeArchive({ edition: other, out: place });
    await refuses(basename(zip.zip), /不适用于这个副本/u);
  });
  test('a base with one flipped bit', async () => {
    const bytes = readFileSync(older);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(place, 'x.zip'), bytes);
    await refuses('x.zip', /不适用于这个副本/u);
    cpSync(join(folder, 'a'), join(place, 'dist'), { recursive: true });
    writeFileSync(join(place, 'dist', 'index.html'), 'changed');
    await refuses('dist', /不完整或被改动过/u);
  });
  test('a truncated delta, and one with flipped bits', async () => {
    cpSync(older, join(place, 'x.zip'));
    cpSync(join(folder, 'a'), join(place, 'dist'), { recursive: true });
    const sound = readFileSync(delta);
    const bad = join(folder, 'bad.delta.zip');
    for (const length of [0, 100, sound.length >> 1, sound.length - 1]) {
      writeFileSync(bad, sound.subarray(0, length));
      await refuses('x.zip', /zip/u, bad);
    }
    for (let at = 40; at < sound.length; at += Math.ceil(sound.length / 12)) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ 16;
      writeFileSync(bad, bytes);
      await refuses('x.zip', /[一-鿿]/u, bad);
      await refuses('dist', /[一-鿿]/u, bad);
    }
  });
  test.each<[string, CraftedFile[]]>([
    ['leads out of the folder', [{ name: 'whole/../../evil.txt', contents: 'x' }]],
    ['is absolute', [{ name: '/tmp/dafu-evil.txt', contents: 'x' }]],
    ['is something else', [{ name: 'evil.txt', contents: 'x' }]],
    ['is a patch of nothing', [{ name: 'patch/none.html', contents: Buffer.of(1, 1, 65) }]],
    [
      'makes a file of a terabyte',
      [{ name: 'patch/index.html', contents: Buffer.of(255, 255, 255, 255, 255, 31) }],
    ],
  ])('a delta with a file that %s', async (_, files) => {
    unpackZip(delta, join(folder, 'delta'));
    const info = readFileSync(join(folder, 'delta', 'dafu-delta.json'));
    const bad = join(folder, 'hostile.delta.zip');
    writeFileSync(bad, craftZip([{ name: 'dafu-delta.json', contents: info }, ...files]));
    cpSync(older, join(place, 'x.zip'));
    cpSync(join(folder, 'a'), join(place, 'dist'), { recursive: true });
    const around = readdirSync(folder).sort();
    await refuses('x.zip', /[一-鿿]/u, bad);
    await refuses('dist', /[一-鿿]/u, bad);
    expect(readdirSync(folder).sort()).toEqual(around);
    expect(existsSync('/tmp/dafu-evil.txt')).toBe(false);
  });
  test('a delta whose target is a path', async () => {
    const info = JSON.parse(readFileSync(join(folder, 'delta', 'dafu-delta.json'), 'utf8')) as {
      target: { name: string };
    };
    info.target.name = '../evil';
    const bad = join(folder, 'path.delta.zip');
    writeFileSync(bad, craftZip([{ name: 'dafu-delta.json', contents: JSON.stringify(info) }]));
    cpSync(older, join(place, 'x.zip'));
    await refuses('x.zip', /读不懂/u, bad);
  });
});

test('stopped at any change of the disk, the copy is the old or the new one, and the next run ends well', async () => {
  const right = filesBelow(join(folder, 'b'));
  const old = filesBelow(join(folder, 'a'));
  const copy = join(place, 'dist');
  let stopped = 0;
  for (let step = 1; ; step += 7) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(join(folder, 'a'), copy, { recursive: true });
    const { halted, restore } = injectFault('halt', step, place);
    const end = await Promise.race([halted, apply(copy)]);
    restore();
    if (end !== 'halted') break;
    stopped += 1;
    if (existsSync(copy)) expect([old, right]).toContainEqual(filesBelow(copy));
    rmSync(place, { recursive: true });
    mkdirSync(place);
  }
  expect(stopped).toBeGreaterThan(3);
  expect(filesBelow(copy)).toEqual(right);
});

test('a base that is damaged or not ours makes no delta', async () => {
  const out = join(place, 'out');
  const edition = join(folder, 'b');
  const bytes = readFileSync(older);
  bytes[500] = (bytes[500] ?? 0) ^ 1;
  writeFileSync(join(place, 'damaged.zip'), bytes);
  for (const since of [join(place, 'damaged.zip'), delta, join(folder, 'a')])
    await expect(writeArchive({ edition, out, since })).rejects.toThrow(/没有做增量包/u);
  expect(existsSync(out)).toBe(false);
  await expect(writeArchive({ edition, out: join(folder, 'out'), since: newer })).rejects.toThrow(/同名/u);
  const same = await writeArchive({ edition, out, since: newer });
  expect(same.delta).toBeUndefined();
});
