import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inventedLetters } from '../letters.fixture.ts';
import { request, openEdition, type OpenEdition } from '../open-edition.fixture.ts';
import { createEngine } from './engine.ts';
import { createIndexFiles } from './index-files.ts';
import { warmUp } from './warm-up.ts';

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition(inventedLetters(120), { shardSize: 60, zonesFrom: 1 });
}, 120_000);
beforeEach(() => edition.loaded.splice(0));
afterAll(() => edition.close());

const now = () => Promise.resolve();

test('the warm-up loads a few files of the newest letters, each once', async () => {
  const { entry, load, loaded } = edition;
  await warmUp(entry, load, createIndexFiles(load), now);
  const [newest, older] = entry.shards.map(({ folder }) => folder);
  expect(older).toBeDefined();
  const names = loaded.map((name) => name.replace(`${newest ?? ''}/`, ''));
  expect(names).toEqual(expect.arrayContaining(['head', 'captions', 'chunks', 'texts']));
  expect(names.filter((name) => /^[cz]\w{4,}$/.test(name)).length).toBeGreaterThan(1);
  expect(names.filter((name) => /^t\w+:\d+$/.test(name)).length).toBeGreaterThan(0);
  expect(names.filter((name) => !/^(?:head|captions|chunks|texts|[cz]\w{4,}|t\w+:\d+)$/.test(name))).toEqual(
    [],
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeLessThan(16);
});

test('after the warm-up a search loads nothing that every search needs, and finds the same', async () => {
  const { entry, load, loaded, engine } = edition;
  const files = createIndexFiles(load);
  await warmUp(entry, load, files, now);
  loaded.splice(0);
  const { ids } = await createEngine(entry, load, files).search(request('医疗'));
  const newest = loaded.filter((name) => name.startsWith(`${entry.shards[0]?.folder ?? ''}/`));
  expect(newest.length).toBeGreaterThan(0);
  expect(newest.filter((name) => !/\/[cz]\w{4,}$/.test(name))).toEqual([]);
  expect(ids).toEqual((await engine.search(request('医疗'))).ids);
});

test('the warm-up waits before each of its searches until the worker is idle', async () => {
  const { entry, load, loaded } = edition;
  let turns = 0;
  const busyFrom = (turn: number) => () => {
    turns += 1;
    return turns < turn ? Promise.resolve() : Promise.reject(new Error('busy'));
  };
  await expect(warmUp(entry, load, createIndexFiles(load), busyFrom(1))).rejects.toThrow('busy');
  expect(loaded).toEqual([]);
  turns = 0;
  await expect(warmUp(entry, load, createIndexFiles(load), busyFrom(2))).rejects.toThrow('busy');
  expect(loaded.filter((name) => !/\/(?:head|captions|chunks)$/.test(name))).toEqual([]);
});

test('the warm-up of an edition without letters does nothing', async () => {
  const { entry, load, loaded } = edition;
  await warmUp({ ...entry, shards: [] }, load, createIndexFiles(load), now);
  expect(loaded).toEqual([]);
});
