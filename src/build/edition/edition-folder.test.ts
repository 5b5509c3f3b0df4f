import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PlacedFile, Stages } from './edition-file.ts';
import { EditionFolder } from './edition-folder.ts';
import { openFileCarrier, type FileCarrier } from './file-carrier.ts';

let folder: string;
let out: string;
let placed: Map<string, PlacedFile>;
let stages: Stages;
const carriers: FileCarrier[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-edition-'));
  out = join(folder, 'dist');
  placed = new Map();
  stages = new Map();
});
afterEach(async () => {
  await Promise.all(carriers.splice(0).map((carrier) => carrier.close()));
  rmSync(folder, { recursive: true });
});

const read = (path: string) => readFileSync(join(out, path), 'utf8');
const identity = (path: string) => {
  const { ino, mtimeMs } = statSync(join(out, path));
  return [ino, mtimeMs];
};

/** @param least From how many files a thread takes them. */
function openEdition(least: number | undefined): EditionFolder {
  const staging = join(folder, 'new');
  mkdirSync(staging);
  const former = { placed, stages, checked: true, locate: (path: string) => join(out, path) };
  const carrier = openFileCarrier(former, least);
  carriers.push(carrier);
  return new EditionFolder(staging, former, carrier);
}

/** Puts an edition in place of the last one, as a build does. */
async function publish(edition: EditionFolder): Promise<void> {
  await edition.fill(() => Promise.resolve());
  rmSync(out, { recursive: true, force: true });
  renameSync(edition.path, out);
  placed = new Map(edition.placedIn(out).map((file) => [file.path, file]));
  stages = edition.stages;
}

