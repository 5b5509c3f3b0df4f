import {
  mkdirSync,
  mkdtempSync,
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

let folder: string;
let out: string;
let placed: Map<string, PlacedFile>;
let stages: Stages;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-edition-'));
  out = join(folder, 'dist');
  placed = new Map();
  stages = new Map();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function open(): EditionFolder {
  const staging = join(folder, 'new');
  mkdirSync(staging);
  return new EditionFolder(staging, { placed, stages, checked: true, locate: (path) => join(out, path) });
}

/** Puts an edition in place of the last one, as a build does. */
function publish(edition: EditionFolder): void {
  rmSync(out, { recursive: true, force: true });
  renameSync(edition.path, out);
  placed = new Map(edition.placedIn(out).map((file) => [file.path, file]));
  stages = edition.stages;
}

const read = (path: string) => readFileSync(join(out, path), 'utf8');
const identity = (path: string) => {
  const { ino, mtimeMs } = statSync(join(out, path));
  return [ino, mtimeMs];
};

test('a file made from the same input is taken from the last edition as it is', () => {
  const first = open();
  first.write('a/b.html', 'input 1', '甲');
  publish(first);
  const before = identity('a/b.html');
  const second = open();
  expect(second.keep('a/b.html', 'input 1')).toBe(true);
  expect([...second.written]).toEqual([]);
  publish(second);
  expect(identity('a/b.html')).toEqual(before);
  expect(read('a/b.html')).toBe('甲');
});

test('a file made from another input is made again, and keeps its identity when it comes out the same', () => {
  const first = open();
  first.write('same.html', 'input 1', '甲');
  first.write('other.html', 'input 1', '甲');
  publish(first);
  const before = identity('same.html');
  const second = open();
  expect(second.keep('same.html', 'input 2')).toBe(false);
  second.write('same.html', 'input 2', '甲');
  second.write('other.html', 'input 2', '乙');
  expect([...second.written]).toEqual(['other.html']);
  publish(second);
  expect(identity('same.html')).toEqual(before);
  expect(read('other.html')).toBe('乙');
});

test('a file that was changed in the last edition is made again, and that is reported', () => {
  const first = open();
  first.write('a.html', 'input', '甲乙');
  publish(first);
  writeFileSync(join(out, 'a.html'), '甲丙');
  const second = open();
  expect(second.keep('a.html', 'input')).toBe(false);
  expect(second.lastHash('a.html')).toBeUndefined();
  expect(second.damaged).toBe(true);
});

test('a copy of the last edition, whose files have other identities, is as good', () => {
  const first = open();
  first.write('a.html', 'input', '甲');
  publish(first);
  const bytes = readFileSync(join(out, 'a.html'));
  rmSync(join(out, 'a.html'));
  writeFileSync(join(out, 'a.html'), bytes);
  const second = open();
  expect(second.keep('a.html', 'input')).toBe(true);
  expect(second.damaged).toBe(false);
});

test('a symbolic link to the same bytes is not taken for the file', () => {
  const first = open();
  first.write('a.html', 'input', '甲');
  publish(first);
  const elsewhere = join(folder, 'elsewhere.html');
  renameSync(join(out, 'a.html'), elsewhere);
  symlinkSync(elsewhere, join(out, 'a.html'));
  const second = open();
  expect(second.keep('a.html', 'input')).toBe(false);
});

test('files made together are taken together, or not at all', () => {
  const first = open();
  first.write('index/a.js', 'index 1', '甲');
  first.write('index/b.js', 'index 1', '乙');
  publish(first);
  const second = open();
  expect(second.keepAll('index 2')).toBe(false);
  expect(second.keepAll('index 1')).toBe(true);
  expect([...second.files].map(({ path }) => path)).toEqual(['index/a.js', 'index/b.js']);
  publish(second);
  rmSync(join(out, 'index/b.js'));
  const third = open();
  expect(third.keepAll('index 1')).toBe(false);
  expect(third.removed()).toEqual(['index/a.js', 'index/b.js']);
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
    publish(first);
  }

  test('is not made again from the same input, and its files keep their keys', async () => {
    await publishStage();
    const second = open();
    expect(await makeIn(second, 'stage 1')).toBe(false);
    expect([...second.files].map(({ path, key }) => [path, key])).toEqual([
      ['a.html', 'a of stage 1'],
      ['b.html', 'b of stage 1'],
    ]);
    publish(second);
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
    publish(second);
    expect(read('b.html')).toBe('乙');
  });
});