describe.each([
  ['one by one', undefined],
  ['by a thread', 0],
])('taken %s', (_, least) => {
  const open = () => openEdition(least);

  test('a file made from the same input is taken from the last edition as it is', async () => {
    const first = open();
    first.write('a/b.html', 'input 1', '甲');
    await publish(first);
    const before = identity('a/b.html');
    const second = open();
    expect(second.keep('a/b.html', 'input 1')).toBe(true);
    expect([...second.written]).toEqual([]);
    await publish(second);
    expect(identity('a/b.html')).toEqual(before);
    expect(read('a/b.html')).toBe('甲');
  });

  test('a file made from another input is made again, and keeps its identity when it comes out the same', async () => {
    const first = open();
    first.write('same.html', 'input 1', '甲');
    first.write('other.html', 'input 1', '甲');
    await publish(first);
    const before = identity('same.html');
    const second = open();
    expect(second.keep('same.html', 'input 2')).toBe(false);
    second.write('same.html', 'input 2', '甲');
    second.write('other.html', 'input 2', '乙');
    expect([...second.written]).toEqual(['other.html']);
    await publish(second);
    expect(identity('same.html')).toEqual(before);
    expect(read('other.html')).toBe('乙');
  });

  test('a file that was changed in the last edition is made again, and that is reported', async () => {
    const first = open();
    first.write('a.html', 'input', '甲乙');
    await publish(first);
    writeFileSync(join(out, 'a.html'), '甲丙');
    const second = open();
    expect(second.keep('a.html', 'input')).toBe(false);
    expect(second.lastHash('a.html')).toBeUndefined();
    expect(second.damaged).toBe(true);
  });

  test('a copy of the last edition, whose files have other identities, is as good', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    await publish(first);
    const bytes = readFileSync(join(out, 'a.html'));
    rmSync(join(out, 'a.html'));
    writeFileSync(join(out, 'a.html'), bytes);
    const second = open();
    expect(second.keep('a.html', 'input')).toBe(true);
    expect(second.damaged).toBe(false);
  });

  test('a symbolic link to the same bytes is not taken for the file', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    await publish(first);
    const elsewhere = join(folder, 'elsewhere.html');
    renameSync(join(out, 'a.html'), elsewhere);
    symlinkSync(elsewhere, join(out, 'a.html'));
    const second = open();
    expect(second.keep('a.html', 'input')).toBe(false);
  });

  test('files made together are taken together, or not at all', async () => {
    const first = open();
    first.write('index/a.js', 'index 1', '甲');
    first.write('index/b.js', 'index 1', '乙');
    await publish(first);
    const second = open();
    expect(second.keepAll('index 2')).toBe(false);
    expect(second.keepAll('index 1')).toBe(true);
    expect([...second.files].map(({ path }) => path)).toEqual(['index/a.js', 'index/b.js']);
    await publish(second);
    rmSync(join(out, 'index/b.js'));
    const third = open();
    expect(third.keepAll('index 1')).toBe(false);
    expect(third.removed()).toEqual(['index/a.js', 'index/b.js']);
  });

  test('what the last build worked out from the same input is not worked out again', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    expect(first.workOut('input 1', () => ['乙', '丙'])).toEqual(['乙', '丙']);
    await publish(first);
    const second = open();
    expect(second.workOut('input 1', () => ['丁'])).toEqual(['乙', '丙']);
    expect(second.workOut('input 2', () => ['丁'])).toEqual(['丁']);
  });

  describe('a stage', () => {
    const makeIn = async (edition: EditionFolder, stage: string) => {
      let made = false;
      await edition.makeStage(stage, () => {
        made = true;
        edition.write('a.html', `a of ${stage}`, '甲');
        edition.write('b.html', `b of ${stage}`, '乙');
        return Promise.resolve(['a.html', 'b.html']);
      });
      return made;
    };

    async function publishStage(): Promise<void> {
      const first = open();
      first.write('other.html', 'other', '丙');
      expect(await makeIn(first, 'stage 1')).toBe(true);
      await publish(first);
    }

    test('is not made again from the same input, and its files keep their keys', async () => {
      await publishStage();
      const second = open();
      expect(await makeIn(second, 'stage 1')).toBe(false);
      expect([...second.files].map(({ path, key }) => [path, key])).toEqual([
        ['a.html', 'a of stage 1'],
        ['b.html', 'b of stage 1'],
      ]);
      await publish(second);
      const third = open();
      expect(await makeIn(third, 'stage 1')).toBe(false);
    });

    test('is made again from another input', async () => {
      await publishStage();
      expect(await makeIn(open(), 'stage 2')).toBe(true);
    });

    test.each([
      ['gone', undefined],
      ['changed', '丁'],
    ])('is made again when one of its files is %s', async (_, text) => {
      await publishStage();
      rmSync(join(out, 'b.html'));
      if (text !== undefined) writeFileSync(join(out, 'b.html'), text);
      const second = open();
      expect(await makeIn(second, 'stage 1')).toBe(true);
      await publish(second);
      expect(read('b.html')).toBe('乙');
    });
  });

  test('a file that is changed while it is taken is looked at by the next build', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    await publish(first);
    const second = open();
    expect(second.keep('a.html', 'input')).toBe(true);
    await second.fill(() => Promise.resolve());
    writeFileSync(join(out, 'a.html'), '丙丁');
    await publish(second);
    expect(placed.get('a.html')?.fingerprint).toBe('');
    const third = open();
    expect(third.keep('a.html', 'input')).toBe(false);
    expect(third.damaged).toBe(true);
  });

  test('a file that cannot be taken is an error', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    await publish(first);
    const second = open();
    writeFileSync(join(second.path, 'a.html'), '乙');
    const take = async () => {
      second.keep('a.html', 'input');
      await second.fill(() => Promise.resolve());
    };
    await expect(take()).rejects.toMatchObject({ code: 'EEXIST' });
  });

  test('nothing more is put into a folder after filling it has failed', async () => {
    const first = open();
    const names = Array.from({ length: 300 }, (_, index) => `${index}.html`);
    for (const name of names) first.write(name, 'input', name);
    await publish(first);
    const second = open();
    const failing = second.fill(() => {
      for (const name of names) second.keep(name, 'input');
      return Promise.reject(new Error('链接有误'));
    });
    await expect(failing).rejects.toThrow('链接有误');
    expect(readdirSync(second.path)).toHaveLength(names.length);
  });

  test('a file that was taken is read before it is there', async () => {
    const first = open();
    first.write('a.html', 'input', '甲');
    await publish(first);
    const second = open();
    second.write('b.html', 'input', '乙');
    second.keep('a.html', 'input');
    expect([second.read('a.html'), second.read('b.html')]).toEqual(['甲', '乙']);
  });
});
